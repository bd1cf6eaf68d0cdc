import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mondayMorning, openTestKiosk, type TestKiosk, type TestScreen } from '../test-kiosk.ts';

const dayMs = 86_400_000;

describe('a checklist to carry away', () => {
  let kiosk: TestKiosk;
  let screen: TestScreen;
  let at = mondayMorning;
  beforeAll(async () => {
    kiosk = await openTestKiosk({ now: () => at, settings: { publicUrl: 'https://hoi.phuong.example' } });
    screen = kiosk.browser();
  }, 60_000);
  afterAll(() => kiosk?.close());
  beforeEach(() => {
    at = mondayMorning;
  });
  const make = async (code = '1.001193') =>
    screen.call('POST', '/kiosk/api/checklists', { body: { code, locale: 'vi' } });

  it('is made with an address, a drawing of it, and two codes', async () => {
    const { status, body } = await make();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      title: 'Đăng ký khai sinh cho trẻ',
      shortCode: expect.stringMatching(/^[2-9B-Z]{3}-[2-9B-Z]{4}$/),
      digits: expect.stringMatching(/^[1-9]\d{3} \d{4}$/),
      goodUntil: '2026-11-30',
    });
    expect(body.url).toBe(`https://hoi.phuong.example/mang-ve/${body.shortCode}`);
    expect(body.qrSvg).toMatch(/^<svg [^>]*viewBox/);
    expect(JSON.stringify(body.blocks)).toContain('Giấy chứng sinh');
  });

  it('has as many signs as the screen asks for', async () => {
    const { shortCode, digits } = (await make()).body;
    const { openListHint } = JSON.parse(readFileSync(join(import.meta.dirname, '../page/texts/vi.json'), 'utf8'));
    const words: Readonly<Record<number, string>> = { 6: 'sáu', 7: 'bảy', 8: 'tám' };
    const [signs = '', figures = ''] = [shortCode, digits].map((code) => words[code.replace(/\W/g, '').length]);
    expect(openListHint.toLowerCase()).toMatch(new RegExp(`^${signs} .*${figures} số$`));
  });

  it('is opened at a screen by what was told on the phone, however it is typed', async () => {
    const { body } = await make();
    for (const typed of [body.digits, body.digits.replace(' ', ''), body.shortCode.toLowerCase()]) {
      const opened = await screen.call('GET', `/kiosk/api/checklists/${encodeURIComponent(typed)}`);
      expect(opened.body.title).toBe(body.title);
    }
  });

  it('is a page without a script, for a phone and for paper, that ends after seven days', async () => {
    const { body } = await make();
    const page = await screen.call('GET', body.printPath);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    expect(page.text).toContain('<h1>Đăng ký khai sinh cho trẻ</h1>');
    expect(page.text).toContain(body.shortCode);
    expect(page.text).toContain('30/11/2026');
    expect(page.text).not.toMatch(/<script|style=|onload/);
    expect((await screen.call('GET', '/assets/mang-ve.css')).text).toMatch(/@media print and \(max-width: 90mm\)/);
    at = new Date(at.getTime() + 7 * dayMs);
    const gone = await screen.call('GET', body.printPath);
    expect([gone.status, gone.text]).toEqual([404, expect.stringContaining('quá 7 ngày')]);
  });

  it('is none of a code that is none, and whoever tries them all has to wait', async () => {
    at = new Date(at.getTime() + 30 * dayMs);
    const { body } = await make();
    const statuses = new Set<number>();
    for (let tried = 0; tried < 25; tried++)
      statuses.add((await screen.call('GET', `/kiosk/api/checklists/2000000${tried % 10}`)).status);
    expect([...statuses]).toEqual([404, 429]);
    expect((await screen.call('GET', body.printPath)).status).toBe(429);
  });

  it('is made of no procedure that is unknown', async () => {
    for (const code of ['9.999999', '../../etc', '<script>']) expect((await make(code)).status).toBe(410);
    expect((await screen.call('POST', '/kiosk/api/checklists', { body: { code: '' } })).status).toBe(400);
  });

  it('without an address of ours has no QR code, and is opened by its code all the same', async () => {
    const plain = await openTestKiosk({ now: () => at });
    try {
      const made = await plain.browser().call('POST', '/kiosk/api/checklists', { body: { code: '1.001193' } });
      expect(made.body).toMatchObject({ url: null, qrSvg: null, printPath: expect.stringMatching(/^\/mang-ve\//) });
      expect((await plain.browser().call('GET', made.body.printPath)).status).toBe(200);
    } finally {
      await plain.close();
    }
  });
});
