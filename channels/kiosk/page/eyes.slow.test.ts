import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { complaints } from '../../web/chat-page/browser.ts';
import { eyesOf, type Missed } from './test/eyes.ts';
import {
  askBy,
  atIdle,
  type OpenKiosk,
  openKioskSite,
  press,
  proveDossier,
  sizes,
  upright,
  wide,
} from './test/open-page.ts';

jest.setTimeout(240_000);

let all: OpenKiosk;
beforeAll(async () => {
  all = await openKioskSite({ banners: [{ text: 'Chiều nay trụ sở nghỉ để diễn tập.', emergency: false }] });
}, 180_000);
afterAll(() => all.stop(), 30_000);

const toAnswer = (page: Page) => askBy(page, 'làm khai sinh cho cháu');

/** Every screen, from idle, with what is to be waited for. */
const screens: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['idle', async () => {}],
  ['ask', (page) => page.locator('.invite').click()],
  ['talk', toAnswer],
  [
    'list',
    async (page) => {
      await toAnswer(page);
      await press(page, 'Mang danh sách về');
      await page.locator('.code-sign').waitFor();
    },
  ],
  [
    'map',
    async (page) => {
      await page.locator('.tile', { hasText: 'Sơ đồ quầy' }).click();
      await page.locator('.counter').first().click();
    },
  ],
  [
    'ticket',
    async (page) => {
      await page.locator('.tile', { hasText: 'Lấy số thứ tự' }).click();
      await page.locator('.choice').first().click();
      await page.locator('.taken-number').waitFor();
    },
  ],
  ['open-list', (page) => page.locator('.tile', { hasText: 'Mở danh sách' }).click()],
  ['dossier', proveDossier],
  [
    'person',
    async (page) => {
      await press(page, 'Gặp cán bộ');
      await page.locator('.place-code').waitFor();
    },
  ],
  [
    'rate',
    async (page) => {
      await toAnswer(page);
      await press(page, 'Chấm điểm');
    },
  ],
  ['emergency', (page) => press(page, 'Khẩn cấp')],
];

/** What is wrong on each screen, one line each; [] when nothing is. */
async function walk(page: Page, look: (page: Page) => Promise<readonly string[]>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, go] of screens) {
    await go(page);
    await page.locator(`.frame-${name}`).waitFor();
    await page.locator('.paged-measuring').waitFor({ state: 'detached' });
    for (const one of await look(page)) found.push(`${name}: ${one}`);
    await press(page, 'Xong');
    await atIdle(page);
  }
  return found;
}

const missedOn = async (page: Page, kinds: readonly (keyof Missed)[] = ['small', 'faint', 'tiny', 'outside']) => {
  const missed = await eyesOf(page);
  return kinds.flatMap((kind) => missed[kind].map((what) => `${kind} ${what}`));
};

describe.each(sizes)('every screen at %s', (_name, viewport) => {
  it('is clean for axe, its letters at least 28 px with 7:1, its buttons at least 64 px, nothing cut off', async () => {
    const { page, troubles } = await all.open({ viewport, reducedMotion: 'reduce' });
    expect(await walk(page, async () => [...(await complaints(page)), ...(await missedOn(page))])).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('keeps all that in black and white', async () => {
    const { page } = await all.open({ viewport, reducedMotion: 'reduce' });
    const look = async () => {
      await press(page, 'Đen trắng');
      await page.locator('html.contrast').waitFor();
      return [...(await complaints(page)), ...(await missedOn(page))];
    };
    expect(await walk(page, look)).toEqual([]);
  });

  it('keeps its room with a larger type', async () => {
    const { page } = await all.open({ viewport, reducedMotion: 'reduce' });
    const look = async () => {
      await press(page, 'Chữ to');
      await page.locator('html.large').waitFor();
      await page.locator('.paged-measuring').waitFor({ state: 'detached' });
      return missedOn(page, ['small', 'tiny', 'outside']);
    };
    expect(await walk(page, look)).toEqual([]);
  });
});

describe('calm', () => {
  it('moves nothing for whoever wants no motion, and slowly for the others', async () => {
    const calm = await all.open({ viewport: upright, reducedMotion: 'reduce' });
    const names = (page: Page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .map((one) => getComputedStyle(one).animationName)
          .filter((name) => name !== 'none'),
      );
    expect(await names(calm.page)).toEqual([]);
    const moving = await all.open({ viewport: upright });
    expect(await names(moving.page)).toContain('turn');
    const seconds = await moving.page
      .locator('.drum-face')
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).animationDuration));
    expect(seconds).toBeGreaterThanOrEqual(60);
  });
});

describe('the keyboard alone', () => {
  it('asks, reads on, and finishes; the focus goes with the screen and is seen', async () => {
    const { page, troubles } = await all.open({ viewport: wide });
    const focusOn = async (name: string) => {
      for (let step = 0; step < 90; step += 1) {
        await page.keyboard.press('Tab');
        const now = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
        if (now.startsWith(name)) return;
      }
      throw new Error(`No way by Tab to «${name}»`);
    };
    await focusOn('Chạm vào đây để hỏi');
    const ring = await page.evaluate(() =>
      Number.parseFloat(getComputedStyle(document.activeElement ?? document.body).outlineWidth),
    );
    expect(ring).toBeGreaterThanOrEqual(4);
    await page.keyboard.press('Enter');
    await page.locator('.field input').waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toMatch('main-ask');
    await page.keyboard.press('Tab');
    await page.keyboard.type('khai sinh', { delay: 70 });
    await page.keyboard.press('Enter');
    await page.locator('.piece-title').waitFor();
    await focusOn('Tiếp');
    await page.keyboard.press('Enter');
    await page.getByText('Phần 2 trong').waitFor();
    await focusOn('Xong');
    await page.keyboard.press('Enter');
    await atIdle(page);
    expect(troubles).toEqual([]);
  });
});

describe('a screen reader', () => {
  it('finds one heading of the page, landmarks, names of keys, and hears what comes', async () => {
    const { page } = await all.open({ viewport: upright });
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    for (const role of ['banner', 'main', 'contentinfo'] as const) expect(await page.getByRole(role).count()).toBe(1);
    await page.locator('.invite').click();
    await page.getByRole('button', { name: 'huyền' }).waitFor();
    await page.getByRole('textbox', { name: 'Câu hỏi của ông/bà' }).waitFor();
    await press(page, 'Xong');
    await toAnswer(page);
    expect(await page.locator('.paged-box').getAttribute('aria-live')).toBe('polite');
    expect(await page.locator('.toast').getAttribute('role')).toBe('status');
  });
});
