import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import { createStaffDesk, makeStaffTries } from '../../../bot/index.ts';
import type { TestBrowser } from '../../web/sign-in/test-browser.ts';
import {
  fill,
  goodPassword,
  openTestConsole,
  secretIn,
  type TestConsole,
  testBrowser,
  testSecretKey,
  typePassword,
} from './test-console.ts';

describe('the page of one’s own account', () => {
  let open: TestConsole;
  let count = 0;
  beforeAll(async () => {
    open = await openTestConsole();
  }, 60_000);
  afterAll(() => open?.close());

  const page = () => `${open.url}/console/tai-khoan`;
  const officer = async () => {
    count += 1;
    const login = `lan-${count}`;
    const { staff } = open.test.store;
    const by = { id: 'x', name: 'x', role: 'admin', unit: '02728', skills: [], desk: null } as const;
    const desk = createStaffDesk({ store: staff, tries: makeStaffTries(testSecretKey) });
    const made = await desk.invite(by, {
      login,
      name: 'Lan',
      email: null,
      role: 'officer',
      unit: '02728',
      skills: [],
      desk: null,
    });
    const browser = testBrowser();
    await fill(browser, `${open.url}/console/kich-hoat/${made.token}`, { password: goodPassword, again: goodPassword });
    return { browser, login, staffId: made.staffId };
  };
  /** Sends one of the page's forms, with the key that stands in it. */
  const send = async (browser: TestBrowser, name: string, form: Record<string, string>, headers = {}) => {
    const { text } = await browser.get(page());
    const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    return browser.post(`${page()}/${name}`, { csrf, ...form }, headers);
  };
  const isIn = async (browser: TestBrowser) => (await browser.get(`${open.url}/console`)).status === 200;

  it('is for who is signed in', async () => {
    expect((await testBrowser().get(page())).url).toContain('/console/dang-nhap?ve=');
    const { browser } = await officer();
    const { text, headers } = await browser.get(page());
    expect(text).toContain('Tài khoản của Lan');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('changes the password of who knows the present one, and signs out everywhere else', async () => {
    const { browser, login } = await officer();
    const other = testBrowser();
    await typePassword(other, open.url, login);
    const next = 'mưa rơi bên hiên vắng';
    const form = { password: goodPassword, next, again: next };
    expect((await send(browser, 'mat-khau', { ...form, password: 'sai bét rồi nhé' })).text).toContain('chưa đúng');
    expect(
      (await send(browser, 'mat-khau', { ...form, next: 'matkhau123456', again: 'matkhau123456' })).text,
    ).toContain('dễ đoán');
    expect((await send(browser, 'mat-khau', { ...form, again: 'khác' })).text).toContain('chưa giống');
    expect(await isIn(other)).toBe(true);
    expect((await send(browser, 'mat-khau', form)).text).toContain('Đã đổi mật khẩu');
    expect([await isIn(browser), await isIn(other)]).toEqual([true, false]);
    expect((await typePassword(testBrowser(), open.url, login)).text).toContain('chưa đúng');
    await typePassword(other, open.url, login, next);
    expect(await isIn(other)).toBe(true);
  });

  it('shows where one is signed in, and ends that there', async () => {
    const { browser, login } = await officer();
    const other = testBrowser();
    await typePassword(other, open.url, login);
    const { text } = await browser.get(page());
    expect(text).toContain('(trình duyệt này)');
    const [, session = ''] = /name="session" value="([^"]+)"/.exec(text) ?? [];
    const stranger = (await officer()).browser;
    await send(stranger, 'phien', { session });
    expect(await isIn(other)).toBe(true);
    await send(browser, 'phien', { session });
    expect([await isIn(browser), await isIn(other)]).toEqual([true, false]);
  });

  it('sets an authenticator up for who knows the password; then it is asked for', async () => {
    const { browser, login } = await officer();
    expect((await send(browser, 'ung-dung', { password: 'sai bét rồi nhé' })).text).toContain('chưa đúng');
    const enrol = await send(browser, 'ung-dung', { password: goodPassword });
    expect(enrol.text).toContain('<svg role="img"');
    const code = await generate({ secret: secretIn(enrol.text), epoch: Math.floor(open.now.getTime() / 1000) });
    expect((await fill(browser, enrol.url, { code })).text).toContain('Cất mười mã dự phòng');
    expect((await typePassword(testBrowser(), open.url, login)).url).toBe(`${open.url}/console/dang-nhap/ma`);
    expect((await browser.get(page())).text).toContain('Đang dùng.');
  });

  it('shows a code for Zalo once, and undoes the tie', async () => {
    const { browser, staffId } = await officer();
    const { text } = await send(browser, 'ma-kenh', {});
    const [, code = ''] = /cán bộ (\d{4} \d{4})/.exec(text) ?? [];
    expect((await browser.get(page())).text).not.toContain(code);
    expect(await open.signIn.own.linkPhone({ channel: 'zalo-bot', account: `z-${count}` }, code)).toBe(true);
    expect((await browser.get(page())).text).toContain('Đang nhắn qua Zalo.');
    await send(browser, 'bo-kenh', { channel: 'zalo-bot' });
    expect((await open.test.store.staff.calls.phones(staffId)).channels).toEqual([]);
  });

  it.each(['mat-khau', 'ung-dung', 'phien', 'ma-kenh', 'bo-kenh'])(
    'does nothing by a form of elsewhere: %s',
    async (name) => {
      const { browser } = await officer();
      const other = (await officer()).browser;
      const csrf = /name="csrf" value="([^"]+)"/.exec((await other.get(page())).text)?.[1] ?? '';
      expect((await browser.post(`${page()}/${name}`, { csrf })).text).toContain('Trang này đã cũ');
      expect((await browser.post(`${page()}/${name}`, {})).status).toBe(403);
      expect((await send(browser, name, {}, { 'sec-fetch-site': 'cross-site' })).text).toContain('Trang này đã cũ');
    },
  );
});
