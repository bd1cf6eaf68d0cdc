/** What platforms delivered: kept before it is acknowledged, handed on in the order of its thread, once. */
import { createHmac, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { cleanText, dateOf, keyOf, toJson } from './clean-input.ts';
import type { Database } from './database.ts';
import type { DeliveryDoor, DeliveryRow } from './delivery-door.ts';
import type { Sealer } from './seal-slots.ts';
import type { Scoped } from './tables.ts';

export interface NewDelivery {
  readonly channel: string;
  /** Our account with the platform. */
  readonly account: string;
  /** Names the event, at most 512 characters: the same one is kept once. It names no person. */
  readonly key: string;
  /** Deliveries of one thread are handed on one after another. Kept as a hash. */
  readonly thread: string;
  /** The platform's own name of the event. */
  readonly name: string;
  /** The event as it came; sealed. */
  readonly original: string;
  /** What an operator may see of it while it waits; masked by the caller. */
  readonly masked: unknown;
  /** When it happened, as far as it can be believed: a thread's order. */
  readonly orderedAt: Date;
  readonly receivedAt: Date;
  /** Of the call that it came by. */
  readonly trace?: string | null;
}

/** A delivery that this copy of the program holds until its lease ends. */
export interface HeldDelivery {
  readonly id: string;
  readonly channel: string;
  readonly account: string;
  readonly key: string;
  readonly name: string;
  readonly original: string;
  readonly receivedAt: Date;
  /** Counts from 1. */
  readonly attempt: number;
  /** Grows with each claim: only the latest holder may settle it. */
  readonly fence: number;
  /** Of the call that it came by. */
  readonly trace?: string | null;
}

export type DeliveryEnd =
  | { readonly state: 'done' }
  | { readonly state: 'failed'; readonly reason: string }
  /** Tried again at `at`; what came after it in its thread waits for it. */
  | { readonly state: 'later'; readonly at: Date; readonly reason: string };

export interface PlatformDeliveries {
  /** Keeps all of them or none; each `true` was not known before. What resolves may be acknowledged. */
  keep(deliveries: readonly NewDelivery[]): Promise<readonly boolean[]>;
  /** Does what `keep` does and undoes it, so that the first that is kept finds the way open. */
  rehearse(deliveries: readonly NewDelivery[]): Promise<void>;
  /** Claims the oldest that wait, at most one of a thread and none of a thread that somebody holds. */
  claim(options: { readonly now: Date; readonly leaseMs: number; readonly limit: number }): Promise<HeldDelivery[]>;
  /** `false` when another copy has taken it over meanwhile: then nothing was changed. */
  settle(held: Pick<HeldDelivery, 'id' | 'fence'>, end: DeliveryEnd, now: Date): Promise<boolean>;
  /** Holds it until `until`. `false` when it is lost. */
  renew(held: Pick<HeldDelivery, 'id' | 'fence'>, until: Date): Promise<boolean>;
  /** How many are in each state, by channel. */
  counts(): Promise<readonly DeliveryCount[]>;
  /** Forgets those that were settled before this moment. Must lie further back than any platform repeats itself. */
  sweep(before: Date): Promise<number>;
}

export interface DeliveryCount {
  readonly channel: string;
  readonly state: 'queued' | 'done' | 'failed';
  readonly count: number;
  /** When the oldest of them came. */
  readonly oldest: Date;
}

export function makePlatformDeliveries(
  { database, door }: { readonly database: Database; readonly door: DeliveryDoor },
  { sealer, secretKey }: { readonly sealer: Sealer; readonly secretKey: Buffer },
): PlatformDeliveries {
  const work = <T>(task: (handle: Scoped) => Promise<T>) => database.single.withJob('deliveries', task);
  let last = 0;
  const nextSeq = (receivedAt: Date): number => {
    last = Math.max(last + 1, receivedAt.getTime() * 1000);
    return last;
  };
  const rowsOf = (deliveries: readonly NewDelivery[]) =>
    deliveries.map((delivery) => rowOf(delivery, { sealer, secretKey, seq: nextSeq(delivery.receivedAt) }));
  return {
    async keep(deliveries) {
      if (deliveries.length === 0) return [];
      const rows = rowsOf(deliveries);
      const ids = await door.insert(inOrderOfKeys(rows));
      return rows.map(({ id }) => ids.has(id));
    },
    rehearse: (deliveries) => door.rehearse(rowsOf(deliveries)),
    claim: async (options) => {
      const rows = await work((handle) => claim(handle, options));
      return rows.map(({ sealed, ...held }) => ({ ...held, original: sealer.open(held.id, sealed).original ?? '' }));
    },
    settle: (held, end, now) => work((handle) => settle(handle, held, { end, now })),
    renew: (held, until) =>
      work(async (handle) => {
        const mine = handle.updateTable('platform_delivery').set({ lease_until: dateOf(until) });
        return (await mine.where(heldBy(held)).executeTakeFirst()).numUpdatedRows === 1n;
      }),
    counts: () =>
      work(
        (handle) =>
          handle
            .selectFrom('platform_delivery')
            .select(['channel', 'state'])
            .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min<Date>('received_at').as('oldest')])
            .groupBy(['channel', 'state'])
            .orderBy('channel')
            .orderBy('state')
            .execute() as Promise<DeliveryCount[]>,
      ),
    sweep: (before) =>
      work(async (handle) => {
        const past = handle.deleteFrom('platform_delivery').where('state', '<>', 'queued');
        const { numDeletedRows } = await past.where('settled_at', '<', dateOf(before)).executeTakeFirst();
        return Number(numDeletedRows);
      }),
  };
}

