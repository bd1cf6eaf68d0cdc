import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../../pages/eventually.ts';
import { ask, complaints, picture, type VisitedPage } from '../../web/chat-page/browser.ts';
import { testPng } from '../pictures/test-pictures.ts';
import { type Officer, openRealSite, type RealSite } from './test/real-site.ts';

jest.setTimeout(180_000);

const wide = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

let real: RealSite;
let lan: Officer;
let minh: Officer;
beforeAll(async () => {
  real = await openRealSite();
  lan = await real.officer({ name: 'Lan', desk: 'Hộ tịch' });
  minh = await real.officer({ name: 'Minh', desk: 'Chứng thực' });
}, 240_000);
afterAll(() => real?.stop(), 60_000);
// One officer may have six consoles open, and those of tests before would count.
afterEach(async () => {
  for (const context of real.site.browser.contexts()) await context.close();
});

/** A citizen who has asked for a person, and the console of an officer with his talk open. */
async function handedOver(asked = 'Làm khai sinh cho con cần giấy tờ gì?'): Promise<VisitedPage> {
  const citizen = await real.citizen();
  await ask(citizen.page, asked);
  await ask(citizen.page, 'cho tôi gặp cán bộ');
  return citizen;
}

const codeOf = async (citizen: Page): Promise<string> => {
  const text = await citizen.locator('.log').innerText();
  return /Mã của câu hỏi: ([A-Z0-9]{3}-[A-Z0-9]{3})/.exec(text)?.[1] ?? '';
};

/** As a call on the phone opens it: by its code. */
async function openTalk(officer: Officer, code: string, viewport = wide): Promise<VisitedPage> {
  const visited = await officer.open(`/console?ma=${code}`, { viewport });
  await visited.page.getByRole('heading', { name: new RegExp(code) }).waitFor();
  return visited;
}

async function claim(page: Page): Promise<void> {
  await page.locator('#claim').click();
  await page.getByText('Anh/chị đã nhận cuộc này').waitFor();
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('#compose').fill(text);
  await page.keyboard.press('Enter');
  await page.locator('.said-officer:not(.said-outgoing)', { hasText: text }).waitFor();
}

async function endAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').getByRole('button', { name }).click();
}

const hears = (citizen: Page, text: string | RegExp) => citizen.locator('.log').getByText(text).first().waitFor();

