/** Whether and until when an address of a pushed channel can be written to, as its own events told. */
import { sql } from 'kysely';
import { cleanText, dateOf, idOf, keyOf } from './clean-input.ts';
import type { NoticePlace } from './consents.ts';
import type { Database } from './database.ts';
import { outsideWindow } from './outside-window.ts';
import { closing } from './scope-talk.ts';
import type { Sealer, Slots } from './seal-slots.ts';
import type { Scoped } from './tables.ts';

export interface Reach {
  /** When the citizen last did something there; `null` when it is not known. */
  readonly lastAt: Date | null;
  /** `null` while unknown. */
  readonly follows: boolean | null;
  /** Why nothing arrives any more; `null` while it does. */
  readonly refused: string | null;
  /** Until then a person answers elsewhere; `null`: nobody does. */
  readonly pausedUntil: Date | null;
}

export interface Heard {
  readonly citizenId: string;
  readonly at: Date;
  /** Left out where the event tells nothing of it. */
  readonly follows?: boolean;
}

export interface ReachStore {
  /** `null` for an address that nothing came from. */
  read(place: NoticePlace): Promise<Reach | null>;
  /** Notes that the citizen did something there; what waited for that leaves at once. */
  heard(place: NoticePlace, heard: Heard): Promise<void>;
  /** Notes that he left: nothing can be sent until he comes back. */
  left(place: NoticePlace): Promise<void>;
  /** Notes why nothing arrives there. */
  refuse(place: NoticePlace, why: string): Promise<void>;
  /** A person answers there by other means until this moment. */
  pause(place: NoticePlace, until: Date): Promise<void>;
  /** Keeps, sealed, what waits for the citizen's yes; what waited before is dropped. */
  keepPending(place: NoticePlace, what: Slots, until: Date): Promise<void>;
  /** What waits; `null` for nothing, and after its time. */
  readPending(place: NoticePlace, now: Date): Promise<Slots | null>;
  dropPending(place: NoticePlace): Promise<void>;
}

export function makeReach(database: Database, sealer: Sealer): ReachStore {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('outbox', work);
  const change = (place: NoticePlace, set: Parameters<typeof changeRow>[2]) =>
    asJob((handle) => changeRow(handle, place, set));
  return {
    read: async (place) => database.single.withJob('outbox', (handle) => read(handle, place)),
    heard: async (place, heard) => asJob((handle) => hear(handle, place, heard)),
    left: (place) => change(place, { follows: false, refused: 'unfollowed' }),
    refuse: (place, why) => change(place, { refused: cleanText(why) }),
    pause: (place, until) => change(place, { paused_until: dateOf(until) }),
    keepPending: (place, what, until) =>
      change(place, { pending_sealed: sealer.seal(nameOf(place), what), pending_until: dateOf(until) }),
    readPending: async (place, now) =>
      asJob(async (handle) => {
        const row = await rowOf(handle, place).select(['pending_sealed', 'pending_until']).executeTakeFirst();
        const holds = row?.pending_sealed && row.pending_until && row.pending_until > now;
        return holds ? sealer.open(nameOf(place), row.pending_sealed) : null;
      }),
    dropPending: (place) => change(place, { pending_sealed: null, pending_until: null }),
  };
}

const nameOf = ({ channel, address }: NoticePlace) => `${channel} ${address}`;

const rowOf = (handle: Scoped, { channel, address }: NoticePlace) =>
  handle.selectFrom('zalo_reach').where('channel', '=', channel).where('address', '=', address);

async function read(handle: Scoped, place: NoticePlace): Promise<Reach | null> {
  const columns = ['last_at as lastAt', 'follows', 'refused', 'paused_until as pausedUntil'] as const;
  return (await rowOf(handle, place).select(columns).executeTakeFirst()) ?? null;
}

async function hear(handle: Scoped, { channel, address }: NoticePlace, { citizenId, at, follows }: Heard) {
  const row = { channel: keyOf(channel), address: keyOf(address), citizen_id: idOf(citizenId), last_at: dateOf(at) };
  await Promise.all([
    handle
      .insertInto('zalo_reach')
      .values({ ...row, follows: follows ?? null })
      .onConflict((conflict) =>
        conflict.columns(['channel', 'address']).doUpdateSet({
          citizen_id: row.citizen_id,
          last_at: sql<Date>`greatest(zalo_reach.last_at, excluded.last_at)`,
          refused: null,
          ...(follows === undefined ? {} : { follows }),
        }),
      )
      .execute(),
    closing(handle)
      .updateTable('outbox')
      .set({ not_before: dateOf(at) })
      .where('channel', '=', channel)
      .where('address', '=', address)
      .where('state', '=', 'queued')
      .where('lease_until', 'is', null)
      .where('reason', '=', outsideWindow)
      .execute(),
  ]);
}

interface ReachChange {
  readonly follows?: boolean;
  readonly refused?: string | null;
  readonly paused_until?: Date | null;
  readonly pending_sealed?: Buffer | null;
  readonly pending_until?: Date | null;
}

async function changeRow(handle: Scoped, { channel, address }: NoticePlace, set: ReachChange): Promise<void> {
  await handle
    .updateTable('zalo_reach')
    .set(set)
    .where('channel', '=', channel)
    .where('address', '=', address)
    .execute();
}