interface RowParts {
  readonly sealer: Sealer;
  readonly secretKey: Buffer;
  readonly seq: number;
}

function rowOf(delivery: NewDelivery, { sealer, secretKey, seq }: RowParts): DeliveryRow {
  const id = randomUUID();
  const { channel, account, thread } = delivery;
  const lane = createHmac('sha256', secretKey)
    .update(JSON.stringify(['lane', channel, account, thread]))
    .digest();
  return {
    id,
    seq,
    channel: keyOf(channel),
    account: keyOf(account),
    event_key: keyOf(delivery.key),
    lane,
    name: cleanText(delivery.name),
    masked: toJson(delivery.masked),
    sealed: sealer.seal(id, { original: delivery.original }),
    ordered_at: dateOf(delivery.orderedAt),
    received_at: dateOf(delivery.receivedAt),
    not_before: dateOf(delivery.receivedAt),
    trace: delivery.trace ?? null,
  };
}

/** Two copies that keep the same ones at once do not wait for each other in a ring. */
const inOrderOfKeys = (rows: readonly DeliveryRow[]): readonly DeliveryRow[] =>
  rows.toSorted((one, other) => Number(keyIn(one) > keyIn(other)) - Number(keyIn(one) < keyIn(other)));

const keyIn = ({ channel, account, event_key }: DeliveryRow): string => `${channel} ${account} ${event_key}`;

interface ClaimedRow extends Omit<HeldDelivery, 'original'> {
  readonly sealed: Buffer | null;
}

/** Longer than any lease. */
const longestLeaseMs = 10 * 60_000;

/** A lease that ran out is as good as none: its holder died. So is one that was taken while the clock was wrong. */
async function claim(
  handle: Scoped,
  { now, leaseMs, limit }: { readonly now: Date; readonly leaseMs: number; readonly limit: number },
): Promise<readonly ClaimedRow[]> {
  const endless = new Date(now.getTime() + longestLeaseMs);
  const { rows } = await sql<ClaimedRow & { seq: number; orderedAt: Date }>`
    update platform_delivery set attempts = attempts + 1, fence = fence + 1,
      lease_until = ${new Date(now.getTime() + leaseMs)}
    where id in (
      select d.id from platform_delivery d
      where d.state = 'queued'
        and (d.not_before <= ${now} or (d.received_at > ${now} and d.not_before <= d.received_at))
        and (d.lease_until is null or d.lease_until < ${now} or d.lease_until > ${endless})
        and not exists (
          select from platform_delivery e where e.lane = d.lane and e.state = 'queued'
            and (e.ordered_at, e.seq, e.id) < (d.ordered_at, d.seq, d.id))
      order by d.ordered_at, d.seq, d.id limit ${limit} for update of d skip locked
    )
    returning id, channel, account, event_key as key, name, sealed, received_at as "receivedAt",
      attempts as attempt, fence, trace, seq, ordered_at as "orderedAt"`.execute(handle);
  const inOrder = rows.toSorted((one, other) => +one.orderedAt - +other.orderedAt || one.seq - other.seq);
  return inOrder.map(({ seq: _seq, orderedAt: _at, ...row }) => row);
}

const heldBy = ({ id, fence }: Pick<HeldDelivery, 'id' | 'fence'>) =>
  sql<boolean>`id = ${id} and fence = ${fence} and state = 'queued' and lease_until is not null`;

/** What is done loses its words; what failed keeps them sealed, so that it can be looked into. */
async function settle(
  handle: Scoped,
  held: Pick<HeldDelivery, 'id' | 'fence'>,
  { end, now }: { readonly end: DeliveryEnd; readonly now: Date },
): Promise<boolean> {
  const over = { settled_at: dateOf(now), lease_until: null };
  const changes = {
    done: () => ({ ...over, state: 'done', masked: null, sealed: null }),
    failed: (reason: string) => ({ ...over, state: 'failed', reason: cleanText(reason) }),
    later: (at: Date, reason: string) => ({ not_before: dateOf(at), lease_until: null, reason: cleanText(reason) }),
  };
  const change =
    end.state === 'later'
      ? changes.later(end.at, end.reason)
      : end.state === 'failed'
        ? changes.failed(end.reason)
        : changes.done();
  const { numUpdatedRows } = await handle
    .updateTable('platform_delivery')
    .set(change)
    .where(heldBy(held))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
