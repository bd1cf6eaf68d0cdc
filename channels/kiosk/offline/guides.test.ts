import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { offlineCopySchema } from '../api/schemas.ts';
import { mondayMorning, openTestKiosk, type TestKiosk } from '../test-kiosk.ts';
import { openOfflineCopies } from './offline-copy.ts';

describe('the offline copy', () => {
  let kiosk: TestKiosk;
  let copies = 0;
  beforeAll(async () => {
    kiosk = await openTestKiosk({ now: () => mondayMorning, onCopy: () => void copies++ });
  }, 60_000);
  afterAll(() => kiosk?.close());
  const get = (headers: Record<string, string> = {}) =>
    kiosk.browser().call('GET', '/kiosk/api/guides?locale=vi', { headers });

  it('holds every guide with its facets and cards with where to go, and is small', async () => {
    const { body, headers } = await get();
    const copy = offlineCopySchema.parse(body);
    const { library } = kiosk.parts.tools;
    expect(copy.guides).toHaveLength(library.entries.length);
    expect(copy.savedOn).toBe('2026-11-23');
    const birth = copy.guides.find(({ code }) => code === '1.001193');
    expect(birth?.words).toMatch(/\bkhai\b.*\bsinh\b/);
    expect(birth?.facets.map(({ facet }) => facet)).toEqual(expect.arrayContaining(['overview', 'documents', 'fee']));
    expect(JSON.stringify(birth?.facets.find(({ facet }) => facet === 'documents'))).toContain('Giấy chứng sinh');
    expect(headers.get('content-encoding')).toBe('gzip');
  });

  it('is under a megabyte as it goes out', async () => {
    const { tools, speak } = kiosk.parts;
    const copy = await openOfflineCopies({ tools: () => tools, speak }).of({
      ...{ unit: null, locale: 'vi', at: mondayMorning },
    });
    expect(copy.gzip.length).toBeLessThan(1_000_000);
    expect(gunzipSync(copy.gzip).length).toBe(copy.size);
  });

  it('is made once, and sent again only when it is another', async () => {
    await get();
    const before = copies;
    const first = await get();
    const etag = first.headers.get('etag') ?? '';
    expect((await get({ 'if-none-match': etag })).status).toBe(304);
    expect(first.body.version).toBe(etag.slice(1, -1));
    expect(copies).toBe(before);
  });

  it('is made anew when the knowledge is swapped, for each commune and language by itself', async () => {
    const { tools, speak } = kiosk.parts;
    let serving = tools;
    const own = openOfflineCopies({ tools: () => serving, speak });
    const ask = { unit: null, locale: 'vi', at: mondayMorning } as const;
    const [first, again] = await Promise.all([own.of(ask), own.of(ask)]);
    expect(again).toBe(first);
    expect(await own.of({ ...ask, locale: 'en' })).not.toBe(first);
    const { library } = tools;
    serving = { ...tools, library: { ...library, entries: library.entries.slice(1) } };
    const next = await own.of(ask);
    expect(next.etag).not.toBe(first.etag);
  });

  it('holds nothing of any person: no talk has a part in it', async () => {
    const screen = await kiosk.screen();
    await (await screen.begin()).ask('hồ sơ 000.00.12.H38-260915-0042 của Vàng Thị Mỷ');
    const { text } = await get({ 'accept-encoding': 'identity' });
    expect(text).not.toMatch(/260915|Vàng Thị Mỷ/);
  });
});
