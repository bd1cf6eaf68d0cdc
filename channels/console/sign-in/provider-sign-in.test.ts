import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import type { StaffRole } from '../../../bot/index.ts';
import { openTestProvider, type TestProvider } from '../../web/sign-in/test-provider.ts';
import { staffOf } from './staff-provider.ts';
import { fill, openTestConsole, secretIn, type TestConsole, testBrowser, typePassword } from './test-console.ts';

/** Invented. */
const people = {
  lan: { name: 'Lan', email: 'Lan@ubnd.example', email_verified: true, groups: ['can-bo'] },
  'lan-khac': { name: 'Lan', email: 'lan@ubnd.example', email_verified: true, groups: ['can-bo'] },
  mai: { name: 'Mai', email: 'mai@ubnd.example', email_verified: false, groups: ['can-bo'] },
  hung: { name: 'Hùng', email: 'hung@ubnd.example', email_verified: true, groups: ['lanh-dao', 'can-bo'] },
  la: { name: 'Người Lạ', email: 'la@ubnd.example', email_verified: true, groups: ['can-bo'] },
  khach: { name: 'Khách', email: 'khach@ubnd.example', email_verified: true, groups: ['khach'] },
} as const;

describe('signing in to the console by an identity provider', () => {
  let provider: TestProvider;
  let open: TestConsole;
  beforeAll(async () => {
    provider = await openTestProvider(people);
    open = await openTestConsole({
      provider(publicUrl) {
        provider.allow(publicUrl);
        const { issuer, clientId, clientSecret } = provider;
        const map = new Map<string, StaffRole>([
          ['can-bo', 'officer'],
          ['lanh-dao', 'supervisor'],
        ]);
        const claims = { scope: 'openid profile email', emailClaim: 'email', trustEmail: false };
        return { issuer, clientId, clientSecret, publicUrl, ...claims, roles: { claim: 'groups', map } };
      },
    });
  }, 60_000);
  afterAll(async () => {
    await open?.close();
    await provider?.stop();
  });

  let count = 0;
  const account = async (email: string, role: StaffRole = 'officer') => {
    count += 1;
    const who = { login: `cong-vu-${count}`, name: 'Lan', email, role, unit: '02728', skills: [], desk: null };
    return open.test.store.staff.accounts.add({ ...who, by: 'test' });
  };
  const begin = async (browser: ReturnType<typeof testBrowser>, name: string) => {
    const form = await browser.get(`${open.url}/console/dang-nhap/tai-khoan-chung?ve=/console/mau`);
    const action = /action="([^"]+)"/.exec(form.text)?.[1] ?? '';
    return browser.post(new URL(action, form.url).href, { account: name, go: 'yes' });
  };
  /** As a browser does: our own page leads on. */
  const signIn = async (browser: ReturnType<typeof testBrowser>, name: string) => {
    const back = await begin(browser, name);
    const [, address = ''] = /url=(.+)$/.exec(back.headers.get('refresh') ?? '') ?? [];
    return browser.get(new URL(address, open.url).href);
  };
  const me = async (browser: ReturnType<typeof testBrowser>) => {
    const { status, text } = await browser.get(`${open.url}/console`);
    return status === 200 ? JSON.parse(text).member : null;
  };

  it('offers it beside name and password', async () => {
    expect((await testBrowser().get(`${open.url}/console/dang-nhap`)).text).toContain('tài khoản công vụ');
  });

  it('lets somebody in who has an open account with that address, and knows him by his subject ever after', async () => {
    const staffId = await account('lan@ubnd.example');
    const browser = testBrowser();
    expect((await signIn(browser, 'lan')).url).toBe(`${open.url}/console/mau`);
    expect(await me(browser)).toMatchObject({ id: staffId, role: 'officer' });
    expect((await signIn(testBrowser(), 'lan-khac')).text).toContain('Chưa có tài khoản ở đây');
    await open.test.database.query("update staff set email = 'moi@ubnd.example' where id = $1", [staffId]);
    const again = testBrowser();
    await signIn(again, 'lan');
    expect(await me(again)).toMatchObject({ id: staffId });
    await open.test.store.staff.accounts.setActive(staffId, false, 'test');
    expect((await signIn(testBrowser(), 'lan')).text).toContain('Chưa có tài khoản ở đây');
  });

  it.each([
    ['an address that nobody has verified', 'mai', 'mai@ubnd.example'],
    ['a group that stands for no role', 'khach', 'khach@ubnd.example'],
    ['no account at all', 'la', null],
  ])('lets nobody in by %s', async (_what, name, email) => {
    if (email) await account(email);
    const browser = testBrowser();
    expect((await signIn(browser, name)).text).toContain('Chưa có tài khoản ở đây');
    expect(await me(browser)).toBe(null);
  });

  it('gives the most that one of his groups stands for, and then needs an authenticator, of ours where theirs was not asked', async () => {
    await account('hung@ubnd.example');
    const browser = testBrowser();
    const enrol = await signIn(browser, 'hung');
    expect(enrol.url).toBe(`${open.url}/console/dang-nhap/ung-dung`);
    const code = await generate({ secret: secretIn(enrol.text), epoch: Math.floor(open.now.getTime() / 1000) });
    await fill(browser, enrol.url, { code });
    expect(await me(browser)).toMatchObject({ role: 'supervisor' });
    expect((await signIn(testBrowser(), 'hung')).url).toBe(`${open.url}/console/dang-nhap/ma`);
  });

  it('takes no answer that this browser did not ask for, nor one a second time', async () => {
    const browser = testBrowser();
    const back = await begin(browser, 'la');
    const [, address = ''] = /url=(.+)$/.exec(back.headers.get('refresh') ?? '') ?? [];
    expect((await testBrowser().get(`${open.url}${address}`)).text).toContain('đã quá hạn');
    expect((await browser.get(`${open.url}${address}`)).text).toContain('Chưa có tài khoản ở đây');
    expect((await browser.get(`${open.url}${address}`)).text).toContain('đã quá hạn');
    const forged = await testBrowser().get(`${open.url}/console/dang-nhap/ve?buoc=2&code=x&state=y`);
    expect(forged.text).toContain('đã quá hạn');
    const odd = await testBrowser().get(`${open.url}/console/dang-nhap/ve?code="><script>alert(1)</script>`);
    expect(odd.text).not.toContain('<script');
  });

  it('leaves an account without a password shut to passwords', async () => {
    await account('khong-mat-khau@ubnd.example');
    expect((await typePassword(testBrowser(), open.url, `cong-vu-${count}`, '')).text).toContain('chưa đúng');
  });
});

