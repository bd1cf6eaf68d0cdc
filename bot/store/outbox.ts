/** What leaves for citizens: queued, sent, failed, or ambiguous (it may have arrived: nobody sends it again). */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { cleanText, dateOf, idOf, keyOf, toJson } from './clean-input.ts';
import type { Database } from './database.ts';
import type { Scoped } from './tables.ts';
import { signalParcel } from './utterance-signals.ts';

export interface NewParcel {
  readonly citizenId: string;
  readonly channel: string;
  /** The channel's own id of who gets it. */
  readonly address: string;
  /** What it is: `officer`, …; a `notice` leaves only while its citizen wants notices at this address. */
  readonly kind: string;
  /** Names what it tells, at most 512 characters: the same key leaves once on a channel. */
  readonly key: string;
  readonly content: unknown;
  readonly notBefore: Date;
  /** After this moment it is pointless and is failed as `too-late`; `null`: never. */
  readonly notAfter?: Date | null;
}

/** A parcel that this copy of the program holds until `leaseUntil`. */
export interface Parcel {
  readonly id: string;
  readonly citizenId: string;
  readonly channel: string;
  readonly address: string;
  readonly kind: string;
  readonly content: unknown;
  /** Counts from 1. */
  readonly attempt: number;
  /** Grows with each claim: only the latest holder may settle it. */
  readonly fence: number;
  /** Of the call that it came of; `null`: a job's own. */
  readonly trace?: string | null;
  readonly createdAt?: Date;
}

/** The channel's own messages that one parcel becomes. */
export type ParcelParts = readonly [unknown, ...unknown[]];

/** What became of one attempt. `later` leaves it queued until `at`. */
export type Settlement =
  | { readonly state: 'sent' }
  | { readonly state: 'failed' | 'ambiguous'; readonly reason: string }
  | { readonly state: 'later'; readonly at: Date; readonly reason: string };

export interface Outbox {
  /** Claims at most `limit` (20) parcels of these channels that are due, each for `leaseMs`. */
  claim(options: ClaimOptions): Promise<readonly Parcel[]>;
  /** `false` when another copy has taken it over meanwhile: then nothing was changed. */
  settle(parcel: Pick<Parcel, 'id' | 'fence'>, settlement: Settlement, now: Date): Promise<boolean>;
  /**
   * Makes several parcels of a claimed one, in order, each to be sent once: this one keeps the first part, the others
   * follow it. `false` when another copy has taken it over meanwhile.
   */
  split(parcel: Pick<Parcel, 'id' | 'fence'>, parts: ParcelParts, now: Date): Promise<boolean>;
  /**
   * Settles what nobody will send: a parcel whose holder died while sending is ambiguous, one that is too late or whose
   * citizen wants no notices any more has failed. Resolves with the number of ambiguous ones.
   */
  tidy(now: Date): Promise<number>;
  /** How many parcels are in each state, by channel. */
  counts(): Promise<readonly { readonly channel: string; readonly state: string; readonly count: number }[]>;
}

export interface ClaimOptions {
  readonly channels: readonly string[];
  readonly now: Date;
  readonly leaseMs: number;
  readonly limit?: number;
}

