import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openTestWire, type Talk, type TestWire } from './test-wire.ts';

const base = '/v3/directline';

describe('the wire, given what is wrong', () => {
  let wire: TestWire;
  let talk: Talk;
  let time = Date.now();
  beforeAll(async () => {
    wire = await openTestWire({
      settings: { tokensPerMinute: 1000, messagesPerMinute: 100_000 },
      now: () => time,
    });
    talk = await wire.start();
  }, 60_000);
  afterAll(() => wire?.close());
  const activities = () => `${base}/conversations/${talk.id}/activities`;
  const code = (name: string) => ({ error: { code: name, message: expect.any(String) } });

  it('asks for a token and says which header', async () => {
    for (const authorization of [undefined, 'Bearer', 'Basic abc', `Bearer ${'x'.repeat(5000)}`]) {
      const { status, body } = await wire.call('GET', activities(), {
        headers: authorization ? { authorization } : {},
      });
      expect([status, body]).toEqual([401, code('MissingAuthorization')]);
    }
  });

  it('refuses a forged token, one of another conversation, and an expired one by its own code', async () => {
    expect((await wire.call('GET', activities(), { token: 'forged' })).body).toEqual(code('InvalidToken'));
    const other = await wire.start();
    expect(await wire.call('GET', activities(), { token: other.token })).toMatchObject({
      status: 403,
      body: code('InvalidToken'),
    });
    const old = await wire.start();
    time += 1_800_000;
    expect(await wire.call('POST', `${base}/tokens/refresh`, { token: old.token })).toMatchObject({
      status: 403,
      body: code('TokenExpired'),
    });
    expect((await wire.say(old, 'chào')).body).toEqual(code('TokenExpired'));
    expect((await wire.call('POST', '/api/token', { token: old.token })).body.conversationId).not.toBe(old.id);
    talk = await wire.start();
  });

  it('refuses a secret that is wrong, and any at all when none is set', async () => {
    expect((await wire.call('POST', `${base}/tokens/generate`, { token: 'wrong' })).body).toEqual(
      code('InvalidSecret'),
    );
    const closed = await openTestWire({ settings: { directLineSecret: null } });
    const refused = await closed.call('POST', `${base}/tokens/generate`, { token: wire.secret });
    expect(refused).toMatchObject({
      status: 403,
      body: { error: { message: expect.stringContaining('DIRECT_LINE_SECRET') } },
    });
    expect((await closed.call('POST', `${base}/conversations`, { token: 'null' })).status).toBe(403);
    await closed.close();
  }, 20_000);

  it('refuses a watermark that is none, or another conversation’s, by GET and by socket', async () => {
    const other = await wire.start();
    const { body } = await wire.call('GET', `${base}/conversations/${other.id}/activities`, { token: other.token });
    for (const watermark of [body.watermark, 'abc', '-1', '1e3', '99999999999999999999', "0' or 1=1"]) {
      const query = `?watermark=${encodeURIComponent(watermark)}`;
      expect(await wire.call('GET', activities() + query, { token: talk.token })).toMatchObject({
        status: 400,
        body: code('BadArgument'),
      });
      expect((await wire.call('GET', `${base}/conversations/${talk.id}${query}`, { token: talk.token })).status).toBe(
        400,
      );
      const url = talk.streamUrl.replace('watermark=0', query.slice(1));
      await expect(wire.socket(url)).rejects.toMatchObject({ status: 400, refused: code('BadArgument') });
    }
  });

  it.each([
    ['broken JSON', '{"type":'],
    ['no object', '"text"'],
    ['nothing', ''],
    ['a number for the text', '{"type":"message","from":{"id":"x"},"text":7}'],
    ['a list for the activity', '[{"type":"message"}]'],
    ['no type', '{"from":{"id":"x"},"text":"a"}'],
    ['a list for from', '{"type":"message","from":["x"],"text":"a"}'],
    [
      'NUL in the client’s id',
      '{"type":"message","from":{"id":"x"},"text":"a","channelData":{"clientActivityID":"a\\u0000"}}',
    ],
    ['half a character in the id', '{"type":"message","from":{"id":"x"},"text":"a","id":"\\ud800"}'],
    [
      'channelData without end',
      `{"type":"message","from":{"id":"x"},"text":"a","channelData":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}`,
    ],
    [
      'an event without end',
      `{"type":"event","from":{"id":"x"},"channelData":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}`,
    ],
    [
      'channelData of 10 kB',
      `{"type":"message","from":{"id":"x"},"text":"a","channelData":{"a":"${'x'.repeat(10_000)}"}}`,
    ],
    ['an id that belongs in tokens', '{"user":{"id":"mine"}}'],
  ])('refuses %s', async (_what, data) => {
    const path = data.startsWith('{"user"') ? `${base}/tokens/generate` : activities();
    const token = data.startsWith('{"user"') ? wire.secret : talk.token;
    const { status, body } = await wire.call('POST', path, { token, raw: { type: 'application/json', data } });
    expect([status, body]).toEqual([
      400,
      { error: { code: expect.stringMatching(/^Bad/), message: expect.any(String) } },
    ]);
  });

  it('refuses 10 MB as a file and 65 kB as a message, and lives on', async () => {
    const upload = await wire.call('POST', `${base}/conversations/${talk.id}/upload?userId=x`, {
      token: talk.token,
      raw: { type: 'application/octet-stream', data: new Uint8Array(10_000_000) },
    });
    expect(upload).toMatchObject({ status: 413, body: code('MessageSizeTooBig') });
    expect((await wire.say(talk, 'x'.repeat(70_000))).status).toBe(413);
    const broken = await wire.call('POST', `${base}/conversations/${talk.id}/upload`, {
      token: talk.token,
      raw: { type: 'multipart/form-data; boundary=x', data: 'no such parts' },
    });
    expect(broken).toMatchObject({ status: 400, body: code('BadArgument') });
    expect((await wire.say(talk, 'lệ phí khai sinh')).status).toBe(200);
  });

  it('knows what it does not know: conversations, paths, sessions', async () => {
    const gone = await wire.call('GET', `${base}/conversations/dl-nothing/activities`, { token: wire.secret });
    expect(gone).toMatchObject({ status: 404, body: code('NotFound') });
    for (const path of [`${base}/nothing`, `${base}/session/getsessionid`, '/api/nothing', '/api/guides/%E0%A4%A']) {
      const { status, body } = await wire.call('GET', path, { token: talk.token });
      expect([404, 400]).toContain(status);
      expect(body).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
    }
  });

  it('says markup and scripts back as text, and cannot be led to a plain page’s talk', async () => {
    const text = '<script>alert(1)</script><b>lệ phí</b> khai sinh {{7*7}} \u202e';
    const mine = await wire.start();
    await wire.say(mine, text);
    const reply = await fetch(`${wire.url}${base}/conversations/${mine.id}/activities`, {
      headers: { authorization: `Bearer ${mine.token}` },
    });
    expect(reply.headers.get('content-type')).toMatch(/^application\/json/);
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await wire.told(mine, 1))[1].text).toBe(text);
    const page = await (await fetch(wire.url, { headers: { cookie: `hmc=${mine.id}` } })).text();
    expect(page).not.toContain('khai sinh {{7*7}}');
  });

  it('refuses no activity by failing, whatever JSON it is', async () => {
    const mine = await wire.start();
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.constant(null),
      fc.boolean(),
      fc.jsonValue(),
    );
    const activity = fc.record(
      {
        type: fc.oneof(fc.constantFrom('message', 'typing', 'event'), value),
        from: value,
        text: value,
        id: value,
        channelData: value,
        locale: value,
        attachments: value,
      },
      { requiredKeys: ['type'] },
    );
    await fc.assert(
      fc.asyncProperty(activity, async (body) => {
        time += 1000;
        const { status } = await wire.call('POST', `${base}/conversations/${mine.id}/activities`, {
          token: mine.token,
          body,
        });
        expect([200, 400, 429]).toContain(status);
      }),
      { numRuns: 150 },
    );
    expect(wire.errors).toEqual([]);
  }, 30_000);
});
