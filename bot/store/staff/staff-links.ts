/** One-time links: the first admin's, invitations, a second factor set anew. */
import { sql } from 'kysely';
import { addAudit } from '../audit.ts';
import type { Database } from '../database.ts';
import type { Scoped } from '../tables.ts';
import { accountOf, memberColumns } from './staff-columns.ts';
import type { StaffSignInStore } from './staff-store.ts';

const waiting = sql<boolean>`staff_link.used_at is null and staff_link.expires_at > now()
  and (staff_link.kind <> 'first-admin' or staff_link.again or not exists (
    select from staff other join staff_secret s on s.staff_id = other.id
    where other.role = 'admin' and other.active and s.has_password))`;

export function makeStaffLinks(database: Database): Pick<StaffSignInStore, 'findLink' | 'activate' | 'openEnrolment'> {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('signIn', work);
  return {
    findLink: async (tokenHash) =>
      asJob(async (handle) => {
        const row = await handle
          .selectFrom('staff_link')
          .innerJoin('staff', 'staff.id', 'staff_link.staff_id')
          .select([...memberColumns, 'login', 'email', 'active', 'kind'])
          .where('token_hash', '=', tokenHash)
          .where('active', '=', true)
          .where(waiting)
          .executeTakeFirst();
        return row ? { kind: row.kind, account: accountOf(row) } : null;
      }),
    activate: async ({ tokenHash, passwordHash, seconds }) =>
      asJob(async (handle) => {
        const staffId = await use(handle, tokenHash, ['first-admin', 'activate']);
        if (!staffId) return false;
        const secret = { password_hash: passwordHash, enrol_until: inSeconds(seconds) };
        await handle
          .insertInto('staff_secret')
          .values({ staff_id: staffId, ...secret })
          .onConflict((conflict) => conflict.column('staff_id').doUpdateSet(secret))
          .execute();
        await endAll(handle, staffId);
        await addAudit(handle, { actor: `staff:${staffId}`, action: 'staff-activated', object: `staff:${staffId}` });
        return true;
      }),
    openEnrolment: async ({ tokenHash, seconds }) =>
      asJob(async (handle) => {
        const staffId = await use(handle, tokenHash, ['second-factor']);
        if (!staffId) return false;
        await handle
          .updateTable('staff_secret')
          .set({ enrol_until: inSeconds(seconds) })
          .where('staff_id', '=', staffId)
          .execute();
        return true;
      }),
  };
}

const inSeconds = (seconds: number) => sql<Date>`now() + make_interval(secs => ${seconds})`;

/** The row is changed by one alone: of two browsers at once, the second finds it used. */
async function use(
  handle: Scoped,
  tokenHash: Buffer,
  kinds: readonly ('first-admin' | 'activate' | 'second-factor')[],
) {
  // Two links of first admins at once: the second has to see what the first has made.
  await sql`select pg_advisory_xact_lock(hashtext('staff-link'))`.execute(handle);
  const used = await handle
    .updateTable('staff_link')
    .set({ used_at: sql`now()` })
    .where('token_hash', '=', tokenHash)
    .where('kind', 'in', [...kinds])
    .where(waiting)
    .where(sql<boolean>`exists (select from staff where staff.id = staff_link.staff_id and staff.active)`)
    .returning('staff_id as staffId')
    .executeTakeFirst();
  return used?.staffId ?? null;
}

const endAll = (handle: Scoped, staffId: string) =>
  handle
    .updateTable('staff_session')
    .set({ ended_at: sql`now()`, ended_by: 'new password' })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .execute();