describe('what a provider says of staff', () => {
  const settings = { issuer: 'https://id.example', emailClaim: 'email', trustEmail: false, roles: null };

  it('is a second factor when it says so itself', () => {
    const of = (amr: unknown) => staffOf({ sub: 'a', amr }, settings);
    for (const amr of [['pwd', 'otp'], ['mfa'], 'hwk']) expect(of(amr)).toMatchObject({ secondFactor: true });
    for (const amr of [['pwd'], undefined, 'otpx', [], 7]) expect(of(amr)).toMatchObject({ secondFactor: false });
  });

  it('is an address only when it was verified, or the setting trusts it', () => {
    const claims = { sub: 'a', email: ' Lan@UBND.example ' };
    for (const email_verified of [undefined, false, 'true', 1])
      expect(staffOf({ ...claims, email_verified }, settings)).toMatchObject({ email: null });
    expect(staffOf({ ...claims, email_verified: true }, settings)).toMatchObject({ email: 'lan@ubnd.example' });
    expect(staffOf(claims, { ...settings, trustEmail: true })).toMatchObject({ email: 'lan@ubnd.example' });
  });

  it('names one person by issuer and subject together', () => {
    const other = { ...settings, issuer: 'https://khac.example' };
    expect(staffOf({ sub: 'a' }, settings)).not.toEqual(staffOf({ sub: 'a' }, other));
  });
});
