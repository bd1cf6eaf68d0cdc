import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Memory, openMemory } from './test/heap.ts';
import { type OpenKiosk, openKioskSite, upright } from './test/open-page.ts';
import { randomOf, slopeOf } from './test/random.ts';
import { stubVoices } from './test/stub-voices.ts';

jest.setTimeout(900_000);

let all: OpenKiosk;
beforeAll(async () => {
  all = await openKioskSite();
}, 180_000);
afterAll(() => all.stop(), 30_000);

/** Seconds that pass after a touch; a longer silence ends the visit. */
const pauses = [1, 2, 3, 4, 8, 20, 60] as const;
/** `KIOSK_HOURS=8` for a whole day of an office. */
const openHours = Number(process.env.KIOSK_HOURS ?? 4);
const dayMs = openHours * 3_600_000;
const sample = 16;

/** The page's own time in steps that are shorter than its time limits: real calls come back in between. */
async function pass(page: Page, seconds: number) {
  for (let left = seconds; left > 0; left -= 4) await page.clock.runFor(Math.min(4, left) * 1000);
}

/** One touch, key or word at random on what is shown, never the same way twice in a row for long. */
async function doSomething(page: Page, random: () => number) {
  await page.evaluate(
    ([first = 0, second = 0]) => {
      const targets = [...document.querySelectorAll<HTMLElement>('button:not(:disabled)')].filter(
        (one) => !one.closest('[inert]'),
      );
      const field = document.querySelector<HTMLInputElement>('.field input');
      const words = [
        'làm khai sinh cho cháu',
        'lệ phí khai sinh',
        'mất giấy khai sinh',
        'gặp cán bộ',
        'xyz',
        '010190000011',
      ];
      if (field && first < 0.15) {
        field.value = words[Math.floor(second * words.length)] ?? '';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        return;
      }
      const target = targets[Math.floor(second * targets.length)];
      for (const kind of ['pointerdown', 'pointerup'])
        target?.dispatchEvent(new PointerEvent(kind, { bubbles: true, isPrimary: true, button: 0 }));
      target?.click();
    },
    [random(), random()],
  );
}

const rest = async (page: Page) => {
  await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.foot-done, .over .big')]
      .at(-1)
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true })),
  );
  await pass(page, 64);
  await page.locator('.frame-idle').waitFor();
};

const sizeAtRest = async (page: Page, memory: Memory) => {
  await rest(page);
  return memory.size();
};

describe('hours of random visitors', () => {
  it('leave no more memory, elements or listeners than a few did', async () => {
    const { page, troubles } = await all.site.open('/health', { viewport: upright, reducedMotion: 'reduce' });
    await page.addInitScript(stubVoices, { recognition: 'làm khai sinh cho cháu', voice: false });
    await page.addInitScript(() => {
      window.print = () => dispatchEvent(new Event('afterprint'));
    });
    await page.clock.install();
    await page.goto(`${all.kiosk.base}/kiosk`);
    await page.locator('.most-button').first().waitFor();
    const random = randomOf(20261122);
    const memory = await openMemory(page);
    const started = await page.evaluate(() => Date.now());
    const sizes: Awaited<ReturnType<Memory['size']>>[] = [];
    let touches = 0;
    for (let at = 0; at < dayMs; at = (await page.evaluate(() => Date.now())) - started) {
      await doSomething(page, random);
      touches += 1;
      await pass(page, pauses[Math.floor(random() * pauses.length)] ?? 1);
      if (at >= (sizes.length * dayMs) / sample) sizes.push(await sizeAtRest(page, memory));
    }
    sizes.push(await sizeAtRest(page, memory));
    const later = sizes.slice(3);
    const hours = later.map((_, index) => (index * openHours) / sample);
    const growth = {
      kilobytesAnHour: slopeOf(
        hours,
        later.map(({ bytes }) => bytes / 1024),
      ),
      nodesAnHour: slopeOf(
        hours,
        later.map(({ nodes }) => nodes),
      ),
      listenersAnHour: slopeOf(
        hours,
        later.map(({ listeners }) => listeners),
      ),
    };
    process.stderr.write(
      `${JSON.stringify({ touches, visits: all.kiosk.desk.talks.size, growth, first: later[0], last: later.at(-1) })}\n`,
    );
    expect(touches).toBeGreaterThan(125 * openHours);
    expect(all.kiosk.desk.talks.size).toBeGreaterThan(6 * openHours);
    expect(Math.abs(growth.nodesAnHour)).toBeLessThan(5);
    expect(Math.abs(growth.listenersAnHour)).toBeLessThan(2);
    expect(growth.kilobytesAnHour).toBeLessThan(20);
    expect(troubles.filter((one) => !/40[0-9]|aborted/i.test(one))).toEqual([]);
  });
});
