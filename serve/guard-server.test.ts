import { once } from 'node:events';
import { get, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardServer, serverLimits } from './guard-server.ts';

describe('a server that somebody sends to slowly', () => {
  let server: Server;
  let port = 0;
  const lines: Socket[] = [];
  beforeAll(async () => {
    server = guardServer(
      (request, response) => {
        request.resume().once('end', () => response.end('ok'));
      },
      { headersMs: 300, requestMs: 600, lookMs: 50, restMs: 200, mostLines: 60 },
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    for (const line of lines) line.destroy();
    server.close();
  });
  const open = async (first: string) => {
    const line = connect(port, '127.0.0.1').on('error', () => {});
    lines.push(line);
    await once(line, 'connect');
    line.write(first);
    return line;
  };
  /** What came back until the line was closed. */
  const untilClosed = async (line: Socket, drip: string) => {
    let said = '';
    line.on('data', (part) => {
      said += part;
    });
    const timer = setInterval(() => line.write(drip), 40);
    await once(line, 'close');
    clearInterval(timer);
    return said;
  };
  const asked = () =>
    new Promise<number>((resolve, reject) => {
      get({ port, host: '127.0.0.1', agent: false }, (reply) => resolve(reply.resume().statusCode ?? 0)).once(
        'error',
        reject,
      );
    });

  it('cuts off headers that never end, and answers others meanwhile', async () => {
    const slow = await Promise.all(
      Array.from({ length: 40 }, async () => untilClosed(await open('GET / HTTP/1.1\r\nHost: a\r\n'), 'X-a: b\r\n')),
    ).then((said) => said, String);
    expect(await asked()).toBe(200);
    expect(slow).toHaveLength(40);
    for (const said of slow) expect(said).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('cuts off a body that never ends', async () => {
    const line = await open('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n');
    expect(await untilClosed(line, 'x')).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('closes a line that says nothing at all', async () => {
    expect(await untilClosed(await open(''), '')).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  it('answers a header that is too large with 431', async () => {
    const line = await open(`GET / HTTP/1.1\r\nHost: a\r\nX-a: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(await untilClosed(line, '')).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('keeps lines longer than a proxy does, and waits for no request for ever', () => {
    expect(serverLimits.restMs).toBeGreaterThan(120_000);
    for (const limit of Object.values(serverLimits)) expect(limit).toBeGreaterThan(0);
  });
});
