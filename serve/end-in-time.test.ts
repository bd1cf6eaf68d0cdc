import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { endInTime } from './end-in-time.ts';

describe('a server that was told to end', () => {
  it('does not wait for a client that never finishes its request', async () => {
    const server = createServer((request, reply) => void request.resume().once('end', () => reply.end()));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const client = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1');
    client.on('error', () => {});
    client.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nq=');
    await once(server, 'request');
    const ended = once(server, 'close');
    server.close();
    endInTime(server, () => {}, { requestsMs: 20, allMs: 60_000 });
    await ended;
    expect(server.listening).toBe(false);
    client.destroy();
  });

  it('is given up when what goes on beside never ends', async () => {
    await new Promise<void>((resolve) => {
      endInTime({ closeAllConnections: () => {} }, resolve, { requestsMs: 5, allMs: 10 });
      const keepsAlive = setInterval(() => {}, 1_000);
      setTimeout(() => clearInterval(keepsAlive), 500).unref();
    });
  });
});
