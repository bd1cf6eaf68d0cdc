import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { TestWire } from '../direct-line/test-wire.ts';
import { formKeyIn, signInAs, type TestBrowser, testBrowser } from './test-browser.ts';
import type { TestProvider } from './test-provider.ts';
import { openSignInWire } from './test-sign-in.ts';

jest.setTimeout(60_000);

describe('attacks on a signed-in person of the web', () => {
  let provider: TestProvider;
  let wire: TestWire;
  beforeAll(async () => {
    ({ provider, wire } = await openSignInWire());
  }, 60_000);
  afterAll(async () => {
    await wire?.close();
    await provider?.stop();
  });
  const copyOf = (browser: TestBrowser, cookies = browser.cookies(wire.url)) => {
    const copy = testBrowser();
    for (const cookie of cookies.split('; ')) copy.setCookie(wire.url, cookie);
    return copy;
  };
  const asked = async (browser: TestBrowser) =>
    [...(await browser.get(`${wire.url}/`)).text.matchAll(/Ông\/bà hỏi:<\/span> ([^<]*)/g)].map(([, text]) => text);
  const link = (q: string, id: string = crypto.randomUUID()) => `${wire.url}/hoi?${new URLSearchParams({ q, id })}`;

  it.each(['cross-site', 'same-site', 'none'])(
    'lets no link from elsewhere speak for him (%s): its words stand in the box, to be sent or not',
    async (site) => {
      const browser = testBrowser();
      await signInAs(browser, wire.url, 'an');
      const page = await browser.get(link('chắc chắn xóa dữ liệu của tôi'), { 'sec-fetch-site': site });
      expect(page.text).toContain('value="chắc chắn xóa dữ liệu của tôi"');
      expect(page.text).toContain('Nguyễn V. A.');
      expect(await asked(browser)).toEqual([]);
      const form = { q: 'đồng ý', id: crypto.randomUUID() };
      await browser.post(`${wire.url}/hoi`, form, { 'sec-fetch-site': site });
      await browser.post(`${wire.url}/hoi`, form, { origin: 'https://ke-gian.example' });
      expect(await asked(browser)).toEqual([]);
    },
  );

  it('takes the chips and the form of our own page, also from a browser that says nothing of itself', async () => {
    const browser = testBrowser();
    await signInAs(browser, wire.url, 'an');
    await browser.get(link('làm khai sinh cần giấy tờ gì'), { 'sec-fetch-site': 'same-origin' });
    const page = await browser.post(`${wire.url}/hoi`, { q: 'lệ phí đăng ký kết hôn', id: crypto.randomUUID() });
    const chip = /<a href="(\/hoi\?[^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&');
    expect(chip).toBeDefined();
    await browser.get(`${wire.url}${chip}`);
    expect(await asked(browser)).toHaveLength(3);
    await browser.get(link('xóa dữ liệu của tôi', 'doan-mo-0'));
    expect(await asked(browser)).toHaveLength(3);
  });

  it('shows and gives out own data to the session alone: not to the talk before it, another person, or one signed out', async () => {
    const browser = testBrowser();
    await browser.post(`${wire.url}/hoi`, { q: 'làm khai sinh cần giấy tờ gì', id: 'm1' });
    const before = copyOf(browser);
    const page = await signInAs(browser, wire.url, 'an');
    const signedIn = copyOf(browser);
    const read = async (who: TestBrowser) =>
      Promise.all(['/du-lieu-cua-toi', '/du-lieu-cua-toi.json'].map((path) => who.get(`${wire.url}${path}`)));
    for (const one of await read(browser)) {
      expect(one.text).toContain('làm khai sinh cần giấy tờ gì');
      expect(one.headers.get('cache-control')).toBe('no-store');
    }
    const other = testBrowser();
    await signInAs(other, wire.url, 'binh');
    for (const who of [before, other, testBrowser()])
      for (const one of await read(who)) expect(one.text).not.toContain('khai sinh');
    await browser.post(`${wire.url}/dang-xuat`, { key: formKeyIn(page.text) });
    for (const who of [browser, signedIn])
      for (const one of await read(who)) expect(one.text).not.toContain('khai sinh');
  });

  it('changes nothing by the form key of another person’s page', async () => {
    const [browser, other] = [testBrowser(), testBrowser()];
    await signInAs(browser, wire.url, 'an');
    const key = formKeyIn((await signInAs(other, wire.url, 'binh')).text);
    for (const path of ['/dang-xuat', '/lien-ket', '/lien-ket/go'])
      expect((await browser.post(`${wire.url}${path}`, { key })).status).toBe(403);
    expect((await browser.get(`${wire.url}/`)).text).toContain('Nguyễn V. A.');
  });

  it('opens nothing for tokens that are made up, too long or hidden among a thousand cookies', async () => {
    const real = testBrowser();
    await signInAs(real, wire.url, 'an');
    const token = /hmc-phien=([\w-]+)/.exec(real.cookies(wire.url))?.[1] ?? '';
    const turned = `${token.slice(0, -2)}${token.slice(-2) === 'AA' ? 'BB' : 'AA'}`;
    for (const cookie of [
      turned,
      `${token}A`,
      token.slice(0, 42),
      `${token}%00`,
      '',
      `"${token}"`,
      token.toUpperCase(),
    ]) {
      const page = await fetch(wire.url, { headers: { cookie: `hmc-phien=${cookie}` } });
      const text = await page.text();
      expect(text).not.toContain('Nguyễn V. A.');
    }
    const crowd = Array.from({ length: 1000 }, (_, index) => `k${index}=${'x'.repeat(4)}`).join('; ');
    expect((await fetch(wire.url, { headers: { cookie: crowd } })).status).toBe(200);
    expect((await fetch(wire.url, { headers: { cookie: `hmc-phien=${'x'.repeat(20_000)}` } })).status).toBe(431);
    expect((await fetch(`${wire.url}/health`)).status).toBe(200);
  });

  it('stands 1,000 sign-ins begun at once: each has a state of its own, and a real one goes through', async () => {
    const starts = await Promise.all(
      Array.from({ length: 1000 }, () => fetch(`${wire.url}/dang-nhap`, { redirect: 'manual' })),
    );
    const states = starts.map(({ headers }) => new URL(headers.get('location') ?? 'x:/').searchParams.get('state'));
    expect(new Set(starts.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(states).size).toBe(1000);
    expect((await signInAs(testBrowser(), wire.url, 'an')).text).toContain('Nguyễn V. A.');
    expect(wire.errors).toEqual([]);
  });

  it('keeps no page with a person’s words in a cache, and tells no other page where it came from', async () => {
    const browser = testBrowser();
    await signInAs(browser, wire.url, 'an');
    for (const path of ['/', '/lien-ket', '/du-lieu-cua-toi', '/du-lieu-cua-toi.json', '/api/me', '/chat']) {
      const { headers } = await browser.get(`${wire.url}${path}`);
      expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('sets its cookies for no script, no other site and, by https, this host alone', async () => {
    const begun = await fetch(`${wire.url}/dang-nhap`, { redirect: 'manual' });
    expect(begun.headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Lax/);
    const { signInCookies } = await import('./cookies.ts');
    const lines: unknown[] = [];
    signInCookies(true).setSession({ cookie: (...parts: unknown[]) => lines.push(parts) } as never, 'x');
    expect(lines).toEqual([['__Host-hmc-phien', 'x', { httpOnly: true, sameSite: 'lax', secure: true, path: '/' }]]);
  });
});
