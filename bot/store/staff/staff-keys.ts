/** Links, sessions and second factors, as an admin or their owner manages them. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addAudit } from '../audit.ts';
import { idOf } from '../clean-input.ts';
import type { Database } from '../database.ts';
import type { Scoped } from '../tables.ts';
import { endSessionsOf } from './staff-accounts.ts';
import type { StaffAccountStore } from './staff-store.ts';

export function makeStaffKeys(
  database: Database,
): Pick<StaffAccountStore, 'addLink' | 'resetSecondFactor' | 'sessions' | 'endSessions' | 'unlock'> {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('staff', work);
  return {
    addLink: async (link) => asJob((handle) => addLink(handle, link)),
    resetSecondFactor: async (staffId, by) =>
      asJob(async (handle) => {
        const id = idOf(staffId);
        const { numUpdatedRows } = await handle
          .updateTable('staff_secret')
          .set({ totp_sealed: null, enrol_until: null })
          .where('staff_id', '=', id)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await handle.deleteFrom('staff_recovery').where('staff_id', '=', id).execute();
        await endSessionsOf(handle, id, {});
        await addAudit(handle, { actor: by, action: 'staff-second-factor-reset', object: `staff:${id}` });
        return true;
      }),
    sessions: async (staffId) =>
      asJob((handle) =>
        handle
          .selectFrom('staff_session')
          .select(['id', 'way', 'browser', 'began_at as beganAt', 'seen_at as seenAt'])
          .where('staff_id', '=', idOf(staffId))
          .where(
            sql<boolean>`ended_at is null and began_at > now() - staff_session_life() and seen_at > now() - staff_session_idle()`,
          )
          .orderBy('began_at', 'desc')
          .execute(),
      ),
    endSessions: async (staffId, which, by) =>
      asJob(async (handle) => {
        const id = idOf(staffId);
        const count = await endSessionsOf(handle, id, which);
        if (count > 0)
          await addAudit(handle, {
            actor: by,
            action: 'staff-sessions-ended',
            object: `staff:${id}`,
            detail: { count },
          });
        return count;
      }),
    unlock: async (staffId, keys, by) =>
      asJob(async (handle) => {
        for (const { kind, key } of keys)
          await handle
            .updateTable('try_count')
            .set({ count: 0, free_at: sql<Date>`now()` })
            .where('kind', '=', kind)
            .where('key', '=', key)
            .execute();
        await addAudit(handle, { actor: by, action: 'staff-unlocked', object: `staff:${idOf(staffId)}` });
      }),
  };
}

async function addLink(handle: Scoped, link: Parameters<StaffAccountStore['addLink']>[0]): Promise<void> {
  const { staffId, kind, tokenHash, seconds, by, again = false, reason } = link;
  const staff_id = idOf(staffId);
  await handle
    .updateTable('staff_link')
    .set({ used_at: sql`now()` })
    .where('staff_id', '=', staff_id)
    .where('used_at', 'is', null)
    .execute();
  const expires_at = sql<Date>`now() + make_interval(secs => ${seconds})`;
  await handle
    .insertInto('staff_link')
    .values({ id: randomUUID(), staff_id, kind, token_hash: tokenHash, made_by: by, again, expires_at })
    .execute();
  const detail = { kind, ...(again ? { again } : {}), ...(reason ? { reason } : {}) };
  await addAudit(handle, { actor: by, action: 'staff-link-made', object: `staff:${staff_id}`, detail });
}
