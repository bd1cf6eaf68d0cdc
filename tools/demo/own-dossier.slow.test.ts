/** A citizen's own dossiers in a real browser, with everything real behind them but the people: see `start-demo.ts`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openTestDatabase, type TestDatabase } from '../../bot/store/test-database.ts';
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

describe('a citizen and his own dossiers in a browser', () => {
  it('leads from the question through the sign-in to every case, at 360 px and at 1280 px', async () => {
    const { page } = await site.open('/', { viewport: phone });
    await ask(page, 'hồ sơ của tôi tới đâu rồi?');
    await page.locator('.card').getByRole('link', { name: 'Đăng nhập' }).click();
    await signIn(page, 'nhieu-ho-so');
    await page.locator('.signed-in').waitFor();
    await ask(page, 'hồ sơ của tôi tới đâu rồi?');
    expect(await complaints(page)).toEqual([]);
    expect(await widthOf(page)).toBe(phone.width);
    await picture(page, 'dossiers-360');
    await lastCard(page).getByRole('button').first().click();
    await page.locator('.card').nth(1).waitFor();
    await picture(page, 'dossier-answer-360');
    for (const text of ['sao bị trả lại?', 'còn thiếu giấy gì?', 'bao giờ lấy được?', 'hồ sơ nào trễ hẹn?']) {
      await ask(page, text);
      process.stdout.write(`== ${text}\n${await lastCard(page).innerText()}\n`);
    }
    await page.setViewportSize(desktop);
    await picture(page, 'dossier-answer-1280');
    await page.goto(`${demo.base}/du-lieu-cua-toi`);
    expect(await complaints(page)).toEqual([]);
    await page.setViewportSize(phone);
    await picture(page, 'own-data-360');
    expect(await widthOf(page)).toBe(phone.width);
  });
});
