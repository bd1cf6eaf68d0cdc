/** A stream's client for suites: keeps every frame that came. */
import type { WebSocket } from 'ws';

interface Frame {
  readonly activities: readonly Activity[];
  readonly watermark?: string;
}

interface Activity {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly from: { readonly id: string; readonly role: string };
  readonly channelData?: Readonly<Record<string, unknown>>;
}

export interface TestSocket {
  readonly socket: WebSocket;
  readonly frames: readonly Frame[];
  readonly activities: readonly Activity[];
  /** Messages alone: no typing. */
  readonly messages: readonly Activity[];
  /** The last one that came. */
  readonly watermark: string;
  /** Resolves when so many messages came; rejects after five seconds. */
  until(messages: number): Promise<readonly Activity[]>;
  close(): void;
}

/** Resolves when the socket is open; rejects with the server's refusal: its status and body. */
export function testSocket(socket: WebSocket): Promise<TestSocket> {
  const frames: Frame[] = [];
  const activities = () => frames.flatMap((frame) => frame.activities);
  const messages = () => activities().filter(({ type }) => type === 'message');
  let onFrame = () => {};
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)) as Frame);
    onFrame();
  });
  const until = (count: number) =>
    new Promise<readonly Activity[]>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${messages().length} of ${count} messages came`)), 5_000);
      onFrame = () => {
        if (messages().length < count) return;
        clearTimeout(timer);
        resolve(messages());
      };
      onFrame();
    });
  return new Promise((resolve, reject) => {
    socket.once('open', () =>
      resolve({
        socket,
        frames,
        get activities() {
          return activities();
        },
        get messages() {
          return messages();
        },
        get watermark() {
          return frames.findLast((frame) => frame.watermark !== undefined)?.watermark ?? '';
        },
        until,
        close: () => socket.terminate(),
      }),
    );
    socket.once('error', reject);
    socket.once('unexpected-response', (_request, response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += String(chunk);
      });
      response.on('end', () =>
        reject(
          Object.assign(new Error(`refused ${response.statusCode}`), {
            refused: JSON.parse(body),
            status: response.statusCode,
            headers: response.headers,
          }),
        ),
      );
    });
  });
}
