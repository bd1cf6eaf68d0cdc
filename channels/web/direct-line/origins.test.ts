import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestWire, type TestWire } from './test-wire.ts';

const base = '/v3/directline';

describe('pages of other sites', () => {
  let wire: TestWire;
  beforeAll(async () => {
    wire = await openTestWire({ settings: { allowedOrigins: ['https://portal.example'] } });
  }, 60_000);
  afterAll(() => wire?.close());
  const code = (name: string) => ({ error: { code: name, message: expect.any(String) } });

  it('answers pages by setting alone, and sockets likewise', async () => {
    const talk = await wire.start();
    const from = (origin: string) => ({ headers: { origin } });
    const preflight = await wire.call(
      'OPTIONS',
      `${base}/conversations/${talk.id}/activities`,
      from('https://portal.example'),
    );
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'https://portal.example',
    ]);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-ms-bot-agent');
    for (const origin of ['https://evil.example', 'null', 'https://portal.example.evil.example']) {
      expect((await wire.call('POST', '/api/token', from(origin))).body).toEqual(code('OriginNotAllowed'));
      await expect(wire.socket(talk.streamUrl, { origin })).rejects.toMatchObject({ status: 403 });
    }
    const own = await wire.call('POST', '/api/token', from(wire.url));
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([200, wire.url]);
    const { body } = await wire.call('POST', `${base}/tokens/generate`, {
      token: wire.secret,
      body: { trustedOrigins: [wire.url] },
    });
    const start = { token: body.token, ...from('https://portal.example') };
    expect((await wire.call('POST', `${base}/conversations`, start)).body).toEqual(code('OriginNotTrusted'));
  });
});
