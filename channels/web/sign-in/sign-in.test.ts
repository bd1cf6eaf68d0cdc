import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket as WebSocketWithCookie } from 'ws';
import type { TestWire } from '../direct-line/test-wire.ts';
import { formKeyIn, signInAs, testBrowser } from './test-browser.ts';
import type { TestProvider } from './test-provider.ts';
import { openSignInWire } from './test-sign-in.ts';

const settle = () => new Promise((resolve) => setTimeout(resolve, 25));
/** Of an invented person. */
const dossierOf = (identityNumber: string) => ({
  code: '000.00.12.H38-260915-0042',
  procedure: '1.001612',
  applicant: { name: 'Nguyễn Văn An', identityNumber, phone: '0900000011' },
  unit: '02728',
  receivedAt: '2026-11-16T08:30:00+07:00',
  promisedAt: '2026-11-25T17:00:00+07:00',
  status: 'in-process',
  updatedAt: '2026-11-19T16:00:00+07:00',
});

describe('sign-in on the web', () => {
  let provider: TestProvider;
  let wire: TestWire;
  beforeAll(async () => {
    ({ provider, wire } = await openSignInWire());
  }, 60_000);
  afterAll(async () => {
    await wire?.close();
    await provider?.stop();
  });
  const audit = async (action: string) =>
    Number((await wire.store.database.query('select count(*) from audit where action = $1', [action]))[0]?.count);
  /** The way to the provider and back, up to the address that the provider sends the browser to. */
  const upToCallback = async (browser = testBrowser(), account = 'an') => {
    const form = await browser.get(`${wire.url}/dang-nhap`);
    const action = new URL(/action="([^"]+)"/.exec(form.text)?.[1] ?? '', form.url).href;
    let url = action;
    let response = await browser.step(action, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ account, go: 'yes' }).toString(),
    });
    for (;;) {
      url = new URL(response.headers.get('location') ?? '', url).href;
      if (url.startsWith(wire.url)) return { browser, callback: new URL(url) };
      response = await browser.step(url);
    }
  };

  it('shows who is signed in by a masked name, and nothing before', async () => {
    const browser = testBrowser();
    const before = await browser.get(`${wire.url}/`);
    expect(before.text).toContain('Đăng nhập để xem hồ sơ của mình');
    const after = await signInAs(browser, wire.url, 'an');
    expect(after.status).toBe(200);
    expect(after.url).toBe(`${wire.url}/`);
    expect(after.text).toContain('Nguyễn V. A.');
    expect(after.text).not.toMatch(/Nguyễn Văn An|010190000011/);
    expect(after.headers.get('cache-control')).toBe('no-store');
  });

  it('binds by the number: the same person gets the same citizen, another person another', async () => {
    const citizens = async () =>
      (await wire.store.database.query('select id from citizen where person_key is not null')).length;
    await signInAs(testBrowser(), wire.url, 'an');
    const before = await citizens();
    await signInAs(testBrowser(), wire.url, 'an');
    expect(await citizens()).toBe(before);
    await signInAs(testBrowser(), wire.url, 'binh');
    expect(await citizens()).toBe(before + 1);
  });

  it('keeps tokens as hashes, the number as a keyed hash, and the name masked', async () => {
    const browser = testBrowser();
    await signInAs(browser, wire.url, 'an');
    const token = /hmc-phien=([\w-]+)/.exec(browser.cookies(wire.url))?.[1] ?? 'none';
    const rows = await wire.store.database.query(
      'select s.*, c.person_key from session s join citizen c on c.id = s.citizen_id',
    );
    const kept = JSON.stringify(rows, (_key, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    );
    expect(kept).toContain('Nguyễn V. A.');
    expect(kept).not.toContain(token);
    expect(kept).not.toMatch(/010190000011|Văn An/);
  });

  it.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'a'.repeat(43))],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['no code', (url: URL) => url.searchParams.delete('code')],
    ['another code', (url: URL) => url.searchParams.set('code', 'khong-phai-ma-nay')],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://ke-gian.example')],
    ['an error of the provider', (url: URL) => url.searchParams.set('error', 'access_denied')],
  ])('opens no session for %s, and says what to do', async (_what, spoil) => {
    const { browser, callback } = await upToCallback();
    spoil(callback);
    const page = await browser.get(callback.href);
    expect(page.status).toBe(400);
    expect(page.text).toMatch(/bấm đăng nhập lại/);
    expect(browser.cookies(wire.url)).not.toContain('hmc-phien');
  });

  it('takes an answer of the provider once: the second time nobody is signed in by it', async () => {
    const { browser, callback } = await upToCallback();
    const before = browser.cookies(wire.url);
    expect((await browser.get(callback.href)).status).toBe(200);
    const again = testBrowser();
    for (const cookie of before.split('; ')) again.setCookie(wire.url, cookie);
    expect((await again.get(callback.href)).status).toBe(400);
    expect(again.cookies(wire.url)).not.toContain('hmc-phien');
  });

  it('takes an answer in the browser alone that began it: nobody is signed in as somebody else by a link', async () => {
    const { callback } = await upToCallback();
    const victim = testBrowser();
    expect((await victim.get(callback.href)).status).toBe(400);
    await victim.get(`${wire.url}/dang-nhap`);
    expect((await victim.get(callback.href)).status).toBe(400);
    expect(victim.cookies(wire.url)).not.toContain('hmc-phien');
  });

  it('takes no answer after ten minutes', async () => {
    const { browser, callback } = await upToCallback();
    await wire.store.database.query("update login_state set made_at = made_at - interval '11 minutes'");
    expect((await browser.get(callback.href)).text).toContain('Lượt đăng nhập đã quá hạn');
  });

  it.each([['chin-so'], ['khong-so']])('knows nobody without a number of 12 digits (%s)', async (account) => {
    const browser = testBrowser();
    const page = await signInAs(browser, wire.url, account);
    expect([page.status, browser.cookies(wire.url).includes('hmc-phien')]).toEqual([403, false]);
    expect(page.text).toContain('số định danh cá nhân 12 số');
  });

  it('comes back to our own pages alone', async () => {
    for (const elsewhere of [
      'https://ke-gian.example',
      '//ke-gian.example',
      '/\\ke-gian.example',
      'javascript:alert(1)',
    ])
      expect((await signInAs(testBrowser(), wire.url, 'an', elsewhere)).url).toBe(`${wire.url}/`);
    expect((await signInAs(testBrowser(), wire.url, 'an', '/lien-ket')).url).toBe(`${wire.url}/lien-ket`);
  });

  it('gives a new token at every sign-in, and the one before opens nothing', async () => {
    const browser = testBrowser();
    await signInAs(browser, wire.url, 'an');
    const first = browser.cookies(wire.url);
    expect((await signInAs(browser, wire.url, 'an')).text).toContain('Nguyễn V. A.');
    expect(browser.cookies(wire.url)).not.toBe(first);
    const old = testBrowser();
    for (const cookie of first.split('; ')) old.setCookie(wire.url, cookie);
    expect((await old.get(`${wire.url}/`)).text).toContain('Đăng nhập để xem hồ sơ');
  });

  it('is over after 30 quiet minutes, and after 8 hours whatever is done', async () => {
    for (const change of [
      "seen_at = seen_at - interval '31 minutes'",
      "began_at = began_at - interval '481 minutes'",
    ]) {
      const browser = testBrowser();
      await signInAs(browser, wire.url, 'an');
      expect((await browser.get(`${wire.url}/`)).text).toContain('Nguyễn V. A.');
      await wire.store.database.query(`update session set ${change}`);
      expect((await browser.get(`${wire.url}/`)).text).not.toContain('Nguyễn V. A.');
    }
  });

  it('ends by the form of our own page alone', async () => {
    const browser = testBrowser();
    const page = await signInAs(browser, wire.url, 'an');
    const key = formKeyIn(page.text);
    expect((await browser.post(`${wire.url}/dang-xuat`, {})).status).toBe(403);
    expect((await browser.post(`${wire.url}/dang-xuat`, { key: 'x' })).status).toBe(403);
    expect((await browser.post(`${wire.url}/dang-xuat`, { key }, { origin: 'https://ke-gian.example' })).status).toBe(
      403,
    );
    const crossSite = { origin: 'null', 'sec-fetch-site': 'cross-site' };
    expect((await browser.post(`${wire.url}/dang-xuat`, { key }, crossSite)).status).toBe(403);
    expect((await browser.get(`${wire.url}/`)).text).toContain('Nguyễn V. A.');
    const end = await browser.post(`${wire.url}/dang-xuat`, { key }, { origin: wire.url });
    expect(end.text).toContain('Đã đăng xuất');
    expect(end.headers.get('refresh')).toContain(`${provider.issuer}/session/end?`);
    expect((await browser.get(`${wire.url}/`)).text).not.toContain('Nguyễn V. A.');
  });

  it('shows nothing of the signed-in talk after the sign-out, to no cookie and no token that was there', async () => {
    const browser = testBrowser();
    const page = await signInAs(browser, wire.url, 'an');
    await browser.post(`${wire.url}/hoi`, { q: 'lệ phí đăng ký kết hôn', id: 'm1' });
    expect((await browser.get(`${wire.url}/`)).text).toContain('lệ phí đăng ký kết hôn');
    const cookies = browser.cookies(wire.url);
    await browser.post(`${wire.url}/dang-xuat`, { key: formKeyIn(page.text) });
    const thief = testBrowser();
    for (const cookie of cookies.split('; ')) thief.setCookie(wire.url, cookie);
    for (const who of [browser, thief])
      expect((await who.get(`${wire.url}/`)).text).not.toContain('lệ phí đăng ký kết hôn');
  });

  it('merges the anonymous talk into the person’s once, and the old cookie shows it no more', async () => {
    const browser = testBrowser();
    await browser.post(`${wire.url}/hoi`, { q: 'làm khai sinh cần giấy tờ gì', id: 'm1' });
    const old = browser.cookies(wire.url);
    const id = /hmc=([\w-]+)/.exec(old)?.[1];
    await signInAs(browser, wire.url, 'binh');
    const [talk] = await wire.store.database.query(
      'select c.person_key is not null as known, t.asked_masked from conversation v join citizen c on c.id = v.citizen_id join turn t on t.conversation_id = v.id where v.external_id = $1',
      [id],
    );
    expect(talk).toEqual({ known: true, asked_masked: 'làm khai sinh cần giấy tờ gì' });
    const thief = testBrowser();
    for (const cookie of old.split('; ')) thief.setCookie(wire.url, cookie);
    expect((await thief.get(`${wire.url}/`)).text).not.toContain('làm khai sinh cần giấy tờ gì');
    expect((await thief.post(`${wire.url}/hoi`, { q: 'bao lâu xong', id: 'm2' })).status).toBe(200);
    // The subject goes on: the talk before the sign-in was about births.
    await browser.post(`${wire.url}/hoi`, { q: 'thế lệ phí?', id: 'm3' });
    expect((await browser.get(`${wire.url}/`)).text).toMatch(/khai sinh/i);
  });

  it('tells each person of his own dossier alone, on the page and on the wire, and nobody after the sign-out', async () => {
    await wire.store.store.dossiers.keep([dossierOf('010190000011')], { source: 'test' });
    const browser = testBrowser();
    const page = await signInAs(browser, wire.url, 'an');
    const question = { q: 'hồ sơ của tôi tới đâu rồi', id: 'own' };
    await browser.post(`${wire.url}/hoi`, question);
    expect((await browser.get(`${wire.url}/`)).text).toContain('25/11/2026');
    const other = testBrowser();
    await signInAs(other, wire.url, 'binh');
    await other.post(`${wire.url}/hoi`, question);
    expect((await other.get(`${wire.url}/`)).text).not.toMatch(/25\/11\/2026|H38-260915/);

    const { body: made } = await wire.call('POST', '/api/token', { headers: { cookie: browser.cookies(wire.url) } });
    expect(made.signedIn).toBe(true);
    const withCookie = { token: made.token, headers: { cookie: browser.cookies(wire.url) } };
    const talk = `/v3/directline/conversations/${made.conversationId}/activities`;
    await wire.call('POST', '/v3/directline/conversations', withCookie);
    const said = { type: 'message', from: { id: made.conversationId }, text: question.q };
    await wire.call('POST', talk, { ...withCookie, body: said });
    const told = async () => JSON.stringify((await wire.call('GET', talk, withCookie)).body);
    for (let tries = 0; tries < 100 && !(await told()).includes('25/11/2026'); tries++) await settle();
    expect(await told()).toContain('25/11/2026');

    // The token alone, and beside another person's cookie, opens nothing.
    const calls = (cookie: string) =>
      Promise.all([
        wire.call('GET', talk, { token: made.token, headers: { cookie } }),
        wire.call('POST', talk, { token: made.token, headers: { cookie }, body: said }),
        wire.call('POST', '/v3/directline/tokens/refresh', { token: made.token, headers: { cookie } }),
        wire.call('POST', '/v3/directline/conversations', { token: made.token, headers: { cookie } }),
      ]);
    for (const cookie of ['', other.cookies(wire.url)])
      expect((await calls(cookie)).map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    // Nor does the secret of the servers beside us.
    expect((await wire.call('GET', talk, { token: wire.secret })).status).toBe(404);

    const cookie = browser.cookies(wire.url);
    await browser.post(`${wire.url}/dang-xuat`, { key: formKeyIn(page.text) });
    expect((await calls(cookie)).map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    const again = await wire.call('POST', '/api/token', { token: made.token, headers: { cookie } });
    expect([again.body.signedIn, again.body.conversationId === made.conversationId]).toEqual([false, false]);
  });

  it('closes an open socket at the sign-out', async () => {
    const browser = testBrowser();
    const page = await signInAs(browser, wire.url, 'an');
    const cookie = browser.cookies(wire.url);
    const { body: made } = await wire.call('POST', '/api/token', { headers: { cookie } });
    const { body: begun } = await wire.call('POST', '/v3/directline/conversations', {
      token: made.token,
      headers: { cookie },
    });
    await expect(wire.socket(begun.streamUrl)).rejects.toThrow();
    const socket = new WebSocketWithCookie(begun.streamUrl, { headers: { cookie } });
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.once('open', resolve));
    const open = await wire.store.store.findConversation({
      channel: 'web',
      externalId: made.conversationId,
      sessionId: (await wire.store.database.query('select id from session order by began_at desc limit 1'))[0]
        ?.id as string,
    });
    await browser.post(`${wire.url}/dang-xuat`, { key: formKeyIn(page.text) });
    // Something that was under way comes in after the sign-out: it is not shown.
    const late = { key: 'late', speaker: 'bot' as const, content: {}, at: new Date() };
    await wire.store.store.addUtterances({ conversationId: open!.id, citizenId: open!.citizenId, utterances: [late] });
    expect(await closed).toBe(4403);
  });

  it('writes sign-in and sign-out to the audit log', async () => {
    const before = [await audit('sign-in'), await audit('sign-out')];
    const browser = testBrowser();
    const page = await signInAs(browser, wire.url, 'an');
    await browser.post(`${wire.url}/dang-xuat`, { key: formKeyIn(page.text) });
    expect([await audit('sign-in'), await audit('sign-out')]).toEqual(before.map((count) => count + 1));
  });
});
