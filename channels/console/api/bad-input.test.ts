import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testJpeg, testPng } from '../pictures/test-pictures.ts';
import type { TestStaff } from '../test-staff.ts';
import { openTestConsole, otherUnit, type TestConsole } from './test-console.ts';

let at: TestConsole;
let lan: TestStaff;
beforeAll(async () => {
  // A clock that stands: a minute never ends, however slow the machine.
  at = await openTestConsole({ limits: { searches: 3 }, now: () => Date.parse('2026-11-23T03:00:00Z') });
  lan = await at.staff({ name: 'Lan' });
}, 120_000);
afterAll(() => at?.close());

const claimed = async (by = lan) => {
  const talk = await at.waiting();
  const { body } = await at.call('POST', `/hand-offs/${talk.id}/claim`, { by });
  return { ...talk, path: `/hand-offs/${talk.id}`, fence: body.fence as number };
};
const say = (path: string, body: unknown, by = lan) => at.call('POST', `${path}/messages`, { by, body });

describe('what is wrong on its way to the console', () => {
  it.each([
    ['broken JSON', '{"fence":'],
    ['no object', '"x"'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a foreign field', '{"fence":1,"key":"mot-hai-ba","text":"x","officer":"khác"}'],
    ['no fence', '{"key":"mot-hai-ba","text":"x"}'],
    ['a fence that is a text', '{"fence":"1","key":"mot-hai-ba","text":"x"}'],
    ['a key with signs of SQL', `{"fence":1,"key":"a' or 1=1 --","text":"x"}`],
    ['a text that is a number', '{"fence":1,"key":"mot-hai-ba","text":7}'],
    [
      'too many pictures',
      JSON.stringify({ fence: 1, key: 'mot-hai-ba', text: 'x', pictureIds: Array(5).fill(randomUUID()) }),
    ],
  ])('is refused, in Vietnamese, and nothing is said: %s', async (_what, data) => {
    const { path } = await claimed();
    const { status, body } = await at.call('POST', `${path}/messages`, {
      by: lan,
      raw: { type: 'application/json', data },
    });
    expect([status, body.error.code]).toEqual([400, 'bad-input']);
    expect(body.error.message).toMatch(/[ạảãáàăâđêôơư]/u);
    expect(JSON.stringify(body)).not.toContain('or 1=1');
    const talk = await at.call('GET', path, { by: lan });
    expect(talk.body.entries.filter(({ speaker }: { speaker: string }) => speaker === 'officer')).toHaveLength(1);
  });

  it('is refused when it is too large, before it is read as JSON', async () => {
    const { path } = await claimed();
    const { status, body } = await say(path, { fence: 1, key: 'mot-hai-ba', text: 'x'.repeat(40_000) });
    expect([status, body.error.code]).toEqual([413, 'too-large']);
    const long = await say(path, { fence: 1, key: 'mot-hai-ba', text: 'x'.repeat(4_001) });
    expect([long.status, long.body.error.code]).toEqual([400, 'bad-input']);
  });

  it('is refused when there is nothing to say', async () => {
    const { path, fence } = await claimed();
    const { status, body } = await say(path, { fence, key: 'mot-hai-ba', text: '   ' });
    expect([status, body.error.code]).toEqual([400, 'bad-input']);
  });

  it('stays text: HTML, signs of other scripts, a half character', async () => {
    const { path, fence } = await claimed();
    const text = '<img src=x onerror=alert(1)> & "quoted" \u{1F600}';
    const { body } = await say(path, { fence, key: 'html-la-chu', text });
    expect(body.text).toBe(text);
    const half = await say(path, { fence, key: 'nua-chu-thoi', text: 'nửa \ud83d chữ\0' });
    expect([200, 400]).toContain(half.status);
  });

  it.each(['/hand-offs/1', "/hand-offs/' or 1=1", '/hand-offs/%00', '/khong-co', '/hand-offs/../me/x'])(
    'is answered as what is not there: %s',
    async (path) => {
      const { status, body } = await at.call('GET', `/console/api${encodeURI(path)}`, { by: lan });
      expect([status, body.error.code]).toEqual([404, 'unknown']);
    },
  );

  it.each(['limit=0', 'limit=1000', 'list=theirs', 'unit=abc', 'state=lost', 'after=x', 'after=1.2.3', 'channel=fax'])(
    'in a filter is refused: %s',
    async (query) => {
      const { status, body } = await at.call('GET', `/hand-offs?${query}`, { by: lan });
      expect([status, body.error.code]).toEqual([400, 'bad-input']);
    },
  );

  it('never ends in an error of ours, whatever the body and the query', async () => {
    const { path } = await claimed();
    const before = at.errors.length;
    const names = ['keep', 'messages', 'typing', 'notes', 'transfer', 'end', 'contact', 'dossier'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.json({ maxDepth: 3 }), fc.string(), async (name, data, query) => {
        const raw = { type: 'application/json', data };
        const acted = await at.call('POST', `${path}/${name}`, { by: lan, raw });
        const looked = await at.call(
          'GET',
          `/hand-offs?label=${encodeURIComponent(query.toWellFormed())}&after=${encodeURIComponent(query.toWellFormed())}`,
          { by: lan },
        );
        expect([acted.status, looked.status].filter((status) => status >= 500)).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(at.errors.slice(before)).toEqual([]);
  }, 120_000);

  it('is slowed down, each member by himself, and told when to go on', async () => {
    const by = await at.staff({ name: 'Nhanh' });
    const search = (who: TestStaff) => at.call('GET', '/search?q=khai+sinh', { by: who });
    const tried = [];
    for (let n = 0; n < 5; n += 1) tried.push(await search(by));
    expect(tried.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
    expect(tried[4]?.body.error.code).toBe('too-many');
    expect(Number(tried[4]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await at.call('GET', '/hand-offs', { by })).status).toBe(200);
    expect((await search(lan)).status).toBe(200);
  });
});

describe('a picture of an officer', () => {
  const upload = (data: Uint8Array, by = lan, type = 'image/png') =>
    at.call('POST', '/pictures?alt=Bi%C3%AAn%20nh%E1%BA%ADn', { by, raw: { type, data } });
  const look = async (url: string) => {
    const response = await fetch(`${at.url}${url}`);
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  };

  it('goes along with his words, without what his phone wrote into it, and is seen by nobody before', async () => {
    const { body } = await upload(testJpeg(), lan, 'image/jpeg');
    expect(body).toEqual({ id: expect.any(String), url: `/hinh/${body.id}` });
    expect((await look(body.url)).status).toBe(404);
    const talk = await claimed();
    const said = await say(talk.path, { fence: talk.fence, key: 'kem-hinh-nay', text: '', pictureIds: [body.id] });
    expect(said.body.pictures).toEqual([{ url: body.url, alt: 'Biên nhận' }]);
    const seen = await look(body.url);
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(seen.bytes.includes('GPS')).toBe(false);
    expect((await look(`/hinh/${randomUUID()}`)).status).toBe(404);
  });

  it('is not taken from a colleague, nor sent twice', async () => {
    const minh = await at.staff({ name: 'Minh' });
    const { body } = await upload(testPng());
    const talk = await claimed(minh);
    const stolen = await say(
      talk.path,
      { fence: talk.fence, key: 'hinh-nguoi-khac', text: 'x', pictureIds: [body.id] },
      minh,
    );
    expect([stolen.status, stolen.body.error.code]).toEqual([400, 'bad-input']);
  });

  it.each([
    ['a page in disguise', Buffer.from('<html><script>alert(1)</script>'), 400],
    ['a drawing with script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 400],
    ['a broken one', testPng().subarray(0, 30), 400],
    ['an empty one', Buffer.alloc(0), 400],
    ['more than 2 MB', Buffer.concat([testPng(), Buffer.alloc(2 * 1024 * 1024)]), 413],
  ])('is refused when it is %s', async (_what, data, expected) => {
    const { status, body } = await upload(data);
    expect([status, body.error.code]).toEqual([expected, expected === 413 ? 'too-large' : 'bad-input']);
  });
});