describe('a citizen and two officers', () => {
  it('go through claim, reply, silence of the bot, a crashed browser, return and a further question', async () => {
    const citizen = await handedOver();
    const code = await codeOf(citizen.page);
    expect(code).not.toBe('');
    const one = await openTalk(lan, code);
    const two = await openTalk(minh, code);
    await eventually(async () =>
      expect(await one.page.locator('.said-bot .card', { hasText: 'Giấy tờ cần có' }).innerText()).toMatch(
        /Giấy chứng sinh/,
      ),
    );
    await picture(one.page, 'console-waiting-1280');

    // Both press at the same moment: one has it, the other is told who was quicker.
    await Promise.all([one.page.locator('#claim').click(), two.page.locator('#claim').click()]);
    const holder = await Promise.race([
      one.page
        .locator('.end-buttons')
        .waitFor()
        .then(() => one),
      two.page
        .locator('.end-buttons')
        .waitFor()
        .then(() => two),
    ]);
    const other = holder === one ? two : one;
    await other.page.locator('.claim-other').waitFor();
    await eventually(async () => expect(await other.page.locator('.end-buttons').count()).toBe(0));
    const name = holder === one ? 'Lan' : 'Minh';
    await eventually(async () =>
      expect(await other.page.locator('.claim-other').innerText()).toBe(`${name} đang trả lời cuộc này.`),
    );

    await say(holder.page, 'Chào chị, chị làm ở nơi đang tạm trú được, không cần về quê.');
    await hears(citizen.page, /làm ở nơi đang tạm trú được/);

    // While an officer holds it the bot says nothing, whatever is asked.
    const cards = await citizen.page.locator('.log .card-answered').count();
    await citizen.page.locator('#question').fill('lệ phí khai sinh bao nhiêu?');
    await citizen.page.keyboard.press('Enter');
    await holder.page.locator('.said-citizen', { hasText: 'lệ phí khai sinh bao nhiêu?' }).waitFor();
    await say(holder.page, 'Khai sinh đúng hạn không mất lệ phí chị nhé.');
    await hears(citizen.page, /không mất lệ phí chị nhé/);
    await eventually(async () => expect(await citizen.page.locator('.log .card-answered').count()).toBe(cards));
    await picture(holder.page, 'console-talk-1280');

    // A browser that is gone: its officer opens another and goes on, without a word lost.
    await holder.page.locator('#compose').fill('còn một điều nữa');
    await holder.page.context().close();
    const again = await openTalk(holder === one ? lan : minh, code);
    await again.page.locator('.end-buttons').waitFor();
    await say(again.page, 'Chị mang theo căn cước khi đi nộp.');
    await hears(citizen.page, /mang theo căn cước/);

    await endAs(again.page, 'Trả lại cho trợ lý');
    await again.page.getByText('Đã trả lại cho trợ lý').first().waitFor();
    await ask(citizen.page, 'thế bao lâu xong?');
    await hears(citizen.page, /Thời gian|ngày/);
    expect(again.troubles).toEqual([]);
    expect(other.troubles.filter((one) => !one.includes('409'))).toEqual([]);
  });

  it('pass a talk on with a word, and the next one goes on', async () => {
    const citizen = await handedOver('Chứng thực bản sao cần gì?');
    const code = await codeOf(citizen.page);
    const one = await openTalk(lan, code);
    await claim(one.page);
    await say(one.page, 'Chào anh, tôi chuyển anh sang bàn chứng thực.');
    await one.page.getByRole('button', { name: 'Chuyển', exact: true }).click();
    const dialog = one.page.getByRole('dialog', { name: 'Chuyển cuộc này' });
    await dialog.getByText('Minh').click();
    await dialog.getByLabel('Lời nhắn cho người nhận').fill('đã hỏi rõ, cần bản sao hộ khẩu cũ');
    await dialog.getByRole('button', { name: 'Chuyển', exact: true }).click();
    await one.page.getByText('Đã chuyển.').waitFor();
    const two = await openTalk(minh, code);
    await two.page.getByText('cần bản sao hộ khẩu cũ').waitFor();
    if ((await two.page.locator('#claim').count()) > 0) await claim(two.page);
    await say(two.page, 'Chào anh, tôi là Minh ở bàn chứng thực.');
    await hears(citizen.page, /tôi là Minh/);
    await one.page.locator('#compose').press('Enter');
    await eventually(async () => expect(await one.page.locator('.end-buttons').count()).toBe(0));
  });

  it('are rated when it is finished, and the officer sees it', async () => {
    const citizen = await handedOver('Đăng ký tạm trú ở đâu?');
    const code = await codeOf(citizen.page);
    const one = await openTalk(lan, code);
    await claim(one.page);
    await say(one.page, 'Anh nộp ở công an xã nơi tạm trú.');
    await hears(citizen.page, /công an xã nơi tạm trú/);
    await endAs(one.page, 'Kết thúc');
    await one.page.getByText('Người dân chưa chấm.').waitFor();
    await citizen.page.locator('#question').fill('5');
    await citizen.page.keyboard.press('Enter');
    await one.page.getByText('Người dân chấm 5 trên 5').waitFor();
    expect(await complaints(one.page)).toEqual([]);
  });

  it('exchange pictures and notes, and the citizen never sees a note', async () => {
    const citizen = await handedOver();
    const one = await openTalk(lan, await codeOf(citizen.page));
    await claim(one.page);
    await one.page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'mau.png', mimeType: 'image/png', buffer: testPng() });
    await one.page.getByRole('button', { name: 'Bỏ ảnh 1' }).waitFor();
    await one.page.locator('#compose').fill('Đây là mẫu tờ khai.');
    await one.page.locator('.send').click();
    await one.page.locator('.said-officer img').waitFor();
    await hears(citizen.page, 'Đây là mẫu tờ khai.');
    await one.page.locator('#mode-note').click();
    await one.page.locator('#compose').fill('người này còn thiếu giấy chứng sinh');
    await one.page.locator('.send').click();
    await one.page.locator('.internal-note').waitFor();
    expect(await complaints(one.page)).toEqual([]);
    await picture(one.page, 'console-note-1280');
    await eventually(async () =>
      expect(await citizen.page.locator('.log').innerText()).not.toMatch('còn thiếu giấy chứng sinh'),
    );
    await endAs(one.page, 'Kết thúc');
  });
});

