import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testBrowser } from '../../web/sign-in/test-browser.ts';
import { fill, goodPassword, openTestConsole, type TestConsole, typePassword } from '../sign-in/test-console.ts';
import { signInTestStaff, type TestStaff } from '../test-staff.ts';

describe('accounts and the audit log over the API', () => {
  let open: TestConsole;
  let admin: TestStaff;
  let count = 0;
  beforeAll(async () => {
    open = await openTestConsole();
    admin = await signInTestStaff(open.test, { role: 'admin', name: 'Quản trị' });
  }, 60_000);
  afterAll(() => open?.close());

  const call = async (by: TestStaff | null, method: string, path: string, body?: unknown) => {
    const response = await fetch(`${open.url}/console/api${path}`, {
      method,
      headers: { ...(by?.headers ?? {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: the suite reads what it asked for.
    return { status: response.status, body: (await response.json()) as any };
  };
  const invitation = (more: object = {}) => {
    count += 1;
    return { name: 'Lan', login: `moi-${count}`, role: 'officer', unit: '02728', ...more };
  };
  const lastAudit = async (action: string) =>
    (await open.test.database.query('select * from audit where action = $1 order by seq desc limit 1', [action]))[0];

  it('invites by a link that is shown once, and lists who there is', async () => {
    const asked = invitation({ email: 'lan@ubnd.example', skills: ['Hộ tịch'], desk: 'Hộ tịch' });
    const { status, body } = await call(admin, 'POST', '/staff', asked);
    expect(status).toBe(200);
    expect(body.link).toMatch(new RegExp(`^${open.url}/console/kich-hoat/[\\w-]{43}$`));
    const browser = testBrowser();
    await fill(browser, body.link, { password: goodPassword, again: goodPassword });
    expect((await browser.get(`${open.url}/console`)).status).toBe(200);
    const { body: list } = await call(admin, 'GET', '/staff');
    const listed = list.staff.find((one: { id: string }) => one.id === body.id);
    expect(listed).toMatchObject({ ...asked, active: true, activated: true, hasCode: false });
    expect(JSON.stringify(list)).not.toMatch(/argon2|hash|secret/i);
    expect(await lastAudit('staff-added')).toMatchObject({
      actor: `staff:${admin.member.id}`,
      object: `staff:${body.id}`,
    });
  });

  it('refuses a sign-in name or an address that is another’s, and what is no invitation', async () => {
    const first = invitation({ email: 'mot@ubnd.example' });
    await call(admin, 'POST', '/staff', first);
    expect(await call(admin, 'POST', '/staff', invitation({ login: first.login }))).toMatchObject({
      status: 409,
      body: { error: { code: 'taken' } },
    });
    expect((await call(admin, 'POST', '/staff', invitation({ email: 'MOT@ubnd.example' }))).status).toBe(409);
    for (const bad of [
      {},
      'không phải json',
      invitation({ role: 'root' }),
      invitation({ unit: '123' }),
      invitation({ login: 'Có Dấu' }),
      invitation({ name: '' }),
      invitation({ id: 'x' }),
    ])
      expect(await call(admin, 'POST', '/staff', bad)).toMatchObject({
        status: 400,
        body: { error: { code: 'bad-input' } },
      });
  });

  it.each(['officer', 'editor', 'supervisor'] as const)('lets no %s make or change an account', async (role) => {
    const by = await signInTestStaff(open.test, { role });
    const victim = (await signInTestStaff(open.test)).member.id;
    for (const [method, path, body] of [
      ['POST', '/staff', invitation({ role: 'admin' })],
      ['PATCH', `/staff/${by.member.id}`, { role: 'admin' }],
      ['POST', `/staff/${victim}/invite`, undefined],
      ['POST', `/staff/${victim}/reset-second-factor`, undefined],
      ['POST', `/staff/${victim}/close`, undefined],
      ['POST', `/staff/${victim}/unlock`, undefined],
      ['POST', `/staff/${victim}/end-sessions`, undefined],
      ['GET', `/staff/${victim}/sessions`, undefined],
      ['GET', '/audit', undefined],
    ] as const)
      expect([method, path, (await call(by, method, path, body)).status]).toEqual([method, path, 403]);
    expect((await call(null, 'GET', '/staff')).status).toBe(401);
  });

  it('shows a supervisor the list of his own unit, and an officer none', async () => {
    const supervisor = await signInTestStaff(open.test, { role: 'supervisor', unit: '02701' });
    await signInTestStaff(open.test, { unit: '02701', name: 'Mai' });
    const { body } = await call(supervisor, 'GET', '/staff');
    expect(body.mayManage).toBe(false);
    expect(new Set(body.staff.map(({ unit }: { unit: string }) => unit))).toEqual(new Set(['02701']));
    expect((await call(await signInTestStaff(open.test), 'GET', '/staff')).status).toBe(403);
  });

  it('changes role and unit from the next request on, and ends all sessions of an account it closes', async () => {
    const officer = await signInTestStaff(open.test);
    const path = `/staff/${officer.member.id}`;
    await call(admin, 'PATCH', path, { role: 'supervisor', unit: '02701', skills: ['Đất đai'] });
    expect((await call(officer, 'GET', '/staff')).status).toBe(200);
    expect(await lastAudit('staff-changed')).toMatchObject({
      actor: `staff:${admin.member.id}`,
      detail: { role: 'supervisor', unit: '02701', before: { role: 'officer', unit: '02728' } },
    });
    const { calls } = open.test.store.staff;
    await calls.subscribe(officer.member.id, { endpoint: 'https://x.example/1', keys: { p256dh: 'a', auth: 'b' } });
    expect((await call(admin, 'POST', `${path}/close`)).status).toBe(200);
    expect((await call(officer, 'GET', '/staff')).status).toBe(401);
    expect((await open.test.store.staff.presence.of(officer.member.id)).presence).toBe('offline');
    expect((await calls.phones(officer.member.id)).push).toBe(0);
    expect((await call(admin, 'POST', `${path}/reopen`)).status).toBe(200);
    expect((await call(officer, 'GET', '/staff')).status).toBe(401);
  });

  it('keeps the last admin, also when two take each other’s role at the same moment', async () => {
    const { accounts } = open.test.store.staff;
    await open.test.database.query("update staff set active = false where role = 'admin' and id <> $1", [
      admin.member.id,
    ]);
    // Somebody who never set a password can make no accounts: he does not count.
    const make = async () => {
      const { body } = await call(admin, 'POST', '/staff', invitation({ role: 'admin' }));
      return body.id as string;
    };
    const [one, two] = [await make(), await make()];
    await open.test.database.query(
      "insert into staff_secret (staff_id, password_hash) values ($1, 'x'), ($2, 'x'), ($3, 'x')",
      [admin.member.id, one, two],
    );
    await accounts.setActive(one, false, 'test');
    const ends = await Promise.all([
      accounts.change(two, { role: 'officer' }, 'test'),
      accounts.setActive(admin.member.id, false, 'test'),
    ]);
    expect(ends.toSorted()).toEqual(['changed', 'last-admin']);
    await accounts.setActive(admin.member.id, true, 'test');
    await accounts.change(two, { role: 'officer' }, 'test').catch(() => {});
    const again = await signInAgain();
    expect(await call(again, 'POST', `/staff/${admin.member.id}/close`)).toMatchObject({
      status: 409,
      body: { error: { code: 'last-admin' } },
    });
    expect((await call(again, 'GET', '/staff')).status).toBe(200);
  });
  /** The admin of the suite, whose session ended with his account. */
  const signInAgain = async (): Promise<TestStaff> => {
    const { createStaffSessions } = await import('../../../bot/index.ts');
    const sessions = createStaffSessions(open.test.store.staff, Buffer.alloc(32, 7));
    const opened = await sessions.open(admin.member.id, 'password+code', 'test');
    if (!opened) throw new Error('closed');
    const cookie = `hmc_staff=${opened.token}`;
    const csrf = sessions.csrfOf(opened.token);
    admin = { member: opened.session.member, cookie, csrf, headers: { cookie, 'x-csrf': csrf } };
    return admin;
  };

  it('says the same of an account that is none as of an id that is none', async () => {
    for (const id of ['00000000-0000-4000-8000-0000000000ff', 'khong-phai-id', '%00'])
      expect((await call(admin, 'POST', `/staff/${id}/close`)).body.error.code).toMatch(/unknown|bad-input/);
  });

  it('resets a second factor by a link that needs the password too', async () => {
    const { body } = await call(admin, 'POST', '/staff', invitation());
    await fill(testBrowser(), body.link, { password: goodPassword, again: goodPassword });
    await open.test.database.query("update staff set role = 'supervisor' where id = $1", [body.id]);
    const login = `moi-${count}`;
    await open.test.database.query('update staff_secret set enrol_until = null where staff_id = $1', [body.id]);
    expect((await typePassword(testBrowser(), open.url, login)).text).toContain('nhờ người quản trị gửi đường dẫn');
    const { body: reset } = await call(admin, 'POST', `/staff/${body.id}/reset-second-factor`);
    const browser = testBrowser();
    expect((await fill(browser, reset.link, { password: 'sai bét rồi nhé' })).text).toContain('chưa đúng');
    expect((await fill(browser, reset.link, { password: goodPassword })).text).toContain('<svg role="img"');
    expect((await testBrowser().get(reset.link)).status).toBe(404);
    expect(await lastAudit('staff-second-factor-reset')).toMatchObject({ actor: `staff:${admin.member.id}` });
  });

  it('shows sessions without their tokens, and ends them', async () => {
    const officer = await signInTestStaff(open.test);
    const { body } = await call(admin, 'GET', `/staff/${officer.member.id}/sessions`);
    expect(body).toEqual([expect.objectContaining({ way: 'password+code', browser: 'test' })]);
    expect(JSON.stringify(body)).not.toMatch(/token|hash/);
    expect((await call(admin, 'POST', `/staff/${officer.member.id}/end-sessions`)).body).toEqual({ ended: 1 });
    expect((await call(officer, 'GET', '/push')).status).toBe(401);
  });

  it('shows the audit log by page and filter, and that it was read', async () => {
    const { body } = await call(admin, 'GET', `/audit?action=staff-added&actor=staff:${admin.member.id}`);
    expect(body.rows.length).toBeGreaterThan(0);
    for (const row of body.rows) expect(row).toMatchObject({ action: 'staff-added', actorName: 'Quản trị' });
    expect(await lastAudit('audit-read')).toMatchObject({
      actor: `staff:${admin.member.id}`,
      detail: { action: 'staff-added' },
    });
    const { body: all } = await call(admin, 'GET', '/audit');
    const { body: older } = await call(admin, 'GET', `/audit?before=${all.rows.at(-1).seq}`);
    expect(older.rows.every(({ seq }: { seq: number }) => seq < all.rows.at(-1).seq)).toBe(true);
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    expect((await call(admin, 'GET', `/audit?from=${today}&to=${today}`)).body.rows.length).toBeGreaterThan(0);
    expect((await call(admin, 'GET', '/audit?from=2020-01-01&to=2020-01-02')).body).toEqual({ rows: [], next: null });
    expect((await call(admin, 'GET', '/audit?from=hom-nay')).status).toBe(400);
    expect(await open.test.store.verifyAudit()).toMatchObject({ brokenAt: null });
  });
});
