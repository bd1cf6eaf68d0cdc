/** Pictures for the guides of what citizens and staff see together. Each is looked at before it is kept. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../../pages/eventually.ts';
import { ask, complaints, picture, type VisitedPage } from '../../web/chat-page/browser.ts';
import { type Officer, openRealSite, type RealSite } from './test/real-site.ts';

jest.setTimeout(240_000);

const wide = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
const small = { width: 320, height: 640 };

let real: RealSite;
let lan: Officer;
let editor: Officer;
let admin: Officer;
beforeAll(async () => {
  real = await openRealSite();
  lan = await real.officer({ name: 'Lan', desk: 'Hộ tịch' });
  editor = await real.officer({ name: 'Tâm', role: 'editor' });
  admin = await real.officer({ name: 'Mỷ', role: 'admin' });
}, 240_000);
afterAll(() => real?.stop(), 60_000);

const codeOf = (text: string) => /Mã của câu hỏi: ([A-Z0-9]{3}-[A-Z0-9]{3})/.exec(text)?.[1] ?? '';

/** Nothing wider than the screen, nothing that axe finds. */
async function isSound({ page }: VisitedPage): Promise<void> {
  expect([page.url(), await complaints(page)]).toEqual([page.url(), []]);
  const [all, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect([page.url(), all]).toEqual([page.url(), seen]);
}

describe('a hand-off as the citizen sees it', () => {
  it.each([
    ['360', phone],
    ['1280', wide],
  ])('at %s px: the promise with its code, then the officer', async (name, viewport) => {
    const citizen = await real.citizen({ viewport });
    await ask(citizen.page, 'Trễ hạn khai sinh cho con có bị phạt không?');
    await ask(citizen.page, 'cho tôi gặp cán bộ');
    await picture(citizen.page, `hand-off-${name}`);
    const code = codeOf(await citizen.page.locator('.log').innerText());
    const { page } = await lan.open(`/console?ma=${code}`, { viewport: wide });
    await page.locator('#claim').click();
    await page.locator('.end-buttons').waitFor();
    await page.locator('#compose').fill('Chào chị, tôi là Lan ở bàn Hộ tịch. Chị ra quầy hôm nay được, tôi chờ.');
    await page.keyboard.press('Enter');
    await citizen.page.locator('.log').getByText('tôi chờ').waitFor();
    await citizen.page.locator('#question').fill('dạ tôi cảm ơn');
    await citizen.page.keyboard.press('Enter');
    await picture(citizen.page, `officer-${name}`);
    await page.getByRole('button', { name: 'Kết thúc' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc' }).click();
    await citizen.page.locator('.log').getByText('mấy sao').waitFor();
    await picture(citizen.page, `rating-${name}`);
    await isSound(citizen);
    await eventually(async () => expect(await page.locator('.said-notice').innerText()).toContain('đã vào trả lời'));
  });
});

describe('the views of staff', () => {
  it('shows an editor what was asked in vain, and the draft made of it', async () => {
    for (const text of [
      'nuôi chim yến có phải khai không',
      'nuoi chim yen phai xin giay gi',
      'xin giấy phép nuôi cá sấu ở đâu',
    ]) {
      const citizen = await real.citizen();
      await ask(citizen.page, text);
    }
    const visited = await editor.open('/console/cau-hoi', { viewport: { width: 1280, height: 480 } });
    await visited.page.getByRole('heading', { name: 'Câu hỏi chưa trả lời được' }).waitFor();
    await visited.page.locator('.editorial-item summary').first().click();
    await picture(visited.page, 'console-questions-1280');
    await isSound(visited);
  });

  it('shows an officer who practises the citizens there are, and a talk', async () => {
    const visited = await lan.open('/console/luyen-tap', { viewport: wide });
    await visited.page.locator('.scenario-list .button').first().waitFor();
    await picture(visited.page, 'console-practice-1280');
    await isSound(visited);
    await visited.page.locator('.scenario-list .button').first().click();
    await visited.page.getByLabel('Câu trả lời của anh/chị').fill('Dạ, cháu chào ông Năm. Cháu nghe ông ạ.');
    await visited.page.getByRole('button', { name: 'Gửi' }).click();
    await visited.page.waitForTimeout(800);
    await picture(visited.page, 'console-practice-talk-1280');
    await isSound(visited);
  });

  it('shows an admin the log in words', async () => {
    const visited = await admin.open('/console/nhat-ky', { viewport: wide });
    await visited.page.locator('.row').first().waitFor();
    await eventually(async () => expect(await visited.page.locator('.rows').innerText()).toContain('Nhận trả lời'));
    await eventually(async () =>
      expect(await visited.page.locator('.rows').innerText()).toMatch(/Nhận trả lời cuộc trao đổi [0-9a-f]{8}\nLan,/),
    );
    await picture(visited.page, 'console-audit-1280');
    await isSound(visited);
  });

  it('fits on 320 px, and at twice the size of type', async () => {
    for (const path of ['nhan-su', 'nhat-ky', 'cai-dat', 'tat-mo', 'so-lieu', 'tra-cuu']) {
      const visited = await admin.open(`/console/${path}`, { viewport: small });
      await visited.page.locator('main h1').waitFor({ state: 'attached' });
      await visited.page.waitForTimeout(400);
      await isSound(visited);
      await visited.page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      const wider = await visited.page.evaluate(() => {
        const all = document.documentElement.scrollWidth > innerWidth ? [...document.querySelectorAll('main *')] : [];
        const over = all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
        return over.map((one) => `${one.tagName} ${one.className} ${one.textContent?.slice(0, 20)}`);
      });
      expect([path, wider]).toEqual([path, []]);
      await visited.page.context().close();
    }
  });

  it('has one line of navigation for each role at 1280 px', async () => {
    for (const one of [lan, editor, admin]) {
      const { page } = await one.open('/console/cai-dat', { viewport: wide });
      await page.locator('.head-nav').first().waitFor();
      const heights = await page.locator('.head-row').evaluate((row) => row.getBoundingClientRect().height);
      expect(heights).toBeLessThan(70);
      await page.context().close();
    }
  });
});
