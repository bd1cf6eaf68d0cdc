import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openSite, type Site } from '../../web/chat-page/browser.ts';
import { askBy, atIdle, press, upright } from './test/open-page.ts';

jest.setTimeout(120_000);

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 180_000);
afterAll(() => site.stop(), 30_000);

describe('the page on the real program', () => {
  it('greets, answers from a record, goes on by a button, and is nobody’s again', async () => {
    const { page, troubles } = await site.open('/kiosk', { viewport: upright });
    await page.locator('.most-button').first().waitFor();
    await askBy(page, 'làm khai sinh cho con cần giấy tờ gì');
    await page.locator('.piece-title').waitFor();
    expect(await page.locator('.talk-answer').innerText()).toMatch('khai sinh');
    await page.locator('.option').first().click();
    await page.locator('.asked-words').waitFor();
    await page.locator('.waiting').waitFor({ state: 'detached' });
    const ended = page.waitForResponse((reply) => reply.request().method() === 'DELETE');
    await press(page, 'Xong');
    await atIdle(page);
    expect((await ended).status()).toBe(204);
    expect(troubles).toEqual([]);
  });

  it('keeps a copy of the real guides, and answers from it when the line is cut', async () => {
    const { page } = await site.open('/kiosk', { viewport: upright });
    await page.locator('.most-button').first().waitFor();
    await page.waitForFunction(async () => (await (await caches.open('kiosk-copy')).keys()).length > 0);
    await page.context().setOffline(true);
    await page.locator('.strip-away').waitFor();
    await askBy(page, 'dang ky khai sinh can giay to gi');
    expect(await page.locator('.card').innerText()).toMatch(/khai sinh/i);
    await page.context().setOffline(false);
    await page.locator('.strip-away').waitFor({ state: 'detached' });
  });
});
