import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { keepDays } from '../../privacy/keep-days.ts';
import { createStaffSessions } from '../../staff/sessions.ts';
import { jobRoles } from '../roles.ts';
import { openTestStore, type TestStore } from '../test-store.ts';

const secretKey = Buffer.alloc(32, 7);

describe('what the store keeps of staff', () => {
  let test: TestStore;
  let count = 0;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());

  const add = (more: object = {}) => {
    count += 1;
    const who = { login: `can-bo-${count}`, name: 'Lan', email: null, unit: '02728', skills: [], desk: null };
    return test.store.staff.accounts.add({ ...who, role: 'officer', by: 'test', ...more });
  };
  const sessions = () => createStaffSessions(test.store.staff, secretKey);
  const open = async (staffId: string) => {
    const opened = await sessions().open(staffId, 'password', 'test');
    if (!opened) throw new Error('closed');
    return opened;
  };
  const presence = async (staffId: string) => (await test.store.staff.presence.of(staffId)).presence;
  const unseen = (staffId: string, interval: string) =>
    test.database.query(`update staff_presence set seen_at = seen_at - interval '${interval}' where staff_id = $1`, [
      staffId,
    ]);

  it('shows password hashes and authenticators’ secrets to the job that signs in, and to nobody else', async () => {
    const { database } = test.store;
    const read = (column: string) => sql`select ${sql.ref(column)} from staff_secret`;
    const officer = { id: randomUUID(), role: 'admin', unit: '02728', desk: null } as const;
    for (const column of ['password_hash', 'totp_sealed']) {
      await expect(read(column).execute(database.outer)).rejects.toMatchObject({ code: '42501' });
      await expect(database.withCitizen(randomUUID(), (handle) => read(column).execute(handle))).rejects.toMatchObject({
        code: '42501',
      });
      await expect(database.withOfficer(officer, (handle) => read(column).execute(handle))).rejects.toMatchObject({
        code: '42501',
      });
      for (const job of Object.keys(jobRoles) as (keyof typeof jobRoles)[]) {
        const reading = database.withJob(job, (handle) => read(column).execute(handle));
        if (job === 'signIn') await reading;
        else await expect(reading).rejects.toMatchObject({ code: '42501' });
      }
    }
  });

  it.each([
    ['staff_session', 'token_hash'],
    ['staff_link', 'token_hash'],
    ['staff_recovery', 'code_hash'],
    ['staff_login_state', 'token_hash'],
  ])('keeps %s.%s from the job that keeps accounts', async (table, column) => {
    const reading = test.store.database.withJob('staff', (handle) =>
      sql`select ${sql.ref(column)} from ${sql.table(table)}`.execute(handle),
    );
    await expect(reading).rejects.toMatchObject({ code: '42501' });
  });

  it('sees somebody at hand from his console’s first call, and as gone 90 seconds after its last', async () => {
    const staffId = await add();
    expect(await presence(staffId)).toBe('offline');
    const { token } = await open(staffId);
    expect(await presence(staffId)).toBe('offline');
    await sessions().find(token, { polled: true });
    expect(await presence(staffId)).toBe('available');
    await unseen(staffId, '80 seconds');
    expect(await presence(staffId)).toBe('available');
    await unseen(staffId, '11 seconds');
    expect(await presence(staffId)).toBe('offline');
    await sessions().find(token, { polled: true });
    expect(await presence(staffId)).toBe('available');
  });

  it('keeps what he chose with its reason while he is there, and forgets it with the sign-out', async () => {
    const staffId = await add();
    const { token, session } = await open(staffId);
    await test.store.staff.presence.set(staffId, session.id, 'away', 'họp giao ban');
    await sessions().find(token, { polled: true });
    expect(await test.store.staff.presence.of(staffId)).toEqual({ presence: 'away', reason: 'họp giao ban' });
    const listed = await test.store.staff.presence.list('02728');
    expect(listed.find(({ member }) => member.id === staffId)).toMatchObject({
      presence: 'away',
      reason: 'họp giao ban',
    });
    await sessions().close(token);
    expect(await test.store.staff.presence.of(staffId)).toEqual({ presence: 'offline', reason: null });
  });

  it('never shows somebody at hand after his sign-out, whatever his console still asks at that moment', async () => {
    for (let round = 0; round < 15; round += 1) {
      const staffId = await add();
      const { token, session } = await open(staffId);
      const calls = [
        () => sessions().find(token, { polled: true, touch: true }),
        () => test.store.staff.presence.set(staffId, session.id, 'available', null),
        () => sessions().close(token),
        () => test.store.staff.presence.set(staffId, session.id, 'available', null),
        () => sessions().find(token, { polled: true }),
      ];
      await Promise.all(calls.toSorted(() => Math.random() - 0.5).map((call) => call()));
      expect(await presence(staffId)).toBe('offline');
      await test.store.staff.presence.set(staffId, session.id, 'available', null);
      await sessions().find(token, { polled: true });
      expect(await presence(staffId)).toBe('offline');
    }
  });

  it('keeps him at hand while another browser of his is signed in', async () => {
    const staffId = await add();
    const [one, two] = [await open(staffId), await open(staffId)];
    await sessions().find(two.token, { polled: true });
    await sessions().close(one.token);
    expect(await presence(staffId)).toBe('available');
    await sessions().close(two.token);
    expect(await presence(staffId)).toBe('offline');
  });

  it('lists who is at hand by unit, and nobody whose account is closed', async () => {
    const [here, there, closed] = [await add(), await add({ unit: '02701' }), await add()];
    await test.store.staff.accounts.setActive(closed, false, 'test');
    const idsOf = async (unit?: string) => (await test.store.staff.presence.list(unit)).map(({ member }) => member.id);
    expect(await idsOf('02728')).toContain(here);
    expect(await idsOf('02728')).not.toContain(there);
    expect(await idsOf()).toEqual(expect.arrayContaining([here, there]));
    expect(await idsOf()).not.toContain(closed);
  });

  it('opens no session for a closed account', async () => {
    const staffId = await add();
    await test.store.staff.accounts.setActive(staffId, false, 'test');
    expect(await sessions().open(staffId, 'password', 'test')).toBe(null);
  });

  it('writes down each sign-in, sign-out, link and change, and the log stays whole', async () => {
    const staffId = await add();
    const { token } = await open(staffId);
    await sessions().close(token);
    const rows = await test.database.query('select action from audit where object = $1 or actor = $1 order by seq', [
      `staff:${staffId}`,
    ]);
    expect(rows.map(({ action }) => action)).toEqual(['staff-added', 'staff-sign-in', 'staff-sign-out']);
    expect(await test.store.verifyAudit()).toMatchObject({ brokenAt: null });
  });

  it('deletes sessions, links and calls once they are long over, and none that lasts', async () => {
    const staffId = await add();
    const [old, live] = [await open(staffId), await open(staffId)];
    await test.database.query(
      "update staff_session set began_at = now() - interval '9 days', seen_at = now() - interval '9 days' where id = $1",
      [old.session.id],
    );
    await test.store.personalData.sweep(keepDays, new Date());
    const rows = await test.database.query('select id from staff_session where staff_id = $1', [staffId]);
    expect(rows).toEqual([{ id: live.session.id }]);
    expect(await sessions().find(live.token)).not.toBe(null);
  });

  it('exports the log in order, each row with what its hash is made of', async () => {
    const { createHash } = await import('node:crypto');
    const rows = [];
    for await (const batch of test.store.auditLog.export('command', {})) rows.push(...batch);
    let head = '';
    for (const [index, row] of rows.entries()) {
      expect(row).toMatchObject({ seq: index + 1, prevHash: head });
      head = createHash('sha256').update(Buffer.from(row.prevHash, 'hex')).update(row.hashed, 'utf8').digest('hex');
      expect(row.hash).toBe(head);
    }
    const verdict = await test.store.verifyAudit(rows.length);
    expect(verdict).toMatchObject({ rows: rows.length + 1, noted: head });
    const [last] = await test.database.query('select action, detail from audit order by seq desc limit 1');
    expect(last).toEqual({ action: 'audit-exported', detail: { count: rows.length } });
  });
});
