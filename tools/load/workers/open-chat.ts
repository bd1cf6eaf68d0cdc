/** One open web chat: token, conversation, socket. It asks, and knows when it was answered. */
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { callWire, openStream, shortLines, WireCallError } from './wire-calls.ts';

export interface ChatEvents {
  /** What was due then is kept and acknowledged. */
  onAccepted(due: number): void;
  /** What was due then is answered on the socket. */
  onAnswered(due: number): void;
  onFailed(kind: string): void;
}

export interface OpenChat {
  /** Never rejects: what comes of it is told by the events. */
  ask(text: string, due: number): void;
  /** Asked and not answered as yet. */
  readonly waiting: number;
}

interface Started {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

interface Frame {
  readonly activities?: readonly {
    readonly type: string;
    readonly from?: { readonly role?: string };
    readonly channelData?: { readonly opening?: boolean };
  }[];
}

/** @throws {WireCallError} when any of the three is refused. */
export async function openChat(base: string, from: string, events: ChatEvents): Promise<OpenChat> {
  const { token } = await twice(() =>
    callWire<{ token: string }>({ base, from, path: '/api/token', body: {}, agent: shortLines }),
  );
  const path = '/v3/directline/conversations';
  const started = await twice(() => callWire<Started>({ base, from, path, token, body: {}, agent: shortLines }));
  return followChat({ base, from, started }, await openStream(started.streamUrl, from), events);
}

/** A line that was kept open may be closed just as it is used again: any client then asks on a new one. */
async function twice<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof WireCallError && ['ECONNRESET', 'EPIPE'].includes(error.code)) return call();
    throw error;
  }
}

interface Place {
  readonly base: string;
  readonly from: string;
  readonly started: Started;
}

/** Turns of a conversation are answered in the order in which they came: the first answer is that of the first question. */
function followChat({ base, from, started }: Place, socket: WebSocket, events: ChatEvents): OpenChat {
  const waiting: number[] = [];
  let isClosed = false;
  socket.on('message', (data) => {
    const text = String(data);
    if (text === '') return;
    for (const activity of (JSON.parse(text) as Frame).activities ?? []) {
      if (activity.type !== 'message' || activity.from?.role !== 'bot' || activity.channelData?.opening) continue;
      const due = waiting.shift();
      if (due !== undefined) events.onAnswered(due);
    }
  });
  socket.on('error', () => {});
  socket.once('close', (code) => {
    isClosed = true;
    events.onFailed(`socket closed ${code}`);
    for (const _due of waiting.splice(0)) events.onFailed('chat lost before its answer');
  });
  const path = `/v3/directline/conversations/${started.conversationId}/activities`;
  return {
    get waiting() {
      return waiting.length;
    },
    ask(text, due) {
      if (isClosed) return events.onFailed('chat was closed');
      waiting.push(due);
      const body = {
        ...{ type: 'message', from: { id: 'nguoi-dan' }, text },
        channelData: { clientActivityID: randomUUID() },
      };
      callWire({ base, from, path, token: started.token, body }).then(
        () => events.onAccepted(due),
        (error: unknown) => {
          const at = waiting.indexOf(due);
          if (at >= 0) waiting.splice(at, 1);
          events.onFailed(error instanceof WireCallError ? error.code : 'unknown');
        },
      );
    },
  };
}
