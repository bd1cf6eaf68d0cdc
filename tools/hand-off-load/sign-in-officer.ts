/** Signs an officer in as his browser does: the invitation's form, then the sign-in's. */
import { generate } from 'otplib';
import { createStaffDesk, makeStaffTries, type StaffMember, type StaffRole } from '../../bot/index.ts';
import { openStore } from '../../bot/store/index.ts';

export const drillKey = '07'.repeat(32);
export const drillUnit = '02683';
const password = 'cơm gà mưa thứ bảy';

export interface Invited {
  readonly staffId: string;
  readonly login: string;
  readonly token: string;
}

/** Makes accounts in the store, each with the token of its invitation. */
export async function inviteStaff(
  { databaseUrl, ownerUrl }: { readonly databaseUrl: string; readonly ownerUrl: string },
  wanted: readonly { readonly name: string; readonly role: StaffRole }[],
): Promise<readonly Invited[]> {
  const secretKey = Buffer.from(drillKey, 'hex');
  const store = await openStore({ dataFolder: '', databaseUrl, ownerUrl, secretKey });
  try {
    const desk = createStaffDesk({ store: store.staff, tries: makeStaffTries(secretKey) });
    const admin: StaffMember = {
      id: '00000000-0000-4000-8000-000000000001',
      name: 'Quản trị',
      role: 'admin',
      unit: drillUnit,
      skills: [],
      desk: null,
    };
    const invited: Invited[] = [];
    for (const [index, { name, role }] of wanted.entries()) {
      const login = `can-bo-${index + 1}`;
      const account = { name, login, email: null, role, unit: drillUnit, skills: [], desk: null };
      invited.push({ login, ...(await desk.invite(admin, account)) });
    }
    return invited;
  } finally {
    await store.close();
  }
}

/** @returns the headers of his calls: cookie and x-csrf. */
export async function signInOfficer(
  base: string,
  { login, token }: Invited,
  address: string,
): Promise<Readonly<Record<string, string>>> {
  const browser = makeBrowser(address);
  const shown = await browser.fill(`${base}/console/kich-hoat/${token}`, { password, again: password });
  const secret = /class="secret">([^<]+)</.exec(shown.text)?.[1]?.replaceAll(' ', '');
  if (secret) {
    // Supervisors set an authenticator up, and are in with its first code.
    await browser.fill(shown.url, { code: await generate({ secret }) });
  } else {
    browser.forget();
    await browser.fill(`${base}/console/dang-nhap`, { login, password });
  }
  const cookie = browser.cookies();
  const me = await fetch(`${base}/console/api/me`, { headers: { cookie, 'x-forwarded-for': address } });
  if (!me.ok) throw new Error(`${login} could not sign in: ${me.status}`);
  const { csrf } = (await me.json()) as { csrf: string };
  return { cookie, 'x-csrf': csrf, 'x-forwarded-for': address };
}

function makeBrowser(address: string) {
  const jar = new Map<string, string>();
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const step = async (url: string, init: RequestInit = {}) => {
    const headers = { ...(init.headers as Record<string, string>), cookie: cookies(), 'x-forwarded-for': address };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  return {
    cookies,
    forget: () => jar.clear(),
    async fill(url: string, form: Readonly<Record<string, string>>) {
      const page = await (await step(url)).text();
      const hidden = [...page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      );
      const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1] ?? url;
      const sent = new URL(action, url).href;
      const response = await step(sent, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ...Object.fromEntries(hidden), ...form }).toString(),
      });
      const to = response.headers.get('location');
      if (!to) return { url: sent, text: await response.text() };
      const next = new URL(to, sent).href;
      return { url: next, text: await (await step(next)).text() };
    },
  };
}
