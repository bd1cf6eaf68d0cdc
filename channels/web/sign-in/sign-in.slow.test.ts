import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { freePort } from '../../../bot/store/test-store.ts';
import { eventually } from '../../pages/eventually.ts';
import { ask, complaints, openSite, picture, type Site } from '../chat-page/browser.ts';
import { openTestProvider, type TestProvider } from './test-provider.ts';

jest.setTimeout(60_000);
const phone = { width: 360, height: 740 };

let provider: TestProvider;
let site: Site;
beforeAll(async () => {
  provider = await openTestProvider();
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  provider.allow(publicUrl);
  site = await openSite({
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
  });
}, 180_000);
afterAll(async () => {
  await site?.stop();
  await provider?.stop();
}, 30_000);

const logIn = async (page: Page, account: string) => {
  await page.getByLabel('Tài khoản').fill(account);
  await page.getByRole('button', { name: 'Đồng ý' }).click();
  await page.waitForURL(`${site.base}/**`);
};
const ours = (troubles: readonly string[]) => troubles.filter((one) => !one.startsWith(`outside: ${provider.issuer}`));

describe('signing in on the chat page', () => {
  it('leads from the answer that asks for it to the provider and back, and out again without a trace', async () => {
    const { page, troubles } = await site.open('/', { viewport: phone });
    await ask(page, 'hồ sơ của tôi tới đâu rồi');
    expect(await complaints(page)).toEqual([]);
    await page.locator('.card').getByRole('link', { name: 'Đăng nhập' }).click();
    await logIn(page, 'an');
    const line = page.locator('.signed-in');
    await line.waitFor();
    await eventually(async () => expect(await line.innerText()).toContain('Nguyễn V. A.'));
    await eventually(async () => expect(await page.locator('.mine').count()).toBe(0));
    expect(await complaints(page)).toEqual([]);
    await eventually(async () =>
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width),
    );
    await ask(page, 'lệ phí đăng ký kết hôn');
    await picture(page, 'signed-in-360');
    await page.reload();
    await page.locator('.mine').waitFor();
    await eventually(async () => expect(await page.locator('.log').innerText()).toContain('lệ phí đăng ký kết hôn'));

    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('heading', { name: 'Đã đăng xuất' }).waitFor();
    expect(await complaints(page)).toEqual([]);
    await page.goto(site.base);
    await page.getByRole('link', { name: 'Đăng nhập để xem hồ sơ của mình' }).waitFor();
    await eventually(async () => expect(await page.locator('.mine').count()).toBe(0));
    expect(ours(troubles)).toEqual([]);
  });

  it('clears the screen when the sign-in ends in another tab', async () => {
    const { page } = await site.open('/dang-nhap', { viewport: { width: 1280, height: 800 } });
    await logIn(page, 'binh');
    await ask(page, 'lệ phí đăng ký kết hôn');
    await picture(page, 'signed-in-1280');
    const second = await page.context().newPage();
    await second.goto(site.base);
    await second.getByRole('button', { name: 'Đăng xuất' }).click();
    await second.getByRole('heading', { name: 'Đã đăng xuất' }).waitFor();
    await page.locator('#question').fill('thế bao lâu xong?');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Đăng nhập để xem hồ sơ của mình' }).waitFor();
    await eventually(async () => expect(await page.locator('.mine').count()).toBe(0));
  });

  it('gives a code that links another channel, and says who may not have it', async () => {
    const { page } = await site.open('/lien-ket', { viewport: phone });
    await logIn(page, 'an');
    await page.getByRole('button', { name: 'Lấy mã liên kết' }).click();
    await page.locator('.link-code').waitFor();
    await eventually(async () =>
      expect(await page.locator('.link-code').innerText()).toMatch(/^liên kết \d{4} \d{4}$/),
    );
    await eventually(async () => expect(await page.locator('.warning').innerText()).toContain('Đừng đọc cho ai'));
    expect(await complaints(page)).toEqual([]);
    await picture(page, 'link-360');
  });

  it('works without JavaScript', async () => {
    const { page } = await site.open('/', { viewport: phone, javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Đăng nhập để xem hồ sơ của mình' }).click();
    await logIn(page, 'an');
    await eventually(async () => expect(await page.locator('.who-line').innerText()).toContain('Nguyễn V. A.'));
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await eventually(async () =>
      expect(await page.getByRole('heading', { level: 2 }).innerText()).toBe('Đã đăng xuất'),
    );
  });
});
