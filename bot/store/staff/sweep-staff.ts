/** Deletes what is left of sign-ins of staff and of calls to them; the audit log keeps that they were. */
import { sql } from 'kysely';
import type { Scoped } from '../tables.ts';

/** Resolves with how much went. */
export async function sweepStaff(handle: Scoped, before: { readonly signIns: Date; readonly calls: Date }) {
  const over = sql<Date>`coalesce(ended_at, least(began_at + staff_session_life(), seen_at + staff_session_idle()))`;
  const gone = [
    await handle.deleteFrom('staff_session').where(over, '<', before.signIns).executeTakeFirst(),
    await handle.deleteFrom('staff_login_state').where('made_at', '<', before.signIns).executeTakeFirst(),
    await handle.deleteFrom('staff_link').where('expires_at', '<', before.signIns).executeTakeFirst(),
  ];
  const calls = await handle.deleteFrom('staff_call').where('settled_at', '<', before.calls).executeTakeFirst();
  return {
    staffSignIns: gone.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0),
    staffCalls: Number(calls.numDeletedRows),
  };
}
