/** A citizen's own dossiers in a real browser, with everything real behind them but the people: see `start-demo.ts`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openTestDatabase, type TestDatabase } from '../../bot/store/test-database.ts';
import { eventually } from '../../channels/pages/eventually.ts';
import { ask, browseAt, complaints, picture, type Site } from '../../channels/web/chat-page/browser.ts';
import { type Demo, startDemo } from './start-demo.ts';

jest.setTimeout(240_000);
const phone = { width: 360, height: 740 };
const desktop = { width: 1280, height: 800 };
const folder = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-demo-'));

let database: TestDatabase;
let demo: Demo;
let site: Site;
let said = '';
beforeAll(async () => {
  database = await openTestDatabase();
  demo = await startDemo({
    folder,
    // Cases move when the test lets them.
    speed: 1,
    settings: {
      DATABASE_URL: database.databaseUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      TOKENS_PER_MINUTE: '1000',
    },
    onOutput: (text) => {
      said += text;
    },
  });
  site = await browseAt(demo.base);
  await until(async () => (await count('dossier')) === 2000);
}, 240_000);
afterAll(async () => {
  await site?.stop();
  await demo?.stop();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const count = async (table: string) =>
  Number((await database.query(`select count(*) as count from ${table}`))[0]?.count);
const until = async (done: () => Promise<boolean>) => {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 200));
};
const personOf = (account: string) => {
  const person = demo.people.find((one) => one.account === account);
  if (!person) throw new Error(`No such person: ${account}`);
  return person;
};
const signIn = async (page: Page, account: string) => {
  await page.getByRole('button', { name: personOf(account).name }).click();
  await page.waitForURL(`${demo.base}/**`);
};
const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);
const lastCard = (page: Page) => page.locator('.card').last();
/** Everything is said as it should be at this width, and nothing is cut off. */
const isInOrder = async (page: Page, width: number) => {
  expect(await complaints(page)).toEqual([]);
  expect(await widthOf(page)).toBe(width);
};
const own = 'hồ sơ của tôi tới đâu rồi?';

