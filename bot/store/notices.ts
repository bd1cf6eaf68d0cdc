/** Which citizen was told what of which case. The words come from the caller; this keeps that each is said once. */
import { sql } from 'kysely';
import { dateOf } from './clean-input.ts';
import type { NoticePlace } from './consents.ts';
import { rungNow } from './conversations.ts';
import type { Database } from './database.ts';
import { queueParcel } from './outbox.ts';
import type { Scoped } from './tables.ts';

/** A case that somebody asked to be told of. */
export interface WatchedCase {
  readonly citizenId: string;
  readonly dossierId: string;
  readonly code: string;
  readonly procedure: string | null;
  readonly status: string | null;
  readonly promisedAt: Date | null;
}

/** One thing to be told: the same `about` of a slot is told once. */
export interface TellOptions {
  readonly citizenId: string;
  readonly dossierId: string;
  readonly slot: 'state' | 'due' | 'late';
  readonly about: string;
  /** What its parcel holds: the words. */
  readonly content: unknown;
  readonly notBefore: Date;
  /** From then on it is pointless. */
  readonly notAfter: Date;
  readonly now: Date;
}

export interface WatchedPage {
  readonly cases: readonly WatchedCase[];
  /** The citizen to go on after; `null` when all were looked at. */
  readonly last: string | null;
}

export interface NoticeStore {
  /** Cases under watch that are open or moved in the last three days, of at most `limit` citizens after `after`. */
  watched(options: {
    readonly after: string | null;
    readonly now: Date;
    readonly limit?: number;
  }): Promise<WatchedPage>;
  /** The same of one citizen, whether he has turned notices on or not. */
  watchedBy(citizenId: string, now: Date): Promise<readonly WatchedCase[]>;
  /** Queues a notice to every place of the citizen's, unless this was told before. `true` when it was new. */
  tell(options: TellOptions): Promise<boolean>;
  /** The signed-in talk of this citizen on the web that lasts now, the latest; `null` when he is not there. */
  talkNow(citizenId: string): Promise<string | null>;
  /** Notes as told what is so at this moment, when notices are turned on: only what changes later is news. */
  noteAsTold(options: Omit<TellOptions, 'content' | 'notBefore' | 'notAfter'>): Promise<void>;
}

const nobody = '00000000-0000-0000-0000-000000000000';

export function makeNotices(database: Database): NoticeStore {
  return {
    watched: ({ after, now, limit = 200 }) =>
      database.withJob('notices', async (handle) => {
        const { rows: watching } = await sql<{ id: string }>`
          select distinct citizen_id as id from notice_choice
          where stopped_at is null and citizen_id > ${after ?? nobody} order by 1 limit ${limit}`.execute(handle);
        const ids = watching.map(({ id }) => id);
        return { cases: await casesOf(handle, ids, now), last: ids.at(-1) ?? null };
      }),
    watchedBy: (citizenId, now) => database.withJob('notices', (handle) => casesOf(handle, [citizenId], now)),
    talkNow: (citizenId) =>
      database.withCitizen(citizenId, async (handle) => {
        const row = await handle
          .selectFrom('conversation')
          .select('id')
          .where('channel', '=', 'web')
          .where(sql<boolean>`${rungNow} = 'signed-in'`)
          .orderBy('updated_at', 'desc')
          .limit(1)
          .executeTakeFirst();
        return row?.id ?? null;
      }),
    tell: (options) => database.withJob('notices', (handle) => tell(handle, options)),
    async noteAsTold(options) {
      await database.withJob('notices', (handle) => remember(handle, options));
    },
  };
}

async function casesOf(handle: Scoped, citizens: readonly string[], now: Date): Promise<WatchedCase[]> {
  if (citizens.length === 0) return [];
  const { rows } = await sql<WatchedCase>`
    select distinct c.id as "citizenId", d.id as "dossierId", d.code, d.procedure, d.status,
      d.promised_at as "promisedAt"
    from citizen c join dossier_person p on p.person_key = c.person_key join dossier d on d.id = p.dossier_id
    where c.id in (${sql.join(citizens)})
      and (d.kept_at > ${new Date(now.getTime() - 3 * 86_400_000)}
        or d.status in ('received', 'in-process', 'forwarded', 'needs-papers', 'needs-payment', 'ready'))
    order by 1, 2`.execute(handle);
  return rows;
}

async function tell(handle: Scoped, options: TellOptions): Promise<boolean> {
  const count = await remember(handle, options);
  if (count === null) return false;
  const { citizenId, dossierId, slot, content, notBefore, notAfter, now } = options;
  for (const { channel, address } of await placesOf(handle, citizenId)) {
    const key = `${citizenId}:${dossierId}:${slot}:${count}:${address}`.slice(0, 512);
    await queueParcel(handle, { citizenId, channel, address, kind: 'notice', key, content, notBefore, notAfter }, now);
  }
  return true;
}

/** How often this slot was told now; `null` when it was told of the same before. Two copies at once: one of them tells. */
async function remember(
  handle: Scoped,
  { citizenId, dossierId, slot, about, now }: Omit<TellOptions, 'content' | 'notBefore' | 'notAfter'>,
) {
  const { rows } = await sql<{ count: number }>`
    insert into told_notice (citizen_id, dossier_id, slot, about, told_at)
    values (${citizenId}, ${dossierId}, ${slot}, ${about}, ${dateOf(now)})
    on conflict (citizen_id, dossier_id, slot) do update
      set about = excluded.about, count = told_notice.count + 1, told_at = excluded.told_at
      where told_notice.about <> excluded.about
    returning count`.execute(handle);
  return rows[0]?.count ?? null;
}

const placesOf = (handle: Scoped, citizenId: string): Promise<NoticePlace[]> =>
  handle
    .selectFrom('notice_choice')
    .select(['channel', 'address'])
    .where('citizen_id', '=', citizenId)
    .where('stopped_at', 'is', null)
    .execute();
