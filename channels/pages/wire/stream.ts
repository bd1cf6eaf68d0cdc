/** Keeps one WebSocket open for as long as the conversation lasts; between two sockets the caller may poll. */
import type { Frame } from './direct-line.ts';

/** The part of a WebSocket that is used; tests pass their own. */
export interface Socket {
  readonly readyState: number;
  addEventListener(kind: 'open' | 'message' | 'close', listener: (event: Event) => void): void;
  send(text: string): void;
  close(): void;
}

/** Runs `then` after `ms`; the answer calls it off. */
export type Later = (then: () => void, ms: number) => () => void;

export interface StreamParts {
  /** A fresh address for the next socket. What it throws is handed to `onLost`. */
  readonly nextUrl: () => Promise<string>;
  readonly onFrame: (frame: Frame) => void;
  readonly onOpen: () => void;
  /** No socket now. Returns how long to wait before the next try, or `null` to stop for good. */
  readonly onLost: (failures: number, error: unknown) => Promise<number | null>;
  readonly openSocket: (url: string) => Socket;
  readonly later: Later;
}

export interface Stream {
  /** Tries again now: the network is back, or the page is seen again. */
  hurry(): void;
  stop(): void;
}

const openWithinMs = 8_000;
const pingEveryMs = 20_000;

export function keepStream(parts: StreamParts): Stream {
  let stopped = false;
  let failures = 0;
  let wake: (() => void) | null = null;
  let current: Socket | null = null;
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const cancel = parts.later(resolve, ms);
      wake = () => {
        cancel();
        resolve();
      };
    });
  const run = async () => {
    while (!stopped) {
      let problem: unknown = null;
      failures += 1;
      try {
        const url = await parts.nextUrl();
        if (stopped) return;
        await listen(parts, url, (socket) => {
          current = socket;
          failures = 0;
          // It was stopped while this one was opening.
          if (stopped) socket.close();
        });
      } catch (error) {
        problem = error;
      }
      current = null;
      if (stopped) return;
      const ms = await parts.onLost(failures, problem);
      if (ms === null || stopped) return;
      await rest(ms);
    }
  };
  void run();
  return {
    hurry: () => wake?.(),
    stop() {
      stopped = true;
      wake?.();
      current?.close();
    },
  };
}

/** Resolves when the socket is closed, whoever closed it. */
function listen({ openSocket, later, onFrame, onOpen }: StreamParts, url: string, opened: (socket: Socket) => void) {
  return new Promise<void>((resolve) => {
    const socket = openSocket(url);
    let cancel = later(() => socket.close(), openWithinMs);
    const ping = () => {
      if (socket.readyState === 1) socket.send('');
      cancel = later(ping, pingEveryMs);
    };
    socket.addEventListener('open', () => {
      cancel();
      cancel = later(ping, pingEveryMs);
      opened(socket);
      onOpen();
    });
    socket.addEventListener('message', (event) => {
      const frame = readFrame((event as MessageEvent<unknown>).data);
      if (frame) onFrame(frame);
    });
    socket.addEventListener('close', () => {
      cancel();
      resolve();
    });
  });
}

/** `null` for a ping and for what is no frame. */
function readFrame(data: unknown): Frame | null {
  if (typeof data !== 'string' || data === '') return null;
  try {
    const frame = JSON.parse(data) as Partial<Frame>;
    return Array.isArray(frame.activities) ? (frame as Frame) : null;
  } catch {
    return null;
  }
}
