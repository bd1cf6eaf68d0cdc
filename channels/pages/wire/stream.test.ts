import { describe, expect, it } from '@jest/globals';
import { keepStream, type Socket } from './stream.ts';

class FakeSocket extends EventTarget implements Socket {
  readyState = 0;
  send(): void {}
  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  close(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

function keep() {
  const sockets: FakeSocket[] = [];
  const waiting = new Set<() => void>();
  const stream = keepStream({
    nextUrl: async () => 'ws://localhost/stream',
    onFrame: () => {},
    onOpen: () => {},
    onLost: async () => 1_000,
    openSocket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    later: (then) => {
      waiting.add(then);
      return () => void waiting.delete(then);
    },
  });
  return { stream, sockets, waiting };
}

describe('a stream that is stopped', () => {
  it('closes the socket that was still opening, and leaves no timer', async () => {
    const { stream, sockets, waiting } = keep();
    await settle();
    stream.stop();
    sockets[0]?.open();
    await settle();
    expect(sockets.map(({ readyState }) => readyState)).toEqual([3]);
    expect(waiting.size).toBe(0);
  });

  it('closes the open socket, and opens no other', async () => {
    const { stream, sockets, waiting } = keep();
    await settle();
    sockets[0]?.open();
    stream.stop();
    await settle();
    expect(sockets.map(({ readyState }) => readyState)).toEqual([3]);
    expect(waiting.size).toBe(0);
  });
});
