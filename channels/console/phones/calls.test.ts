import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { createStaffCaller, loadSpeech, type PhoneSender, type StaffCall, sendCalls } from '../../../bot/index.ts';
import { openTestStore, type TestStore } from '../../../bot/store/test-store.ts';
import { consoleRoutes } from '../routes.ts';
import { makeConsoleSignIn } from '../sign-in/index.ts';
import { signInTestStaff, type TestStaff } from '../test-staff.ts';
import { isPushEndpoint, makePushSender, newVapidKeys, pushHosts } from './push-sender.ts';
import { openTestPushService, type TestPhone, type TestPushService } from './test-push-service.ts';

const keys = newVapidKeys();
const handOffId = '00000000-0000-4000-8000-0000000000aa';

describe('calling staff on their phones', () => {
  let test: TestStore;
  let service: TestPushService;
  let server: Server;
  let url = '';
  let sender: PhoneSender;
  let count = 0;
  beforeAll(async () => {
    test = await openTestStore();
    service = await openTestPushService();
    sender = makePushSender({ keys, subject: 'mailto:thu@localhost', hosts: [service.host] });
    const signIn = makeConsoleSignIn({
      store: test.store.staff,
      secretKey: Buffer.alloc(32, 7),
      publicUrl: null,
      push: { vapidKey: keys.publicKey, hosts: [service.host] },
      speak: loadSpeech(),
    });
    server = createServer(express().use(consoleRoutes({ signIn: signIn.routes })));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }, 60_000);
  afterAll(async () => {
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
    await service?.stop();
    await test?.close();
  });
  beforeEach(async () => {
    service.replies.length = 0;
    await test.database.query('delete from staff_call');
  });

  const push = (staff: TestStaff | null, method: string, body?: unknown, path = '') =>
    fetch(`${url}/console/api/push${path}`, {
      method,
      headers: { ...(staff?.headers ?? {}), 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  /** Somebody whose console is closed, with so many phones. */
  const somebody = async (phones = 1) => {
    const staff = await signInTestStaff(test);
    const own: TestPhone[] = [];
    for (let index = 0; index < phones; index += 1) {
      const phone = service.phone(keys.publicKey);
      expect((await push(staff, 'POST', phone.subscription)).status).toBe(201);
      own.push(phone);
    }
    await test.database.query("update staff_presence set seen_at = now() - interval '2 minutes' where staff_id = $1", [
      staff.member.id,
    ]);
    return { staff, phones: own };
  };
  const call = (staff: readonly TestStaff[], more: Partial<StaffCall> = {}) => {
    count += 1;
    const staffIds = staff.map(({ member }) => member.id);
    const caller = createStaffCaller({ store: test.store.staff });
    return caller.call({ kind: 'new-hand-off', handOffId, code: 'K7M-3TX', staffIds, key: `ho-${count}`, ...more });
  };
  const send = (at = new Date(), senders = [sender]) =>
    sendCalls({
      calls: test.store.staff.calls,
      senders,
      now: () => at,
      onError: (error) => {
        throw error;
      },
    });
  const states = async () => {
    const rows = await test.database.query('select state, reason, attempts from staff_call order by made_at');
    return rows.map(({ state, reason, attempts }) => [state, reason, attempts]);
  };
  const later = (seconds: number) => new Date(Date.now() + seconds * 1000);

  it('reaches every phone of everybody called, with kind and code alone', async () => {
    const [one, two] = [await somebody(2), await somebody()];
    expect(await call([one.staff, two.staff])).toBe(2);
    expect(await send()).toBe(3);
    for (const { shown } of [...one.phones, ...two.phones])
      expect(shown).toEqual([{ kind: 'new-hand-off', code: 'K7M-3TX' }]);
    expect(service.headers.at(-1)).toMatchObject({ urgency: 'high', 'content-encoding': 'aes128gcm' });
    expect(await send()).toBe(0);
  });

  it('calls nobody twice for one key, though two copies of the program call and send at once', async () => {
    const { staff, phones } = await somebody();
    const key = 'một lần';
    await Promise.all([call([staff], { key }), call([staff], { key })]);
    const sent = await Promise.all([send(), send(), send()]);
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(phones[0]?.shown).toHaveLength(1);
  });

  it('says how many can be reached: a phone, or a console that is open now; and nobody who left', async () => {
    const [phone, none, gone] = [await somebody(), await somebody(0), await somebody()];
    const atConsole = await signInTestStaff(test);
    await test.store.staff.accounts.setActive(gone.staff.member.id, false, 'test');
    const all = [phone.staff, none.staff, gone.staff, atConsole];
    expect(await call(all)).toBe(2);
    expect(await call([none.staff, gone.staff])).toBe(0);
    expect(await call([])).toBe(0);
  });

  it.each([404, 410])('forgets a phone whose push service says %i', async (status) => {
    const { staff, phones } = await somebody(2);
    service.replies.push(status);
    await call([staff]);
    await send();
    expect((await states()).toSorted()).toEqual([
      ['failed', `http-${status}`, 1],
      ['sent', null, 1],
    ]);
    expect(await (await push(staff, 'GET')).json()).toMatchObject({ push: 1 });
    expect(phones.flatMap(({ shown }) => shown)).toHaveLength(1);
  });

  it('tries again while a push service is busy or down, with growing waits, and then gives up', async () => {
    const { staff, phones } = await somebody();
    service.replies.push(503, 429);
    await call([staff]);
    await send();
    expect(await states()).toEqual([['queued', 'http-503', 1]]);
    await send(later(4));
    expect(await states()).toEqual([['queued', 'http-503', 1]]);
    await send(later(6));
    expect(await states()).toEqual([['queued', 'http-429', 2]]);
    await send(later(20));
    expect(await states()).toEqual([['sent', null, 3]]);
    expect(phones[0]?.shown).toHaveLength(1);
    service.replies.push(500, 500, 500, 500, 500);
    await call([staff]);
    for (const seconds of [1, 10, 30, 60, 120]) await send(later(seconds));
    expect((await states()).at(-1)).toEqual(['failed', 'http-500', 5]);
  });

  it('sends again what was in the hands of a copy that died, and lets that copy settle nothing afterwards', async () => {
    const { staff, phones } = await somebody();
    await call([staff]);
    const { calls } = test.store.staff;
    const held = await calls.claim({ now: new Date(), leaseMs: 30_000, ways: ['push'] });
    expect(await send(later(10))).toBe(0);
    expect(await send(later(31))).toBe(1);
    expect(await calls.settle(held!, { state: 'failed', reason: 'late' }, later(40))).toBe(false);
    expect(await states()).toEqual([['sent', null, 2]]);
    expect(phones[0]?.shown).toHaveLength(1);
  });

  it('counts as in doubt what three copies died over', async () => {
    const { staff } = await somebody();
    await call([staff]);
    for (const seconds of [0, 40, 80]) {
      await test.store.staff.calls.markLost(later(seconds));
      await test.store.staff.calls.claim({ now: later(seconds), leaseMs: 30_000, ways: ['push'] });
    }
    await test.store.staff.calls.markLost(later(200));
    expect(await states()).toEqual([['ambiguous', 'sender-died', 3]]);
  });

  it('rings nobody for what is over: half an hour later it fails as too late', async () => {
    const { staff, phones } = await somebody();
    await call([staff]);
    await send(later(31 * 60));
    expect(await states()).toEqual([['failed', 'too-late', 0]]);
    expect(phones[0]?.shown).toEqual([]);
  });

  it('sends to an account of a channel by that channel’s sender, and leaves it while there is none', async () => {
    const staff = await signInTestStaff(test);
    const { code } = (await (await push(staff, 'POST', undefined, '/code')).json()) as { code: string };
    expect(code).toMatch(/^\d{8}$/);
    const signIn = makeConsoleSignIn({ store: test.store.staff, secretKey: Buffer.alloc(32, 7), publicUrl: null });
    const account = { channel: 'zalo-bot', account: 'zalo-cua-lan' };
    expect(await signIn.own.linkPhone(account, '00000000')).toBe(false);
    expect(await signIn.own.linkPhone(account, code)).toBe(true);
    expect(await signIn.own.linkPhone({ ...account, account: 'ke-gian' }, code)).toBe(false);
    await call([staff]);
    expect(await send()).toBe(0);
    const heard: unknown[] = [];
    const zalo: PhoneSender = {
      way: 'zalo-bot',
      async send({ to, kind, code: short }) {
        heard.push({ to, kind, short });
        return { end: 'sent' };
      },
    };
    expect(await send(new Date(), [sender, zalo])).toBe(1);
    expect(heard).toEqual([{ to: { way: 'account', ...account }, kind: 'new-hand-off', short: 'K7M-3TX' }]);
  });

  it('lets nobody guess the code of another’s phone', async () => {
    const staff = await signInTestStaff(test);
    const { code } = (await (await push(staff, 'POST', undefined, '/code')).json()) as { code: string };
    const { own } = makeConsoleSignIn({ store: test.store.staff, secretKey: Buffer.alloc(32, 7), publicUrl: null });
    const thief = { channel: 'zalo-bot', account: 'ke-gian-2' };
    for (let tries = 0; tries < 5; tries += 1) await own.linkPhone(thief, '11111111');
    expect(await own.linkPhone(thief, code)).toBe(false);
    expect(await own.linkPhone({ ...thief, account: 'cua-chu' }, code)).toBe(true);
  });

  it('takes phones of who is signed in, of push services alone, by calls of our own page', async () => {
    const staff = await signInTestStaff(test);
    const { subscription } = service.phone(keys.publicKey);
    expect((await push(null, 'POST', subscription)).status).toBe(401);
    const bare = await fetch(`${url}/console/api/push`, {
      method: 'POST',
      headers: { cookie: staff.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(subscription),
    });
    expect(bare.status).toBe(403);
    for (const endpoint of ['http://169.254.169.254/', 'https://ke-gian.example/push', 'không phải địa chỉ'])
      expect((await push(staff, 'POST', { ...subscription, endpoint })).status).toBe(400);
    expect((await push(staff, 'POST', 'không phải gì cả')).status).toBe(400);
    expect((await push(staff, 'POST', subscription)).status).toBe(201);
    const other = await signInTestStaff(test);
    await push(other, 'DELETE', { endpoint: subscription.endpoint });
    expect(await (await push(staff, 'GET')).json()).toMatchObject({ push: 1, vapidKey: keys.publicKey });
    await push(staff, 'DELETE', { endpoint: subscription.endpoint });
    expect(await (await push(staff, 'GET')).json()).toMatchObject({ push: 0 });
  });

  it('knows the hosts of push services', () => {
    for (const good of ['https://fcm.googleapis.com/fcm/send/x', 'https://wns2-by3p.notify.windows.com/w/?t=1'])
      expect(isPushEndpoint(good, pushHosts)).toBe(true);
    for (const bad of [
      'http://fcm.googleapis.com/x',
      'https://fcm.googleapis.com.ke-gian.example/',
      'https://notify.windows.com.example/',
      'https://user@fcm.googleapis.com/',
      'https://127.0.0.1/',
      'file:///etc/passwd',
    ])
      expect(isPushEndpoint(bad, pushHosts)).toBe(false);
  });

  it('serves a script for the phone that may act for /console, with words for every kind and no one’s else', async () => {
    const response = await fetch(`${url}/console/sw.js`);
    const script = await response.text();
    expect(response.headers.get('service-worker-allowed')).toBe('/console');
    expect(response.headers.get('content-type')).toMatch(/javascript/);
    expect(() => new Function(script)).not.toThrow();
    expect(script).toContain('Có người dân cần gặp cán bộ. Mã ….');
    expect(script).not.toMatch(/WORDS|TITLE/);
  });
});
