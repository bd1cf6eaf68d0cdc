import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import {
  createStaffDesk,
  makeFirstAdmin,
  makeStaffTries,
  type StaffMember,
  type StaffRole,
} from '../../../bot/index.ts';
import type { Visit } from '../../web/sign-in/test-browser.ts';
import {
  csrfIn,
  fill,
  goodPassword,
  openTestConsole,
  secretIn,
  type TestConsole,
  testBrowser,
  testSecretKey,
  typePassword,
} from './test-console.ts';

const minute = 60_000;

describe('signing in to the console', () => {
  let open: TestConsole;
  let count = 0;
  beforeAll(async () => {
    open = await openTestConsole();
  }, 60_000);
  afterAll(() => open?.close());
  beforeEach(async () => {
    await open.test.database.query('delete from try_count');
    open.now = new Date();
  });

  const store = () => open.test.store.staff;
  const desk = () => createStaffDesk({ store: store(), tries: makeStaffTries(testSecretKey) });
  const boss: StaffMember = {
    id: '00000000-0000-4000-8000-000000000001',
    name: 'Quản trị',
    role: 'admin',
    unit: '02728',
    skills: [],
    desk: null,
  };
  const invite = async (role: StaffRole = 'officer') => {
    count += 1;
    const login = `can-bo-${count}`;
    const made = await desk().invite(boss, {
      name: 'Lan',
      login,
      email: null,
      role,
      unit: '02728',
      skills: [],
      desk: null,
    });
    return { login, ...made, link: `${open.url}/console/kich-hoat/${made.token}` };
  };
  const codeOf = (secret: string, at = open.now) => generate({ secret, epoch: Math.floor(at.getTime() / 1000) });
  /** Activates an account that needs an authenticator, and signs out again. */
  const withAuthenticator = async (role: StaffRole = 'supervisor') => {
    const { login, staffId, link } = await invite(role);
    const browser = testBrowser();
    const page = await fill(browser, link, { password: goodPassword, again: goodPassword });
    const secret = secretIn(page.text);
    const done = await fill(browser, page.url, { code: await codeOf(secret) });
    const codes = [...done.text.matchAll(/<code>([^<]+)</g)].map(([, code]) => code ?? '');
    return { login, staffId, secret, codes, browser };
  };
  const me = async (browser: ReturnType<typeof testBrowser>) => {
    const { status, text } = await browser.get(`${open.url}/console`);
    return status === 200 ? JSON.parse(text).member.id : null;
  };
  const audit = async (action: string) =>
    open.test.database.query('select * from audit where action = $1 order by seq', [action]);

  it('begins with the first admin’s link: a password, an authenticator, ten codes, and then he is in', async () => {
    const made = await makeFirstAdmin(store(), { name: 'Vàng Thị Mỷ', unit: '02728' });
    if (made.kind !== 'made') throw new Error('There is an admin already');
    expect(made.login).toBe('vang-thi-my');
    const link = `${open.url}/console/kich-hoat/${made.token}`;
    const browser = testBrowser();
    expect((await browser.get(link)).text).toContain('Xin chào Vàng Thị Mỷ');
    expect((await fill(browser, link, { password: 'matkhau123456', again: 'matkhau123456' })).text).toContain(
      'dễ đoán',
    );
    expect((await fill(browser, link, { password: goodPassword, again: 'khác hẳn đi mà' })).text).toContain(
      'chưa giống',
    );
    const enrol = await fill(browser, link, { password: goodPassword, again: goodPassword });
    expect(enrol.text).toContain('<svg role="img"');
    expect(enrol.text).not.toMatch(/style=|<script/);
    const secret = secretIn(enrol.text);
    expect((await fill(browser, enrol.url, { code: '000000' })).text).toContain('Mã chưa đúng');
    expect(await me(browser)).toBe(null);
    const done = await fill(browser, enrol.url, { code: await codeOf(secret) });
    expect(done.text.match(/<code>[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}<\/code>/g)).toHaveLength(10);
    expect(await me(browser)).not.toBe(null);
    expect((await testBrowser().get(link)).status).toBe(404);
    expect(await makeFirstAdmin(store(), { name: 'Kẻ Gian', unit: '02728' })).toEqual({ kind: 'exists' });
  });

  it('lets an officer in with a password alone, and shows where he wanted to go', async () => {
    const { link, login, staffId } = await invite();
    await fill(testBrowser(), link, { password: goodPassword, again: goodPassword });
    const browser = testBrowser();
    expect((await typePassword(browser, open.url, login.toUpperCase())).url).toBe(`${open.url}/console`);
    expect(await me(browser)).toBe(staffId);
    for (const [wanted, end] of [
      ['/console/mau', '/console/mau'],
      ['https://ke-gian.example', '/console'],
      ['//ke-gian.example', '/console'],
      ['/console/../dang-xuat', '/console'],
      ['/console\\@ke-gian.example', '/console'],
    ])
      expect(
        (
          await fill(testBrowser(), `${open.url}/console/dang-nhap?${new URLSearchParams({ ve: wanted! })}`, {
            login,
            password: goodPassword,
          })
        ).url,
      ).toBe(`${open.url}${end}`);
  });

  it('says the same of a wrong password, an unknown name and a closed account', async () => {
    const { link, login, staffId } = await invite();
    await fill(testBrowser(), link, { password: goodPassword, again: goodPassword });
    const plain = (text: string) => text.replace(/value="[^"]*"/g, '');
    const wrong = await typePassword(testBrowser(), open.url, login, 'sai bét rồi nhé');
    const unknown = await typePassword(testBrowser(), open.url, 'khong-co-ai', goodPassword);
    await desk().close(boss, staffId);
    const closed = await typePassword(testBrowser(), open.url, login);
    expect(plain(wrong.text)).toContain('chưa đúng');
    for (const one of [unknown, closed]) {
      expect(plain(one.text)).toBe(plain(wrong.text));
      expect(one.status).toBe(wrong.status);
    }
  });

  it('asks for the code after the password, takes each code once, and none of another time', async () => {
    const { login, secret, staffId } = await withAuthenticator();
    open.now = new Date(open.now.getTime() + 5 * minute);
    const browser = testBrowser();
    const ask = await typePassword(browser, open.url, login);
    expect(ask.url).toBe(`${open.url}/console/dang-nhap/ma`);
    expect(await me(browser)).toBe(null);
    const code = await codeOf(secret);
    for (const steps of [-2, 2]) {
      const other = await codeOf(secret, new Date(open.now.getTime() + steps * 30_000));
      expect((await fill(browser, ask.url, { code: other })).text).toContain('Mã chưa đúng');
    }
    expect((await fill(browser, ask.url, { code })).url).toBe(`${open.url}/console`);
    expect(await me(browser)).toBe(staffId);
    const thief = testBrowser();
    await typePassword(thief, open.url, login);
    expect((await fill(thief, ask.url, { code })).text).toContain('vừa dùng rồi');
    expect(await me(thief)).toBe(null);
  });

  it('takes a code once even when two browsers send it at the same moment', async () => {
    const { login, secret } = await withAuthenticator();
    open.now = new Date(open.now.getTime() + 5 * minute);
    const browsers = [testBrowser(), testBrowser(), testBrowser()];
    const pages: Visit[] = [];
    for (const browser of browsers) pages.push(await typePassword(browser, open.url, login));
    const code = await codeOf(secret);
    const ends = await Promise.all(
      browsers.map((browser, index) => browser.post(pages[index]!.url, { csrf: csrfIn(pages[index]!.text), code })),
    );
    expect(ends.filter(({ url }) => url === `${open.url}/console`)).toHaveLength(1);
  });

  it('takes each recovery code once, for the day the phone is gone', async () => {
    const { login, codes, staffId } = await withAuthenticator();
    const browser = testBrowser();
    const ask = await typePassword(browser, open.url, login);
    await fill(browser, ask.url, { code: codes[0]!.toLowerCase().replaceAll('-', ' ') });
    expect(await me(browser)).toBe(staffId);
    const again = testBrowser();
    const second = await typePassword(again, open.url, login);
    expect((await fill(again, second.url, { code: codes[0]! })).status).toBe(403);
    expect(await me(again)).toBe(null);
    expect((await audit('staff-recovery-used')).at(-1)).toMatchObject({ detail: { left: 9 } });
  });

  it('goes on with a half-done sign-in in the browser that began it alone, and for ten minutes', async () => {
    const { login, secret } = await withAuthenticator();
    open.now = new Date(open.now.getTime() + 5 * minute);
    const browser = testBrowser();
    const ask = await typePassword(browser, open.url, login);
    const step = /hmc_staff_step=([\w-]+)/.exec(browser.cookies(open.url))![1]!;
    const thief = testBrowser();
    await thief.get(ask.url);
    thief.setCookie(open.url, `hmc_staff_step=${step}`);
    expect((await fill(thief, ask.url, { code: await codeOf(secret) })).text).toContain('đã quá hạn');
    await open.test.database.query("update staff_login_state set made_at = made_at - interval '11 minutes'");
    expect((await fill(browser, ask.url, { code: await codeOf(secret) })).text).toContain('đã quá hạn');
  });

  it('takes an invitation once, however many browsers open it together; looking at it uses nothing up', async () => {
    const { link, login } = await invite();
    const browsers = Array.from({ length: 5 }, testBrowser);
    const pages: Visit[] = [];
    for (const browser of browsers) pages.push(await browser.get(link));
    const own = (index: number) => `${goodPassword} của máy ${index}`;
    const ends = await Promise.all(
      browsers.map((browser, index) =>
        browser.post(link, { csrf: csrfIn(pages[index]!.text), password: own(index), again: own(index) }),
      ),
    );
    const won = ends.flatMap(({ url }, index) => (url === `${open.url}/console` ? [index] : []));
    expect(won).toHaveLength(1);
    const taken = await Promise.all(
      browsers.map((_one, index) => typePassword(testBrowser(), open.url, login, own(index))),
    );
    expect(taken.flatMap(({ url }, index) => (url === `${open.url}/console` ? [index] : []))).toEqual(won);
  });

  it('lets no link live longer than a day, nor beside a newer one', async () => {
    const first = await invite();
    const again = await desk().inviteAgain(boss, first.staffId);
    expect((await testBrowser().get(first.link)).status).toBe(404);
    const link = `${open.url}/console/kich-hoat/${again.token}`;
    expect((await testBrowser().get(link)).status).toBe(200);
    await open.test.database.query("update staff_link set expires_at = now() - interval '1 second'");
    expect((await testBrowser().get(link)).status).toBe(404);
  });

  it('gives a new token with each sign-in, ends the session before, and takes none that somebody planted', async () => {
    const { link, login } = await invite();
    const browser = testBrowser();
    await fill(browser, link, { password: goodPassword, again: goodPassword });
    const first = browser.cookies(open.url);
    const planted = testBrowser();
    planted.setCookie(open.url, `hmc_staff=${'A'.repeat(43)}`);
    await typePassword(planted, open.url, login);
    expect(planted.cookies(open.url)).not.toContain('A'.repeat(43));
    await typePassword(browser, open.url, login);
    expect((await fetch(`${open.url}/console`, { headers: { cookie: first } })).status).toBe(401);
  });

  it('ends a session with the form of its own page, and a stolen cookie with it', async () => {
    const { link, staffId } = await invite();
    const browser = testBrowser();
    await fill(browser, link, { password: goodPassword, again: goodPassword });
    const stolen = browser.cookies(open.url);
    const { csrf } = JSON.parse((await browser.get(`${open.url}/console`)).text);
    expect((await browser.post(`${open.url}/console/dang-xuat`, { csrf: 'x' })).status).toBe(403);
    expect(
      (await browser.post(`${open.url}/console/dang-xuat`, { csrf }, { 'sec-fetch-site': 'cross-site' })).status,
    ).toBe(403);
    expect(await me(browser)).toBe(staffId);
    expect((await browser.post(`${open.url}/console/dang-xuat`, { csrf })).text).toContain('Đã đăng xuất');
    expect((await fetch(`${open.url}/console`, { headers: { cookie: stolen } })).status).toBe(401);
  });

  it('takes no form that our page did not give this browser', async () => {
    const { link, login } = await invite();
    await fill(testBrowser(), link, { password: goodPassword, again: goodPassword });
    const browser = testBrowser();
    const page = await browser.get(`${open.url}/console/dang-nhap`);
    const other = await testBrowser().get(`${open.url}/console/dang-nhap`);
    const form = { login, password: goodPassword };
    const send = (csrf: string | null, headers = {}) =>
      browser.post(page.url, csrf === null ? form : { ...form, csrf }, headers);
    for (const visit of [
      await send(null),
      await send('x'),
      await send(csrfIn(other.text)),
      await send(csrfIn(page.text), { origin: 'https://ke-gian.example' }),
      await send(csrfIn(page.text), { 'sec-fetch-site': 'cross-site' }),
    ]) {
      expect(visit.status).toBe(403);
      expect(visit.text).toContain('Trang này đã cũ');
    }
    expect(await me(browser)).toBe(null);
    expect((await send(csrfIn(page.text), { origin: open.url })).status).toBe(200);
  });

  it('keeps no page in a cache, and lets no script, frame or foreign form onto one', async () => {
    const { link } = await invite();
    for (const url of [`${open.url}/console/dang-nhap`, `${open.url}/console/dang-nhap/ma`, link]) {
      const { headers, text } = await testBrowser().get(url);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|https:/);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(text).not.toMatch(/<script|style=|<style|onclick/);
      for (const cookie of headers.getSetCookie()) expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    }
  });

  it('shuts a name after five wrong passwords for a while that grows, and opens it again by itself', async () => {
    const { link, login } = await invite();
    await fill(testBrowser(), link, { password: goodPassword, again: goodPassword });
    for (let tries = 0; tries < 5; tries += 1)
      expect((await typePassword(testBrowser(), open.url, login, `sai lần thứ ${tries}`)).text).toContain('chưa đúng');
    expect((await typePassword(testBrowser(), open.url, login)).text).toContain('Đã thử sai nhiều lần');
    expect((await typePassword(testBrowser(), open.url, 'khong-co-ai')).text).toContain('chưa đúng');
    const wait = async () => {
      const [row] = await open.test.database.query(
        "select extract(epoch from free_at - last_at)::int as seconds from try_count where kind = 'staff' and count > 4",
      );
      return row?.seconds;
    };
    expect(await wait()).toBe(60);
    await open.test.database.query("update try_count set free_at = now() where kind = 'staff'");
    await typePassword(testBrowser(), open.url, login, 'lại sai nữa rồi');
    expect(await wait()).toBe(300);
    await open.test.database.query('update try_count set free_at = now()');
    expect((await typePassword(testBrowser(), open.url, login)).url).toBe(`${open.url}/console`);
    expect(
      (await audit('staff-sign-in-refused')).filter(({ detail }) => (detail as { why: string }).why === 'locked')
        .length,
    ).toBeGreaterThan(0);
  });

  it('shuts a name that nobody has in the same way', async () => {
    for (let tries = 0; tries < 5; tries += 1)
      await typePassword(testBrowser(), open.url, 'ma-ao', `sai ${tries} ${tries}`);
    expect((await typePassword(testBrowser(), open.url, 'ma-ao')).text).toContain('Đã thử sai nhiều lần');
  });

  it('counts guesses that come all at once as if they came one by one', async () => {
    const { link, login } = await invite();
    await fill(testBrowser(), link, { password: goodPassword, again: goodPassword });
    const browser = testBrowser();
    const page = await browser.get(`${open.url}/console/dang-nhap`);
    const csrf = csrfIn(page.text);
    const all = await Promise.all(
      Array.from({ length: 15 }, (_, index) => browser.post(page.url, { csrf, login, password: `đoán thử ${index}` })),
    );
    expect(all.filter(({ text }) => text.includes('chưa đúng'))).toHaveLength(5);
  });

  it('keeps nobody out of his own browser, however long strangers guess at his name', async () => {
    const { link, login, staffId } = await invite();
    const browser = testBrowser();
    await fill(browser, link, { password: goodPassword, again: goodPassword });
    for (let tries = 0; tries < 9; tries += 1)
      await typePassword(testBrowser(), open.url, login, `sai ${tries} ${tries}`);
    expect((await typePassword(testBrowser(), open.url, login)).text).toContain('Đã thử sai nhiều lần');
    await typePassword(browser, open.url, login);
    expect(await me(browser)).toBe(staffId);
    const other = await invite();
    await fill(browser, other.link, { password: goodPassword, again: goodPassword });
    for (let tries = 0; tries < 7; tries += 1) await typePassword(browser, open.url, login, `sai ${tries} ${tries}`);
    expect((await typePassword(browser, open.url, login)).text).toContain('Đã thử sai nhiều lần');
  });

  it('buys no guesses at others by signing in rightly oneself', async () => {
    const { link, login } = await invite();
    await fill(testBrowser(), link, { password: goodPassword, again: goodPassword });
    await open.test.database.query('delete from try_count');
    for (let tries = 0; tries < 19; tries += 1) {
      await typePassword(testBrowser(), open.url, `nguoi-khac-${tries}`, 'sai bét rồi nhé');
      await typePassword(testBrowser(), open.url, login);
    }
    await typePassword(testBrowser(), open.url, 'nguoi-cuoi', 'sai bét rồi nhé');
    expect((await typePassword(testBrowser(), open.url, login)).text).toContain('Đã thử sai nhiều lần');
  });

  it('keeps neither password, secret, code nor token in the clear', async () => {
    const { secret, codes, browser } = await withAuthenticator();
    const token = /hmc_staff=([\w-]+)/.exec(browser.cookies(open.url))![1]!;
    const rows = [];
    for (const table of [
      'staff',
      'staff_secret',
      'staff_recovery',
      'staff_link',
      'staff_session',
      'staff_login_state',
      'audit',
    ])
      rows.push(await open.test.database.query(`select row_to_json(t)::text as line from ${table} t`));
    const kept = JSON.stringify(rows);
    const hex = (text: string) => Buffer.from(text).toString('hex');
    for (const one of [goodPassword, secret, codes[0]!, codes[0]!.replaceAll('-', ''), token])
      for (const form of [one, hex(one)]) expect(kept).not.toContain(form);
    expect(kept).toContain('$argon2id$');
  });

  it('hashes a password anew at the next sign-in when the parameters have grown', async () => {
    const { link, login, staffId } = await invite();
    await fill(testBrowser(), link, { password: goodPassword, again: goodPassword });
    const hash = async () =>
      (await open.test.database.query('select password_hash from staff_secret where staff_id = $1', [staffId]))[0]
        ?.password_hash;
    expect(await hash()).toMatch(/m=256,t=1/);
    const { makeConsoleSignIn } = await import('./console-sign-in.ts');
    const express = (await import('express')).default;
    const { consoleRoutes } = await import('../routes.ts');
    const grown = makeConsoleSignIn({
      store: store(),
      secretKey: testSecretKey,
      publicUrl: null,
      hashCost: { memorySize: 512, iterations: 1, parallelism: 1 },
    });
    const server = express()
      .use(consoleRoutes({ signIn: grown.routes }))
      .listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    await typePassword(testBrowser(), url, login);
    expect(await hash()).toMatch(/m=512,t=1/);
    await typePassword(testBrowser(), open.url, login);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('shares sessions between two copies of the program', async () => {
    const { link, staffId } = await invite();
    const copy = await open.copy();
    const browser = testBrowser();
    await fill(browser, link, { password: goodPassword, again: goodPassword });
    const response = await fetch(`${copy}/console`, { headers: { cookie: browser.cookies(open.url) } });
    expect(await response.json()).toMatchObject({ member: { id: staffId } });
  });
});
