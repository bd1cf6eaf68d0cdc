import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { createStaffSessions } from '../../../bot/index.ts';
import { openTestStore, type TestStore } from '../../../bot/store/test-store.ts';
import { signInTestStaff, testGate } from '../test-staff.ts';
import { makeStaffGate } from './gate.ts';

/** One copy of the program, on a port of its own. */
async function openCopy(test: TestStore): Promise<{ url: string; server: Server }> {
  const gate = testGate(test);
  const app = express();
  app.get('/open', async (request, response) => void response.json(await gate.staffOf(request)));
  app.get('/any', gate.requireStaff(), (_request, response) => void response.json({ ok: true }));
  app.get('/inbox', gate.requireStaff('see-inbox'), (_request, response) => void response.json({ ok: true }));
  app.post('/any', gate.requireStaff(), (_request, response) => void response.json({ ok: true }));
  app.post('/keep', gate.requireStaff('answer', { background: true }), (_request, response) => {
    response.json({ ok: true });
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, server };
}

describe('the gate of the console', () => {
  let test: TestStore;
  let copies: Awaited<ReturnType<typeof openCopy>>[] = [];
  beforeAll(async () => {
    test = await openTestStore();
    copies = [await openCopy(test), await openCopy(test)];
  }, 60_000);
  afterAll(async () => {
    for (const { server } of copies) await new Promise((resolve) => server.close(resolve));
    await test?.close();
  });
  const call = async (path: string, headers: Record<string, string> = {}, method = 'GET', copy = 0) => {
    const response = await fetch(`${copies[copy]!.url}${path}`, { method, headers });
    return { status: response.status, body: await response.json(), headers: response.headers };
  };

  it('lets nobody in without a session, and says what to do', async () => {
    const refused = await call('/any');
    expect(refused).toMatchObject({ status: 401, body: { error: { code: 'signed-out' } } });
    expect(refused.headers.get('cache-control')).toBe('no-store');
    for (const cookie of ['hmc_staff=', `hmc_staff=${'A'.repeat(43)}`, 'hmc_staff=x; hmc_staff=y'])
      expect((await call('/any', { cookie })).status).toBe(401);
  });

  it('knows a session in every copy of the program, and in none after the sign-out', async () => {
    const { cookie, member } = await signInTestStaff(test);
    for (const copy of [0, 1])
      expect((await call('/open', { cookie }, 'GET', copy)).body).toMatchObject({ member: { id: member.id } });
    await createStaffSessions(test.store.staff, Buffer.alloc(32, 7)).close(cookie.split('=')[1] ?? '');
    for (const copy of [0, 1]) expect((await call('/any', { cookie }, 'GET', copy)).status).toBe(401);
  });

  it('takes no change without the token of this very session, or from another page', async () => {
    const { cookie, csrf } = await signInTestStaff(test);
    const other = await signInTestStaff(test);
    const own = { cookie, 'x-csrf': csrf };
    expect((await call('/any', own, 'POST')).status).toBe(200);
    for (const bad of [
      { cookie },
      { cookie, 'x-csrf': '' },
      { cookie, 'x-csrf': other.csrf },
      { ...own, 'sec-fetch-site': 'cross-site' },
      { ...own, 'sec-fetch-site': 'same-site' },
      { ...own, origin: 'https://ke-gian.example' },
      { ...own, origin: 'null' },
    ])
      expect(await call('/any', bad as Record<string, string>, 'POST')).toMatchObject({
        status: 403,
        body: { error: { code: 'csrf' } },
      });
    expect((await call('/any', { ...own, origin: copies[0]!.url }, 'POST')).status).toBe(200);
  });

  it('refuses a role what the table does not give it, and takes a change of role at the next request', async () => {
    const { cookie, member } = await signInTestStaff(test, { role: 'editor' });
    expect(await call('/inbox', { cookie })).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } });
    await test.store.staff.accounts.change(member.id, { role: 'officer' }, 'test');
    expect((await call('/inbox', { cookie }, 'GET', 1)).status).toBe(200);
    await test.store.staff.accounts.setActive(member.id, false, 'test');
    expect((await call('/inbox', { cookie })).status).toBe(401);
    await test.store.staff.accounts.setActive(member.id, true, 'test');
    expect((await call('/inbox', { cookie })).status).toBe(401);
  });

  it('ends a session 30 minutes after what he did last, however often his console asks; and 12 hours after its begin', async () => {
    const { cookie, csrf } = await signInTestStaff(test);
    const own = { cookie, 'x-csrf': csrf };
    const age = (column: string, interval: string) =>
      test.database.query(
        `update staff_session set ${column} = ${column} - interval '${interval}' where token_hash = sha256($1::bytea)`,
        [Buffer.from(cookie.split('=')[1] ?? '')],
      );
    await age('seen_at', '29 minutes');
    expect((await call('/any', own)).status).toBe(200);
    expect((await call('/keep', own, 'POST')).status).toBe(200);
    expect((await call('/any', { ...own, 'x-active': '0' }, 'POST')).status).toBe(200);
    await age('seen_at', '2 minutes');
    expect((await call('/any', own)).status).toBe(401);
    const again = await signInTestStaff(test);
    const fresh = { cookie: again.cookie, 'x-csrf': again.csrf };
    const ageAgain = (column: string, interval: string) =>
      test.database.query(
        `update staff_session set ${column} = ${column} - interval '${interval}' where staff_id = $1`,
        [again.member.id],
      );
    await ageAgain('seen_at', '29 minutes');
    expect((await call('/any', { ...fresh, 'x-active': '1' })).status).toBe(200);
    await ageAgain('seen_at', '29 minutes');
    expect((await call('/any', fresh, 'POST')).status).toBe(200);
    await ageAgain('began_at', '11 hours 59 minutes');
    expect((await call('/any', fresh)).status).toBe(200);
    await ageAgain('began_at', '2 minutes');
    expect((await call('/any', fresh)).status).toBe(401);
  });

  it('sets its cookie for no script, no other site and, by https, this host alone', () => {
    const { cookies } = makeStaffGate({
      sessions: createStaffSessions(test.store.staff, Buffer.alloc(32, 7)),
      publicUrl: 'https://hoi.phuong.example',
    });
    const lines: unknown[] = [];
    cookies.set({ cookie: (...parts: unknown[]) => lines.push(parts) } as never, 'session', 'x');
    expect(lines).toEqual([['__Host-hmc_staff', 'x', { httpOnly: true, sameSite: 'strict', secure: true, path: '/' }]]);
  });
});
