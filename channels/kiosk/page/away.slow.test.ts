import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { askBy, atIdle, type OpenKiosk, openKioskSite, press, upright } from './test/open-page.ts';

jest.setTimeout(120_000);

let all: OpenKiosk;
beforeEach(async () => {
  all = await openKioskSite();
}, 180_000);
afterEach(() => all.stop().catch(() => {}), 30_000);

/** The page has its copies, and hears at once that the server is gone. */
async function openThenLeave() {
  const visited = await all.open({ viewport: upright });
  await visited.page.waitForFunction(async () => {
    const page = await (await caches.open('kiosk-page')).keys();
    const copy = await (await caches.open('kiosk-copy')).keys();
    return page.length > 3 && copy.length > 0 && Boolean(navigator.serviceWorker.controller);
  });
  return visited;
}

const away = 'Đang mất kết nối. Em trả lời theo bản lưu ngày 22/11/2026.';

describe('with the server away', () => {
  it('answers from its own copy and says so, hides what needs the server, and comes back by itself', async () => {
    const { page } = await openThenLeave();
    await all.kiosk.leave();
    await page.evaluate(() => dispatchEvent(new Event('offline')));
    await page.getByText(away).waitFor();
    expect(await page.locator('.tile').allInnerTexts()).toEqual([expect.stringMatching('Sơ đồ quầy')]);
    await askBy(page, 'lam giay khai sinh cho chau can gi');
    expect(await page.locator('.card').innerText()).toMatch(/Đăng ký khai sinh[\s\S]*Giấy chứng sinh/);
    await press(page, 'Lệ phí');
    await page.getByText('không mất phí').waitFor();
    await askBy(page, 'thả diều');
    await page.getByText('Bản lưu chưa có việc này').waitFor();
    await press(page, 'Gặp cán bộ');
    await page.getByText('mời ông/bà ra quầy tiếp nhận').waitFor();
    await press(page, 'Xong');
    await atIdle(page);
    await all.kiosk.comeBack();
    await page.getByText(away).waitFor({ state: 'detached' });
    expect(await page.locator('.tile').count()).toBe(4);
    await askBy(page, 'làm khai sinh cho cháu');
    await page.getByText('Dạ, làm khai sinh cho cháu cần mang').waitFor();
  });

  it('starts anew after a reload, with its fonts and all', async () => {
    const { page } = await openThenLeave();
    await all.kiosk.leave();
    await page.reload();
    await page.getByText(away).waitFor();
    expect(await page.evaluate(() => document.fonts.check('700 20px "Be Vietnam Pro"'))).toBe(true);
    await askBy(page, 'đăng ký tạm trú');
    expect(await page.locator('.card').innerText()).toMatch('Tờ khai thay đổi thông tin cư trú');
    await all.kiosk.comeBack();
    await page.getByText(away).waitFor({ state: 'detached' });
  });

  it('answers from the copy when the server goes in the middle of a question', async () => {
    const { page } = await openThenLeave();
    await askBy(page, 'làm khai sinh cho cháu');
    all.kiosk.desk.answerAfterMs = 60_000;
    await press(page, 'Hỏi câu khác');
    await page.locator('.field input').fill('đăng ký kết hôn');
    await press(page, 'Hỏi');
    await page.locator('.waiting').waitFor();
    await all.kiosk.leave();
    await page.getByText(away).waitFor();
    await page.getByText('Tờ khai đăng ký kết hôn').waitFor();
    expect(await page.locator('.asked-words').innerText()).toBe('đăng ký kết hôn');
  });
});
