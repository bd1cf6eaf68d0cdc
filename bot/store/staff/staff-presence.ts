/** Who of the staff is at hand. */
import { sql } from 'kysely';
import { cleanText, idOf } from '../clean-input.ts';
import type { Database } from '../database.ts';
import type { Scoped } from '../tables.ts';
import { memberColumns, memberOf, presenceNow } from './staff-columns.ts';
import type { StaffPresenceStore } from './staff-store.ts';

export function makeStaffPresence(database: Database): StaffPresenceStore {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('staff', work);
  return {
    set: async (staffId, sessionId, presence, reason) =>
      asJob(async (handle) => {
        const said = reason === null || presence !== 'away' ? null : cleanText(reason).slice(0, 200);
        // The session's row is held: whoever signs out at this moment is not set at hand afterwards.
        const held = await sql`select id from staff_session
          where id = ${idOf(sessionId)} and staff_id = ${idOf(staffId)} and ended_at is null for share`.execute(handle);
        if (held.rows.length === 0) return 'offline';
        const change = { state: presence, reason: said, changed_at: sql<Date>`now()`, seen_at: sql<Date>`now()` };
        await handle
          .insertInto('staff_presence')
          .values({ staff_id: staffId, ...change })
          .onConflict((conflict) => conflict.column('staff_id').doUpdateSet(change))
          .execute();
        return presence;
      }),
    of: async (staffId) =>
      asJob(async (handle) => {
        const row = await handle
          .selectFrom('staff_presence')
          .select([presenceNow.as('presence'), 'reason'])
          .where('staff_id', '=', idOf(staffId))
          .executeTakeFirst();
        return row ?? { presence: 'offline', reason: null };
      }),
    list: async (unit = null) =>
      asJob(async (handle) => {
        const rows = await handle
          .selectFrom('staff')
          .leftJoin('staff_presence', 'staff_presence.staff_id', 'staff.id')
          .select([...memberColumns, presenceNow.as('presence'), 'staff_presence.reason'])
          .where('staff.active', '=', true)
          .$if(unit !== null, (query) => query.where('staff.unit', '=', unit ?? ''))
          .orderBy('staff.name')
          .execute();
        return rows.map((row) => ({ member: memberOf(row), presence: row.presence, reason: row.reason }));
      }),
  };
}
