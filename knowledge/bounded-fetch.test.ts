import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boundedFetch } from './bounded-fetch.ts';

describe('a call whose reply a library reads', () => {
  let server: Server;
  let url = '';
  let asked = 0;
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked += 1;
      if (request.url === '/elsewhere') return void response.writeHead(302, { location: '/small' }).end();
      if (request.url === '/small') return void response.end('{"ok":true}');
      // Without an end: only a limit stops it.
      const send = () => void (response.destroyed || response.write('x'.repeat(65_536), () => setImmediate(send)));
      send();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  it('comes through whole when it is small, with the address it came from', async () => {
    const response = await boundedFetch(1_000)(`${url}/small`);
    expect(response.url).toBe(`${url}/small`);
    expect(await response.json()).toEqual({ ok: true });
  });

  it('ends in an error when it does not end', async () => {
    const response = await boundedFetch(200_000)(`${url}/endless`);
    await expect(response.text()).rejects.toMatchObject({ code: 'reply-too-large' });
  });

  it('is led nowhere else', async () => {
    const before = asked;
    const response = await boundedFetch(1_000)(`${url}/elsewhere`);
    expect(response.status).toBe(302);
    expect(asked).toBe(before + 1);
  });
});
