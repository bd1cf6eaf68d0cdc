import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../../pages/eventually.ts';
import { ask, complaints, openSite, picture, type Site } from './browser.ts';

jest.setTimeout(60_000);

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 180_000);
afterAll(() => site.stop(), 30_000);

const phone = { width: 360, height: 740 };
const isAsWideAsTheScreen = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
const focused = (page: Page) =>
  page.evaluate(() => {
    const now = document.activeElement;
    return now ? (now.getAttribute('aria-label') ?? now.textContent?.trim() ?? '') || now.id : '';
  });

describe('large type', () => {
  it('makes everything larger, is kept after a reload, and cuts nothing off', async () => {
    const { page, troubles } = await site.open('/chat', { viewport: phone });
    await page.getByRole('button', { name: 'Chữ rất to' }).click();
    await page.reload();
    await ask(page, 'lệ phí khai sinh');
    const size = await page
      .locator('.card .say, .card li')
      .first()
      .evaluate((one) => getComputedStyle(one).fontSize);
    expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(24);
    expect(await isAsWideAsTheScreen(page)).toBe(true);
    expect(await complaints(page)).toEqual([]);
    await picture(page, 'large-type-360');
    expect(troubles).toEqual([]);
  });
});

describe('zoom of 400 %', () => {
  it('reflows into one column, with nothing that sticks over the text', async () => {
    // 1280 × 1024 at 400 % is a page of 320 × 256.
    const { page } = await site.open('/chat', { viewport: { width: 320, height: 256 } });
    await ask(page, 'đăng ký kết hôn cần giấy tờ gì');
    expect(await isAsWideAsTheScreen(page)).toBe(true);
    const sticky = (part: string) => page.locator(part).evaluate((one) => getComputedStyle(one).position);
    expect([await sticky('.top'), await sticky('.foot')]).toEqual(['static', 'static']);
    await page.getByRole('button', { name: 'Xem nguồn' }).click();
    expect(await page.getByRole('dialog').evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true);
    expect(await complaints(page)).toEqual([]);
  });
});

describe('dark mode', () => {
  it('follows the device and keeps its contrast', async () => {
    const { page } = await site.open('/chat', { viewport: { width: 768, height: 1024 }, colorScheme: 'dark' });
    await ask(page, 'đăng ký kết hôn cần giấy tờ gì');
    await eventually(async () =>
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(17, 24, 22)'),
    );
    expect(await complaints(page)).toEqual([]);
    await picture(page, 'dark-768');
  });
});

describe('reduced motion', () => {
  it('moves nothing', async () => {
    const { page } = await site.open('/chat', { viewport: phone, reducedMotion: 'reduce' });
    await page.route('**/activities', (route) => new Promise(() => route));
    await page.locator('#question').fill('khai sinh');
    await page.keyboard.press('Enter');
    const dot = page.locator('.dots i').first();
    await dot.waitFor();
    expect(await dot.evaluate((one) => getComputedStyle(one).animationName)).toBe('none');
  });
});

describe('the keyboard alone', () => {
  it('goes through the page in the order of reading and does everything', async () => {
    const { page } = await site.open('/chat', { viewport: { width: 1280, height: 800 } });
    await page.locator('.example').first().waitFor();
    const order: string[] = [];
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Tab');
      order.push(await focused(page));
    }
    expect(order[0]).toBe('Tới ô đặt câu hỏi');
    expect(order.slice(1, 8)).toEqual([
      'A Chữ vừa',
      'A+ Chữ to',
      'A++ Chữ rất to',
      'VI Tiếng Việt',
      'EN English',
      'Tùy chọn',
      'Gặp cán bộ',
    ]);
    expect(order.slice(8, 12).at(-1)).toBe('question');
    await page.keyboard.type('đăng ký kết hôn');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('cần giấy tờ gì');
    await eventually(async () =>
      expect(await page.locator('#question').inputValue()).toBe('đăng ký kết hôn\ncần giấy tờ gì'),
    );
    await page.keyboard.press('Enter');
    await page.locator('.card').waitFor();
    expect(await focused(page)).toBe('question');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('Có ích');
    const ring = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineWidth);
    expect(Number.parseFloat(ring)).toBeGreaterThanOrEqual(2);
    await page.keyboard.press('Enter');
    await page.getByText('Cảm ơn ông/bà đã góp ý.').waitFor();
  });

  it('leaves a key that only composes a letter alone', async () => {
    const { page } = await site.open('/chat', { viewport: phone });
    await page.locator('#question').fill('khai sinh');
    await page.locator('#question').evaluate((box) => {
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    });
    await eventually(async () => expect(await page.locator('.bubble').count()).toBe(0));
  });
});

