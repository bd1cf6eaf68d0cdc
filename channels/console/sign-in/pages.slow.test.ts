import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { generate } from 'otplib';
import type { Page } from 'playwright-core';
import { makeFirstAdmin } from '../../../bot/index.ts';
import { browseAt, complaints, type Site } from '../../web/chat-page/browser.ts';
import { goodPassword, openTestConsole, type TestConsole } from './test-console.ts';

jest.setTimeout(300_000);

describe('the sign-in pages in a browser', () => {
  let open: TestConsole;
  let site: Site;
  beforeAll(async () => {
    open = await openTestConsole();
    site = await browseAt(open.url);
  }, 120_000);
  afterAll(async () => {
    await site?.stop();
    await open?.close();
  });

  const isSound = async (page: Page) => {
    expect([page.url(), await complaints(page)]).toEqual([page.url(), []]);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect([page.url(), overflow]).toEqual([page.url(), 0]);
  };
  const codeOf = async (page: Page) => {
    const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '');
    return generate({ secret, epoch: Math.floor(open.now.getTime() / 1000) });
  };

  it.each([
    ['phone', { viewport: { width: 360, height: 740 } }],
    ['desk, dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' as const }],
  ])('lead from the link to the account with the keyboard alone, and axe finds nothing: %s', async (name, options) => {
    const made = await makeFirstAdmin(open.test.store.staff, {
      name: `Vàng Thị Mỷ ${name}`,
      unit: '02728',
      again: 'thử',
    });
    if (made.kind !== 'made') throw new Error('There is an admin already');
    const { page, troubles } = await site.open(`/console/kich-hoat/${made.token}`, options);
    await isSound(page);
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill(goodPassword);
    await page.getByLabel('Gõ lại mật khẩu mới').fill('khác hẳn đi mà thôi');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await isSound(page);
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill(goodPassword);
    await page.getByLabel('Gõ lại mật khẩu mới').fill(goodPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: 'Mã QR cho ứng dụng xác thực' }).waitFor();
    await isSound(page);
    await page.getByLabel('Mã 6 số').fill(await codeOf(page));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Cất mười mã dự phòng' }).waitFor();
    await isSound(page);
    const recovery = (await page.locator('code').first().textContent()) ?? '';
    await page.goto(`${open.url}/console/tai-khoan`);
    await isSound(page);
    await page.getByRole('button', { name: 'Lấy mã nối Zalo' }).click();
    await page.getByText('cán bộ ').first().waitFor();
    await isSound(page);
    await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
    await page.getByRole('heading', { name: 'Đã đăng xuất' }).waitFor();
    await isSound(page);
    await page.getByRole('link', { name: 'Về trang đăng nhập' }).click();
    await page.getByLabel('Tên đăng nhập').fill(made.login);
    await page.getByLabel('Mật khẩu').fill('sai bét rồi nhé');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await isSound(page);
    await page.getByLabel('Mật khẩu').fill(goodPassword);
    await page.keyboard.press('Enter');
    await page.getByLabel('Mã 6 số trong ứng dụng xác thực').waitFor();
    await isSound(page);
    await page.getByLabel('Mã 6 số trong ứng dụng xác thực').fill(recovery);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${open.url}/console`);
    expect(await page.textContent('body')).toContain('"member"');
    expect(troubles.filter((one) => !/40[34]/.test(one))).toEqual([]);
  });
});
