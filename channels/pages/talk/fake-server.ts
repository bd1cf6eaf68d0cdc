/** A Direct Line server in memory for tests of the conversation: can be unreachable, forget sessions, refuse sockets. */
import type { Answer } from '../../../bot/index.ts';
import { type DirectLine, type Frame, type Session, type WireActivity, WireError } from '../wire/direct-line.ts';
import { nobody } from '../wire/me.ts';
import type { Later, Socket } from '../wire/stream.ts';

export const anAnswer: Answer = {
  status: 'answered',
  codes: ['1.001193'],
  facet: 'fee',
  blocks: [{ kind: 'say', text: 'Lệ phí: Không mất phí.' }],
  options: [],
  sources: [],
};

class FakeSocket extends EventTarget implements Socket {
  readyState = 0;
  readonly pings: string[] = [];
  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  deliver(frame: Frame | string): void {
    const data = typeof frame === 'string' ? frame : JSON.stringify(frame);
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  send(text: string): void {
    this.pings.push(text);
  }
  close(): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
}

/** Lets everything that waits for promises alone go on. */
export const settle = async () => {
  for (let round = 0; round < 20; round += 1) await new Promise<void>((resolve) => setImmediate(resolve));
};

/** Timers that run when a test says so. */
function fakeTimers() {
  const timers: { then: () => void; ms: number; off: boolean }[] = [];
  const later: Later = (then, ms) => {
    const timer = { then, ms, off: false };
    timers.push(timer);
    return () => {
      timer.off = true;
    };
  };
  /** Runs the timers that wait at most `ms`, once. */
  const pass = async (ms: number) => {
    const due = timers.splice(0).filter((timer) => !timer.off);
    timers.push(...due.filter((timer) => timer.ms > ms));
    for (const timer of due.filter((one) => one.ms <= ms)) timer.then();
    await settle();
  };
  return { later, pass };
}

const makeState = () => ({
  reachable: true,
  socketsOpen: true,
  sendError: null as WireError | null,
  /** Whether the first session is over. */
  over: false,
  sessions: 0,
  log: [] as WireActivity[],
  calls: [] as string[],
  sockets: [] as FakeSocket[],
});
type State = ReturnType<typeof makeState>;

const frameAfter = ({ log }: State, watermark: string): Frame => ({
  activities: log.slice(Number(watermark || 0)),
  watermark: String(log.length),
});

function push({ log, sockets }: State, activity: Omit<WireActivity, 'id' | 'type'>): void {
  const whole = { id: `m${log.length}`, type: 'message', ...activity };
  log.push(whole);
  for (const socket of sockets.filter(({ readyState }) => readyState === 1))
    socket.deliver({ activities: [whole], watermark: String(log.length) });
}

function fakeWire(state: State): DirectLine {
  const keys = new Set<string>();
  const check = (name: string, session?: Session) => {
    state.calls.push(name);
    if (!state.reachable) throw new WireError(0);
    if (state.over && session?.token === 'token-1') throw new WireError(403);
  };
  return {
    newSession: async () => {
      check('token');
      state.sessions += 1;
      return { conversationId: 'c', token: `token-${state.sessions}`, expiresAt: Date.now() + 1_800_000 };
    },
    refresh: async (session) => {
      check('refresh', session);
      return session;
    },
    start: async (session) => {
      check('start', session);
      return 'ws://here/0';
    },
    reconnect: async (session, watermark) => {
      check('reconnect', session);
      return `ws://here/${watermark || 0}`;
    },
    activities: async (session, watermark) => {
      check('activities', session);
      return frameAfter(state, watermark);
    },
    send: async (session, activity) => {
      check('send', session);
      if (state.sendError) throw state.sendError;
      const { text = '', channelData = {} } = activity as WireActivity;
      const { clientActivityID: key = '' } = channelData;
      if (keys.has(key)) return { id: 'again' };
      keys.add(key);
      push(state, { text, from: { role: 'user' }, channelData: { clientActivityID: key } });
      push(state, { from: { role: 'bot' }, channelData: { answer: anAnswer, turnId: 't' } });
      return { id: 'new' };
    },
    feedback: async () => undefined,
    me: async () => nobody,
    desk: async () => null,
  };
}

export function fakeServer() {
  const state = makeState();
  const openSocket = (url: string) => {
    const socket = new FakeSocket();
    state.sockets.push(socket);
    queueMicrotask(() => {
      if (!state.socketsOpen || !state.reachable) return socket.close();
      socket.open();
      const frame = frameAfter(state, url.split('/').at(-1) ?? '');
      if (frame.activities.length > 0) socket.deliver(frame);
    });
    return socket;
  };
  const { log, calls, sockets } = state;
  return { wire: fakeWire(state), openSocket, state, log, calls, sockets, ...fakeTimers() };
}
