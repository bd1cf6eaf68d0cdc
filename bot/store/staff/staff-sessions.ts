/** Keeps the sessions of staff. Role, unit and whether the account is open are read anew with each look. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addAudit } from '../audit.ts';
import { cleanText, idOf } from '../clean-input.ts';
import type { Database } from '../database.ts';
import type { Scoped } from '../tables.ts';
import { memberColumns, memberOf } from './staff-columns.ts';
import type { StaffSession, StaffSignInStore } from './staff-store.ts';

const lasting = sql<boolean>`staff_session.ended_at is null
  and staff_session.began_at > now() - staff_session_life() and staff_session.seen_at > now() - staff_session_idle()`;
const browserLength = 120;

export function makeStaffSessions(
  database: Database,
): Pick<StaffSignInStore, 'openSession' | 'findSession' | 'endSession'> {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('signIn', work);
  return {
    openSession: async ({ staffId, tokenHash, way, browser }) =>
      asJob(async (handle) => {
        const id = randomUUID();
        const opened = await handle
          .updateTable('staff')
          .set({ signed_in_at: sql`now()` })
          .where('id', '=', idOf(staffId))
          .where('active', '=', true)
          .returning('id')
          .executeTakeFirst();
        if (!opened) return null;
        const row = { id, staff_id: staffId, token_hash: tokenHash, way };
        await handle
          .insertInto('staff_session')
          .values({ ...row, browser: cleanText(browser).slice(0, browserLength) })
          .execute();
        await showSignedIn(handle, staffId);
        await addAudit(handle, {
          actor: `staff:${staffId}`,
          action: 'staff-sign-in',
          object: `staff-session:${id}`,
          detail: { way },
        });
        return read(handle, tokenHash);
      }),
    findSession: async (tokenHash, { touch = false, polled = false } = {}) =>
      asJob(async (handle) => {
        const session = await read(handle, tokenHash);
        if (!session) return null;
        if (touch)
          await handle
            .updateTable('staff_session')
            .set({ seen_at: sql`now()` })
            .where('id', '=', session.id)
            .where(lasting)
            .execute();
        if (polled) await markSeen(handle, session);
        return touch ? read(handle, tokenHash) : session;
      }),
    endSession: async (tokenHash) =>
      asJob(async (handle) => {
        const ended = await handle
          .updateTable('staff_session')
          .set({ ended_at: sql`now()`, ended_by: 'himself' })
          .where('token_hash', '=', tokenHash)
          .where('ended_at', 'is', null)
          .returning(['id', 'staff_id'])
          .executeTakeFirst();
        if (!ended) return;
        await goOffline(handle, ended.staff_id);
        const object = `staff-session:${ended.id}`;
        await addAudit(handle, { actor: `staff:${ended.staff_id}`, action: 'staff-sign-out', object });
      }),
  };
}

async function read(handle: Scoped, tokenHash: Buffer): Promise<StaffSession | null> {
  const row = await handle
    .selectFrom('staff_session')
    .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
    .select([...memberColumns, 'staff_session.id as sessionId', 'way'])
    .select(sql<Date>`least(began_at + staff_session_life(), seen_at + staff_session_idle())`.as('endsAt'))
    .where('token_hash', '=', tokenHash)
    .where('staff.active', '=', true)
    .where(lasting)
    .executeTakeFirst();
  return row ? { id: row.sessionId, member: memberOf(row), way: row.way, endsAt: row.endsAt } : null;
}

/** At hand from the sign-in on; counted as there only once his console asks for the first time. */
async function showSignedIn(handle: Scoped, staffId: string): Promise<void> {
  await handle
    .insertInto('staff_presence')
    .values({ staff_id: staffId, state: 'available', reason: null })
    .onConflict((conflict) =>
      conflict
        .column('staff_id')
        .doUpdateSet({ state: 'available', reason: null, changed_at: sql`now()` })
        .where('staff_presence.state', '=', 'offline'),
    )
    .execute();
}

/** The session's row is held, so that a sign-out at the same moment comes before or after, never in between. */
async function markSeen(handle: Scoped, { id, member }: StaffSession): Promise<void> {
  await sql`update staff_presence set seen_at = now()
    where staff_id = ${member.id} and (seen_at is null or seen_at < now() - interval '10 seconds')
      and exists (select from staff_session where id = ${id} and ended_at is null for share)`.execute(handle);
}

/** Offline, unless another session of his lasts. Call it after the session was ended, in the same transaction. */
export async function goOffline(handle: Scoped, staffId: string): Promise<void> {
  await sql`update staff_presence set state = 'offline', reason = null, changed_at = now(), seen_at = null
    where staff_id = ${idOf(staffId)} and not exists (
      select from staff_session where staff_session.staff_id = ${idOf(staffId)} and ${lasting})`.execute(handle);
}
