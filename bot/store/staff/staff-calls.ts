/** Calls to the phones of staff: queued, sent, failed, or ambiguous, like what leaves for citizens. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { StaffCall, StaffCallKind } from '../../staff/staff.ts';
import { cleanText, dateOf, idOf, keyOf } from '../clean-input.ts';
import type { Database } from '../database.ts';
import type { Scoped } from '../tables.ts';
import { presenceNow } from './staff-columns.ts';
import type { CallSettlement, QueuedCall, StaffCallStore } from './staff-store.ts';

export function makeStaffCalls(
  database: Database,
): Pick<StaffCallStore, 'queue' | 'claim' | 'settle' | 'markLost' | 'counts'> {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('calls', work);
  return {
    queue: async (call, until) => asJob((handle) => queue(handle, call, until)),
    claim: async (options) => asJob((handle) => claim(handle, options)),
    settle: async ({ id, fence }, settlement, now) =>
      asJob(async (handle) => {
        const settled = await handle
          .updateTable('staff_call')
          .set({ ...changeOf(settlement, now), lease_until: null })
          .where('id', '=', idOf(id))
          .where('fence', '=', fence)
          .where('state', '=', 'queued')
          .returning('push_id')
          .executeTakeFirst();
        if (!settled) return false;
        if (settled.push_id && settlement.state === 'sent')
          await handle
            .updateTable('staff_push')
            .set({ sent_at: dateOf(now) })
            .where('id', '=', settled.push_id)
            .execute();
        if (settled.push_id && settlement.state === 'failed' && settlement.removePhone)
          await handle.deleteFrom('staff_push').where('id', '=', settled.push_id).execute();
        return true;
      }),
    markLost: async (now) => asJob((handle) => markLost(handle, dateOf(now))),
    counts: async () =>
      asJob((handle) =>
        handle
          .selectFrom('staff_call')
          .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
          .groupBy('state')
          .orderBy('state')
          .execute(),
      ),
  };
}

/** The same key calls each phone once. Resolves with how many persons can be reached. */
async function queue(handle: Scoped, call: StaffCall, until: Date): Promise<number> {
  const ways = await waysOf(handle, call.staffIds.map(idOf));
  const common = {
    kind: call.kind,
    hand_off_id: idOf(call.handOffId),
    code: cleanText(call.code),
    key: keyOf(call.key),
    not_after: dateOf(until),
  };
  const rows = ways.flatMap(({ staff_id, way, push_id }) =>
    way === null ? [] : { id: randomUUID(), staff_id, way, push_id, ...common },
  );
  if (rows.length > 0)
    await handle
      .insertInto('staff_call')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['staff_id', 'way', 'key']).doNothing())
      .execute();
  return new Set(ways.map(({ staff_id }) => staff_id)).size;
}

interface Way {
  readonly staff_id: string;
  /** `null`: no phone of his is known, but his console is open. */
  readonly way: string | null;
  readonly push_id: string | null;
}

/** A line for each phone of each who is active; and one for a console that is open now. */
async function waysOf(handle: Scoped, staffIds: readonly string[]): Promise<readonly Way[]> {
  const { rows } = await sql<Way>`
    select staff.id as staff_id, ways.way, ways.push_id from staff join (
      select staff_id, 'push:' || id as way, id as push_id from staff_push
      union all
      select staff_id, channel, null from staff_account
      union all
      select staff_id, null, null from staff_presence where ${presenceNow} <> 'offline'
    ) ways on ways.staff_id = staff.id
    where staff.active and staff.id = any(${[...staffIds]}::uuid[])`.execute(handle);
  return rows;
}

/** After so many holders that died it is not sent again. */
const mostDeaths = 3;

/** Sent again: a second message about the same hand-off takes the place of the first, and none at all would be worse. */
async function markLost(handle: Scoped, now: Date): Promise<number> {
  const { rows } = await sql`update staff_call set lease_until = null, reason = 'sender-died',
      state = case when attempts >= ${mostDeaths} then 'ambiguous' else state end,
      settled_at = case when attempts >= ${mostDeaths} then ${now}::timestamptz end
    where state = 'queued' and lease_until < ${now} returning id`.execute(handle);
  return rows.length;
}

interface ClaimedRow {
  readonly id: string;
  readonly staffId: string;
  readonly way: string;
  readonly pushId: string | null;
  readonly kind: string;
  readonly handOffId: string;
  readonly code: string;
  readonly attempt: number;
  readonly fence: number;
}

/** `push` is one way, each channel with accounts another: those that nobody sends are left for a copy that does. */
async function claim(
  handle: Scoped,
  { now, leaseMs, ways }: Parameters<StaffCallStore['claim']>[0],
): Promise<QueuedCall | null> {
  await handle
    .updateTable('staff_call')
    .set({ state: 'failed', reason: 'too-late', settled_at: dateOf(now) })
    .where('state', '=', 'queued')
    .where('lease_until', 'is', null)
    .where('not_after', '<', dateOf(now))
    .execute();
  const { rows } = await sql<ClaimedRow>`
    update staff_call set attempts = attempts + 1, fence = fence + 1, lease_until = ${new Date(now.getTime() + leaseMs)}
    where id = (
      select id from staff_call
      where state = 'queued' and lease_until is null and not_before <= ${now} and split_part(way, ':', 1) = any(${[...ways]})
      order by not_before, made_at limit 1 for update skip locked
    )
    returning id, staff_id as "staffId", way, push_id as "pushId", kind, hand_off_id as "handOffId", code,
      attempts as attempt, fence`.execute(handle);
  const [row] = rows;
  if (!row) return null;
  const { way, pushId, kind, ...call } = row;
  return { ...call, kind: kind as StaffCallKind, to: await destinationOf(handle, row) };
}

async function destinationOf(handle: Scoped, { way, pushId, staffId }: ClaimedRow): Promise<QueuedCall['to']> {
  if (way.startsWith('push:')) {
    const found = pushId
      ? await handle.selectFrom('staff_push').selectAll().where('id', '=', pushId).executeTakeFirst()
      : null;
    if (!found) return { way: 'gone' };
    const { endpoint, p256dh, auth } = found;
    return { way: 'push', pushId: found.id, subscription: { endpoint, keys: { p256dh, auth } } };
  }
  const found = await handle
    .selectFrom('staff_account')
    .select('account')
    .where('staff_id', '=', staffId)
    .where('channel', '=', way)
    .executeTakeFirst();
  return found ? { way: 'account', channel: way, account: found.account } : { way: 'gone' };
}

function changeOf(settlement: CallSettlement, now: Date) {
  if (settlement.state === 'later') return { not_before: dateOf(settlement.at), reason: settlement.reason };
  const reason = settlement.state === 'sent' ? null : settlement.reason;
  return { state: settlement.state, reason, settled_at: dateOf(now) };
}