describe('what a screen reader is told', () => {
  it('has a log that speaks politely, headings in order, and the language of each part', async () => {
    const { page } = await site.open('/chat?lang=en', { viewport: phone });
    await ask(page, 'What is the fee to register a birth?');
    await eventually(async () => expect(await page.getByRole('log').getAttribute('aria-live')).toBe('polite'));
    await eventually(async () => expect(await page.locator('html').getAttribute('lang')).toBe('en'));
    await eventually(async () => expect(await page.locator('.card-title').first().getAttribute('lang')).toBe('vi'));
    await eventually(async () => expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1));
    await eventually(async () =>
      expect(await page.getByRole('button', { name: 'See the source' }).isVisible()).toBe(true),
    );
    expect(await complaints(page)).toEqual([]);
    await picture(page, 'english-360');
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await page.locator('html[lang="vi"]').waitFor({ state: 'attached' });
    await eventually(async () => expect(await page.locator('.send').innerText()).toBe('Hỏi'));
  });

  it('sees the time in Vietnam', async () => {
    const { page } = await site.open('/chat', { viewport: phone });
    await ask(page, 'khai sinh');
    const expected = new Intl.DateTimeFormat('vi-VN', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'Asia/Ho_Chi_Minh',
    });
    const minute = 60_000;
    const near = [-minute, 0, minute].map((off) => expected.format(Date.now() + off));
    expect(near).toContain(await page.locator('.mine-state time').innerText());
  });
});

describe('without JavaScript', () => {
  it('answers by the plain form, with chips, sources and a way to clear the talk', async () => {
    const { page, troubles } = await site.open('/', { viewport: phone, javaScriptEnabled: false });
    await page.locator('#q').fill('lệ phí khai sinh');
    await page.getByRole('button', { name: 'Hỏi' }).click();
    await eventually(async () => expect(await page.locator('.answer').innerText()).toMatch('khai sinh'));
    await picture(page, 'no-javascript-360');
    await page.locator('.answer .chips a').first().click();
    await eventually(async () => expect(await page.locator('.turn').count()).toBe(2));
    await page.getByRole('button', { name: 'Xóa cuộc trò chuyện' }).click();
    await eventually(async () => expect(await page.locator('.turn').count()).toBe(0));
    expect(troubles).toEqual([]);
  });

  it('is also readable by the statement on accessibility', async () => {
    const { page } = await site.open('/tro-nang', { viewport: phone });
    await eventually(async () => expect(await page.getByRole('heading', { level: 2 }).innerText()).toMatch('Trợ năng'));
    expect(await complaints(page)).toEqual([]);
  });

  it('keeps what the plain form had answered when the chat takes over', async () => {
    const { page, troubles } = await site.open('/hoi?q=l%E1%BB%87%20ph%C3%AD%20khai%20sinh&id=plain-1', {
      viewport: phone,
    });
    await page.locator('.earlier .answer').waitFor();
    await page.locator('.earlier .chips a').first().click();
    await page.locator('.log .card').waitFor();
    await eventually(async () => expect(await page.locator('.earlier .turn').count()).toBe(1));
    expect(await complaints(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