describe('a citizen and his own dossiers in a browser', () => {
  it('leads from the question through the sign-in to every case, at 360 px, at 1280 px and in large type', async () => {
    const { page } = await site.open('/', { viewport: phone });
    await ask(page, own);
    await page.locator('.card').getByRole('link', { name: 'Đăng nhập' }).click();
    await signIn(page, 'nhieu-ho-so');
    await page.locator('.signed-in').waitFor();
    await ask(page, own);
    await eventually(async () =>
      expect(await lastCard(page).innerText()).toContain(`có ${personOf('nhieu-ho-so').dossiers.length} hồ sơ`),
    );
    await isInOrder(page, phone.width);
    await picture(page, 'dossiers-360');
    // By the keyboard alone: back from the box to the first case of the list.
    await lastCard(page).getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.card').nth(1).waitFor();
    await isInOrder(page, phone.width);
    await picture(page, 'dossier-answer-360');
    for (const text of ['sao bị trả lại?', 'còn thiếu giấy gì?', 'bao giờ lấy được?']) await ask(page, text);
    await isInOrder(page, phone.width);
    await page.setViewportSize(desktop);
    await isInOrder(page, desktop.width);
    await picture(page, 'dossier-answer-1280');
    await page.setViewportSize(phone);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await widthOf(page)).toBe(phone.width);
  });

  it('tells a change in the open talk after a yes, once, and is silent after «dừng»', async () => {
    const person = personOf('mot-ho-so');
    const code = person.dossiers[0]?.code ?? '';
    const { page } = await site.open('/dang-nhap', { viewport: phone });
    await signIn(page, person.account);
    await ask(page, 'có kết quả thì nhắn tôi');
    await eventually(async () => expect(await lastCard(page).innerText()).toContain('có đồng ý không'));
    await ask(page, 'đồng ý');
    expect(demo.simulator.office.moveOn(code)).not.toBeNull();
    const before = await page.locator('.card').count();
    await until(async () => (await count('outbox')) > 0);
    // Notices come by day; a test may run at night.
    await database.query('update outbox set not_before = now() where not_before > now()');
    await page.locator('.card').nth(before).waitFor();
    await eventually(async () => expect(await lastCard(page).innerText()).toContain(`mã có đuôi ${code.slice(-4)}`));
    await isInOrder(page, phone.width);
    await picture(page, 'notice-360');
    await ask(page, 'dừng');
    await eventually(async () => expect(await lastCard(page).innerText()).toContain('đã dừng'));
    await page.goto(`${demo.base}/du-lieu-cua-toi`);
    await eventually(async () =>
      expect(await page.locator('main').innerText()).toMatch(/Nhận tin về hồ sơ[\s\S]*rút lại/),
    );
    await isInOrder(page, phone.width);
    await picture(page, 'own-data-360');
    await page.setViewportSize(desktop);
    await isInOrder(page, desktop.width);
  });

  it('erases after two yeses, and after the sign-out shows nothing to the back button or to the next person', async () => {
    const { page } = await site.open('/dang-nhap', { viewport: phone });
    await signIn(page, 'nhieu-ho-so');
    await ask(page, own);
    await ask(page, 'xóa dữ liệu của tôi');
    await lastCard(page).getByRole('button', { name: 'Xóa dữ liệu của tôi' }).click();
    await page.getByText('đã nhận yêu cầu').waitFor();
    await page.goto(`${demo.base}/du-lieu-cua-toi`);
    await eventually(async () => expect(await page.locator('.warning').innerText()).toContain('sẽ được xóa lúc'));
    const file = await page.evaluate(async () => (await fetch('/du-lieu-cua-toi.json')).text());
    expect(JSON.parse(file).erasureAt).toEqual(expect.any(String));
    expect(file).not.toMatch(/010190\d{6}|0900\d{6}/);
    await page.goto(demo.base);
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('heading', { name: 'Đã đăng xuất' }).waitFor();
    await isInOrder(page, phone.width);
    await page.goto(demo.base);
    for (let steps = 0; steps < 3; steps++) {
      // The page of the sign-out came by a form: the browser asks before it sends that anew, and shows nothing.
      await page.goBack().catch(() => null);
      await eventually(async () =>
        expect(await page.locator('body').innerText()).not.toMatch(/mã 000\.00|có \d hồ sơ|sẽ được xóa lúc/),
      );
    }
    await page.goto(`${demo.base}/dang-nhap`);
    await signIn(page, 'chua-nop');
    await ask(page, own);
    await eventually(async () => expect(await page.locator('.log').innerText()).not.toMatch(/000\.00\.|có \d hồ sơ/));
    await eventually(async () => expect(await page.locator('.mine').count()).toBe(1));
  });

  it('works without JavaScript and in English', async () => {
    const { page } = await site.open('/', { viewport: phone, javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Đăng nhập để xem hồ sơ của mình' }).click();
    await signIn(page, 'mot-ho-so');
    await page.getByLabel(/Ông\/bà cần hỏi/).fill(own);
    await page.keyboard.press('Enter');
    await page.locator('.answer').waitFor();
    const code = personOf('mot-ho-so').dossiers[0]?.code ?? '';
    await eventually(async () => expect(await page.locator('.answer').innerText()).toContain(code));
    expect(await widthOf(page)).toBe(phone.width);
    const english = await site.open('/dang-nhap', { viewport: phone });
    await signIn(english.page, 'mot-ho-so');
    await english.page.getByRole('button', { name: 'English' }).click();
    await ask(english.page, 'where is my application now?');
    await eventually(async () => expect(await lastCard(english.page).innerText()).toContain(code));
    await eventually(async () =>
      expect(await lastCard(english.page).innerText()).toMatch(/received|appointment|result/i),
    );
    await isInOrder(english.page, phone.width);
  });

  it('goes on after the server was killed, and says so honestly while the one-stop system is silent', async () => {
    const { page } = await site.open('/dang-nhap', { viewport: phone });
    await signIn(page, 'mot-ho-so');
    await ask(page, own);
    await demo.server.end('SIGKILL');
    await page.locator('#question').fill('bao giờ lấy được?');
    await page.keyboard.press('Enter');
    await demo.server.start();
    await page.locator('.card').nth(1).waitFor();
    await eventually(async () => expect(await lastCard(page).innerText()).toContain('Theo hệ thống một cửa, ghi ngày'));
    demo.simulator.faults.add([{ kind: 'silent', on: 'any', times: 1000 }]);
    await ask(page, own);
    await eventually(async () => expect(await lastCard(page).innerText()).toMatch(/cập nhật/i));
    demo.simulator.faults.clear();
  });

  it('has written no number, name, code or token into the log', () => {
    expect(said).toContain('"msg":"turn"');
    expect(said).not.toMatch(/010190\d{6}|0900\d{6}|\d{3}\.\d\d\.\d\d\.H\d\d|eyJ|[?&](?:code|state)=/);
    for (const { name } of demo.people) expect(said).not.toContain(name);
  });
});