/** Queues a parcel in the transaction of what it tells of. `false` when its key had been queued before. */
export async function queueParcel(handle: Scoped, parcel: NewParcel, now: Date): Promise<boolean> {
  signalParcel(handle, parcel.channel);
  const { numInsertedOrUpdatedRows } = await handle
    .insertInto('outbox')
    .values({
      id: randomUUID(),
      citizen_id: idOf(parcel.citizenId),
      channel: cleanText(parcel.channel),
      address: keyOf(parcel.address),
      kind: cleanText(parcel.kind),
      key: keyOf(parcel.key),
      content: toJson(parcel.content),
      not_before: dateOf(parcel.notBefore),
      not_after: parcel.notAfter ? dateOf(parcel.notAfter) : null,
      created_at: dateOf(now),
    })
    .onConflict((conflict) => conflict.columns(['channel', 'key']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export function makeOutbox(database: Database): Outbox {
  return {
    claim: async (options) =>
      options.channels.length === 0 ? [] : database.single.withJob('outbox', (handle) => claim(handle, options)),
    settle: (parcel, settlement, now) =>
      database.single.withJob('outbox', (handle) => settle(handle, parcel, { settlement, now })),
    split: (parcel, parts, now) =>
      database.withJob('outbox', (handle) => split(handle, parcel, { parts, now: dateOf(now) })),
    tidy: (now) => database.single.withJob('outbox', (handle) => tidy(handle, dateOf(now))),
    counts: () =>
      database.single.withJob('outbox', (handle) =>
        handle
          .selectFrom('outbox')
          .select(['channel', 'state', ({ fn }) => fn.countAll<number>().as('count')])
          .groupBy(['channel', 'state'])
          .orderBy('channel')
          .orderBy('state')
          .execute(),
      ),
  };
}

/** Longer than any lease: one that lasts beyond this was taken while the clock was wrong. */
const longestLeaseMs = 10 * 60_000;
const isOver = (now: Date) =>
  sql<boolean>`(lease_until < ${now} or lease_until > ${new Date(now.getTime() + longestLeaseMs)})`;

/** What was due when it was queued is due, also when the clock has been set back since. */
const isDue = (now: Date) => sql<boolean>`(not_before <= ${now} or (created_at > ${now} and not_before <= created_at))`;

async function claim(handle: Scoped, { channels, now, leaseMs, limit = 20 }: ClaimOptions): Promise<Parcel[]> {
  const { rows } = await sql<Parcel>`
    update outbox set attempts = attempts + 1, fence = fence + 1, lease_until = ${new Date(now.getTime() + leaseMs)}
    where id in (
      select id from outbox
      where state = 'queued' and lease_until is null and ${isDue(now)} and channel in (${sql.join(channels)})
        and (not_after is null or not_after >= ${now}) and not (${stopped}) and not (${hasEarlier})
      order by kind = 'notice', not_before, seq, part limit ${limit} for update skip locked
    )
    returning id, citizen_id as "citizenId", channel, address, kind, content, attempts as attempt, fence, trace,
      created_at as "createdAt"`.execute(handle);
  return rows;
}

/** What is said to an address leaves in the order in which it was said; one that waits or is under way holds the rest back. */
const hasEarlier = sql<boolean>`kind = 'said' and exists (
  select from outbox e where e.channel = outbox.channel and e.address = outbox.address and e.state = 'queued'
    and e.kind = 'said' and (e.seq, e.part) < (outbox.seq, outbox.part))`;

/** A notice whose citizen wants none there any more, though he did when it was queued. */
const stopped = sql<boolean>`kind = 'notice' and not exists (
  select from notice_choice n where n.citizen_id = outbox.citizen_id and n.channel = outbox.channel
    and n.address = outbox.address and n.stopped_at is null)`;

async function tidy(handle: Scoped, now: Date): Promise<number> {
  const lost = isOver(now);
  const late = sql<boolean>`not_after < ${now}`;
  const { rows } = await sql<{ lost: number }>`
    with settled as (
      update outbox set settled_at = ${now}, content = null, lease_until = null,
        state = case when ${lost} then 'ambiguous' else 'failed' end,
        reason = case when ${lost} then 'sender-died' when ${late} then 'too-late' else 'stopped' end
      where state = 'queued' and (${lost} or (lease_until is null and (${late} or (${stopped}))))
      returning state)
    select count(*) filter (where state = 'ambiguous') as lost from settled`.execute(handle);
  return rows[0]?.lost ?? 0;
}

async function split(
  handle: Scoped,
  { id, fence }: Pick<Parcel, 'id' | 'fence'>,
  { parts, now }: { readonly parts: ParcelParts; readonly now: Date },
): Promise<boolean> {
  const [first, ...others] = parts;
  const kept = await handle
    .updateTable('outbox')
    .set({ content: toJson(first) })
    .where('id', '=', idOf(id))
    .where('fence', '=', fence)
    .where('state', '=', 'queued')
    .returning(['citizen_id', 'channel', 'address', 'kind', 'key', 'not_before', 'not_after', 'seq', 'part'])
    .executeTakeFirst();
  if (!kept) return false;
  const rows = others.map((content, index) => {
    const part = kept.part + index + 1;
    return {
      ...kept,
      id: randomUUID(),
      key: keyOf(`${kept.key}:${part}`),
      part,
      content: toJson(content),
      created_at: now,
    };
  });
  if (rows.length > 0) await handle.insertInto('outbox').values(rows).execute();
  return true;
}

async function settle(
  handle: Scoped,
  { id, fence }: Pick<Parcel, 'id' | 'fence'>,
  { settlement, now }: { readonly settlement: Settlement; readonly now: Date },
): Promise<boolean> {
  const change =
    settlement.state === 'later'
      ? { not_before: dateOf(settlement.at), reason: settlement.reason }
      : {
          state: settlement.state,
          reason: settlement.state === 'sent' ? null : settlement.reason,
          settled_at: dateOf(now),
          content: null,
        };
  const { numUpdatedRows } = await handle
    .updateTable('outbox')
    .set({ ...change, lease_until: null })
    .where('id', '=', idOf(id))
    .where('fence', '=', fence)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
