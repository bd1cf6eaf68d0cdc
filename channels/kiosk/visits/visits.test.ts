import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestKiosk, type TestKiosk, type TestScreen, type TestVisit } from '../test-kiosk.ts';

describe('a visit at a kiosk', () => {
  let kiosk: TestKiosk;
  let screen: TestScreen;
  beforeAll(async () => {
    kiosk = await openTestKiosk();
    screen = await kiosk.screen();
  }, 60_000);
  afterAll(() => kiosk?.close());

  /** Every way in which something of a visit could be read or done. */
  const tries = (visit: TestVisit, by = screen) =>
    Promise.all(
      [
        visit.of('GET'),
        visit.of('PUT'),
        visit.of('GET', '/dossiers'),
        visit.of('POST', '/dossiers/1/reveal'),
        visit.of('POST', '/rating', { body: { stars: 5 } }),
        visit.of('POST', '/receipt', { body: { scanned: 'H38.12-260915-0042' } }),
        visit.say('lệ phí khai sinh'),
        by.call('GET', `/v3/directline/conversations/${visit.conversationId}/activities?watermark=0`, visit),
        by.call('GET', `/v3/directline/conversations/${visit.conversationId}`, visit),
        by.call('POST', '/v3/directline/conversations', { ...visit, body: {} }),
        by.call('POST', '/v3/directline/tokens/refresh', visit),
        by.call('POST', '/api/feedback', { ...visit, body: { turnId: visit.id, verdict: 'up' } }),
      ].map(async (reply) => (await reply).status),
    );
  const refused = Array(12).fill(403);

  it('talks as on the web, with the words to be spoken, and shows no number as it was typed', async () => {
    const visit = await screen.begin();
    const answer = await visit.ask('đăng ký khai sinh hết bao nhiêu tiền, số tôi là 0900000011');
    expect(answer.channelData.answer.status).toBe('answered');
    expect(answer.speak).toMatch(/\p{L}{2,}/u);
    expect(answer.speak).not.toMatch(/\d/);
    const own = (await visit.told()).find(({ from }: { from: { role: string } }) => from.role === 'user');
    expect(own.text).not.toContain('0900000011');
    expect(own.text).toContain('khai sinh');
  });

  it('is over at Xong: its token, its page, its socket and its calls are dead at once', async () => {
    const visit = await screen.begin();
    await visit.ask('lệ phí đăng ký khai sinh');
    const socket = await visit.socket();
    await socket.until(3);
    const closed = new Promise((resolve) => socket.socket.once('close', resolve));
    expect((await visit.of('DELETE')).status).toBe(204);
    expect(await closed).toBe(4403);
    expect(await tries(visit)).toEqual(refused);
    expect((await visit.of('DELETE')).status).toBe(204);
    await expect(visit.socket()).rejects.toThrow();
  });

  it('is over when the next one begins at the same screen, which sees nothing of it', async () => {
    const first = await screen.begin();
    await first.ask('tôi muốn ly hôn');
    const second = await screen.begin();
    expect(await tries(first)).toEqual(refused);
    const activities = await second.told();
    expect(activities).toHaveLength(1);
    expect(JSON.stringify(activities)).not.toContain('ly hôn');
  });

  it('closes the socket of the one before at once when the next one begins', async () => {
    const first = await screen.begin();
    const socket = await first.socket();
    await socket.until(1);
    const closed = new Promise((resolve) => socket.socket.once('close', resolve));
    await screen.begin();
    expect(await closed).toBe(4403);
  });

  it('goes on at another screen meanwhile', async () => {
    const other = await kiosk.screen();
    const there = await other.begin();
    await (await screen.begin()).of('DELETE');
    expect((await there.of('GET')).status).toBe(200);
  });

  it('is over after two minutes without a sign, and after half an hour in any case', async () => {
    const [idle, long] = [await screen.begin(), await (await kiosk.screen()).begin()];
    const age = (column: string, by: string, { id }: TestVisit) =>
      kiosk.store.database.query(`update kiosk_visit set ${column} = now() - interval '${by}' where id = '${id}'`);
    await age('seen_at', '119 seconds', idle);
    expect((await idle.of('PUT')).status).toBe(200);
    await age('seen_at', '121 seconds', idle);
    await age('began_at', '31 minutes', long);
    expect(await tries(idle)).toEqual(refused);
    expect((await long.of('PUT')).status).toBe(403);
    expect((await idle.of('DELETE')).status).toBe(204);
  });

  it('is not kept alive by looking, only by somebody who does something', async () => {
    const visit = await screen.begin();
    const seen = async () =>
      (await kiosk.store.database.query(`select seen_at from kiosk_visit where id = '${visit.id}'`))[0]?.seen_at;
    const before = await seen();
    await visit.of('GET');
    await visit.told();
    expect(await seen()).toEqual(before);
    await visit.of('PUT');
    expect(await seen()).not.toEqual(before);
  });

  it('takes its token from its own device alone', async () => {
    const visit = await screen.begin();
    const stolen = { token: visit.token };
    for (const thief of [kiosk.browser(), await kiosk.screen()]) {
      const path = `/v3/directline/conversations/${visit.conversationId}/activities`;
      expect((await thief.call('GET', path, stolen)).status).toBe(403);
      expect((await thief.call('GET', `/kiosk/api/visits/${visit.id}`, stolen)).status).toBe(403);
      expect((await thief.call('DELETE', `/kiosk/api/visits/${visit.id}`, stolen)).status).toBe(403);
    }
    expect((await visit.of('GET')).status).toBe(200);
  });

  it('takes no other token: of the web, of another visit, none, or a made-up one', async () => {
    const visit = await screen.begin();
    const web = (await screen.call('POST', '/api/token', { body: {} })).body.token;
    const other = await (await kiosk.screen()).begin();
    const [body, mac] = visit.token.split('.');
    const forged = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(body ?? '', 'base64url').toString()), ownDevice: true }),
    ).toString('base64url');
    for (const token of [web, other.token, `${forged}.${mac}x`, 'x'])
      expect((await screen.call('GET', `/kiosk/api/visits/${visit.id}`, { token })).status).toBe(403);
    expect((await screen.call('GET', `/kiosk/api/visits/${visit.id}`)).status).toBe(401);
    expect((await screen.call('GET', '/kiosk/api/visits/none', visit)).status).toBe(403);
  });

  it('cannot be carried over to the web: the token route begins another talk', async () => {
    const visit = await screen.begin();
    const { body } = await screen.call('POST', '/api/token', { ...visit, body: {} });
    expect(body.conversationId).not.toBe(visit.conversationId);
  });

  it('ends once however often and close together it is ended, also while an answer is on its way', async () => {
    const visit = await screen.begin();
    const [said, ...ends] = await Promise.all([
      visit.say('đăng ký kết hôn cần giấy tờ gì'),
      ...Array.from({ length: 8 }, () => visit.of('DELETE')),
    ]);
    expect([200, 403, 404]).toContain(said?.status);
    expect(ends.map(({ status }) => status)).toEqual(Array(8).fill(204));
    expect(await tries(visit)).toEqual(refused);
    expect(kiosk.errors).toEqual([]);
  });

  it('begins once when begun many times at once: the last one lives', async () => {
    const device = await kiosk.screen();
    const made = await Promise.all(
      Array.from({ length: 8 }, () => device.call('POST', '/kiosk/api/visits', { body: {} })),
    );
    const states = await Promise.all(
      made.map(({ body }) => device.call('GET', `/kiosk/api/visits/${body.visit}`, { token: body.token })),
    );
    expect(states.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('is over when its device is removed, whose key opens nothing any more', async () => {
    const gone = await kiosk.screen();
    const visit = await gone.begin();
    await kiosk.store.store.kiosks.removeDevice(gone.deviceId ?? '', 'command:test');
    expect(await tries(visit, gone)).toEqual(refused);
    expect((await gone.call('GET', '/kiosk/api/office')).body.has.device).toBe(false);
  });

  it('survives a killed server, and is dead after it when it was', async () => {
    const [visit, over] = [await screen.begin(), await (await kiosk.screen()).begin()];
    await over.of('DELETE');
    await visit.ask('đăng ký tạm trú cần gì');
    await kiosk.restart();
    expect((await visit.told(1)).length).toBeGreaterThan(2);
    expect(await tries(over)).toEqual(refused);
  });

  it('keeps five faces, the last one', async () => {
    const visit = await screen.begin();
    expect((await visit.of('POST', '/rating', { body: { stars: 2 } })).status).toBe(204);
    expect((await visit.of('POST', '/rating', { body: { stars: 5 } })).status).toBe(204);
    expect((await visit.of('POST', '/rating', { body: { stars: 6 } })).status).toBe(400);
    const rows = await kiosk.store.database.query(`select rating from kiosk_visit where id = '${visit.id}'`);
    expect(rows).toEqual([{ rating: 5 }]);
  });
});

describe('the device of a kiosk', () => {
  let kiosk: TestKiosk;
  beforeAll(async () => {
    kiosk = await openTestKiosk({ settings: { publicUrl: 'https://hoi.phuong.example' } });
  }, 60_000);
  afterAll(() => kiosk?.close());

  it('keeps its key in a cookie that no script reads and no other site sends', async () => {
    const { newDeviceKey, hashOfDeviceKey } = await import('../../../bot/index.ts');
    const key = newDeviceKey();
    const device = { name: 'Sảnh', unit: null, keyHash: hashOfDeviceKey(key), by: 'command:test' };
    await kiosk.store.store.kiosks.addDevice(device);
    const reply = await kiosk.browser().call('POST', '/kiosk/api/device', { body: { key } });
    expect(reply.body).toEqual({ name: 'Sảnh', unit: null });
    expect(reply.headers.get('set-cookie')).toMatch(
      /^__Host-hmc-kiosk=[\w-]{43}; Max-Age=\d+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
    );
    const rows = await kiosk.store.database.query('select * from kiosk_device');
    expect(JSON.stringify(rows)).not.toContain(key);
  });

  it('is none by a wrong key, and the guesser has to wait', async () => {
    const browser = kiosk.browser();
    const statuses: number[] = [];
    for (let tried = 0; tried < 12; tried++)
      statuses.push((await browser.call('POST', '/kiosk/api/device', { body: { key: 'k'.repeat(43) } })).status);
    expect(statuses.slice(0, 9)).toEqual(Array(9).fill(403));
    expect(statuses.at(-1)).toBe(429);
  });

  it('gives nothing to a page of another site', async () => {
    const foreign: Record<string, string>[] = [
      { origin: 'https://elsewhere.example' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of foreign)
      expect((await kiosk.browser().call('GET', '/kiosk/api/office', { headers })).status).toBe(404);
  });
});