describe('an officer with a phone', () => {
  it('opens the call and answers with one hand', async () => {
    const citizen = await handedOver();
    const code = await codeOf(citizen.page);
    const inbox = await lan.open('/console', { viewport: phone, hasTouch: true });
    await inbox.page.locator('.item').first().waitFor();
    expect(await complaints(inbox.page)).toEqual([]);
    await picture(inbox.page, 'console-inbox-360');
    const one = await lan.open(`/console?ma=${code}`, { viewport: phone, hasTouch: true });
    await one.page.locator('#claim').tap();
    await one.page.locator('#compose').fill('Chào chị, tôi xem ngay.');
    await one.page.locator('.send').tap();
    await hears(citizen.page, 'Chào chị, tôi xem ngay.');
    await picture(one.page, 'console-talk-360');
    expect(await complaints(one.page)).toEqual([]);
    await eventually(async () =>
      expect(await one.page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width),
    );
    expect(one.troubles).toEqual([]);
  });
});

describe('the other views', () => {
  it('search as staff do: legal basis, competence, and a citation to copy', async () => {
    const { page, troubles } = await lan.open('/console/tra-cuu', { viewport: wide });
    await page.getByLabel('Hỏi như người dân hỏi').fill('đăng ký khai sinh');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /1\.001193/ }).click();
    await page.locator('.official-legal').waitFor();
    await eventually(async () => expect(await page.locator('.citation').innerText()).toMatch('1.001193'));
    expect(await complaints(page)).toEqual([]);
    await picture(page, 'console-search-1280');
    expect(troubles).toEqual([]);
  });

  it('keep accounts: an admin invites by a link that is shown once', async () => {
    const admin = await real.officer({ name: 'Hà', role: 'admin' });
    const { page, troubles } = await admin.open('/console', { viewport: wide });
    await page.getByRole('link', { name: 'Nhân sự' }).click();
    await page.getByText('Chứng thực').first().waitFor();
    await picture(page, 'console-staff-1280');
    expect(await complaints(page)).toEqual([]);
    await page.getByRole('button', { name: 'Mời người mới' }).click();
    await page.getByLabel('Tên người dân sẽ thấy').fill('Tâm');
    await page.getByLabel('Tên đăng nhập').fill('tam');
    expect(await complaints(page)).toEqual([]);
    await page.getByRole('button', { name: 'Tạo đường dẫn mời' }).click();
    await eventually(async () =>
      expect(await page.locator('.made-link').innerText()).toMatch(/\/console\/kich-hoat\/./),
    );
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Sửa tài khoản của Tâm' }).waitFor();
    await page.getByRole('link', { name: 'Nhật ký' }).click();
    await page.locator('.row').first().waitFor();
    expect(await complaints(page)).toEqual([]);
    await page.getByRole('link', { name: 'Cài đặt' }).click();
    await page.getByRole('heading', { name: 'Gọi trên máy này' }).waitFor();
    expect(await complaints(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('say goodbye at the sign-out, and keep no word on the machine', async () => {
    const citizen = await handedOver();
    const guest = await real.officer({ name: 'Thu' });
    const one = await openTalk(guest, await codeOf(citizen.page));
    await claim(one.page);
    await one.page.locator('#compose').fill('đang gõ dở');
    await eventually(async () =>
      expect(await one.page.evaluate(() => Object.keys(sessionStorage).length)).toBeGreaterThan(0),
    );
    await one.page.getByRole('button', { name: 'Đăng xuất' }).first().click();
    await one.page.waitForURL(/dang-xuat/);
    await eventually(async () => expect(await one.page.evaluate(() => Object.keys(sessionStorage).length)).toBe(0));
  });
});
