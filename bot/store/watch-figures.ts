/** What an operator watches of the store: counts and ages, in one statement. No person, no word, no id. */
import { sql } from 'kysely';
import { dateOf } from './clean-input.ts';
import type { Database } from './database.ts';

export const watchedFigures = [
  /** By channel and state: queued now; failed and ambiguous within a day. */
  'outbox',
  /** Seconds that the oldest parcel that is due has waited, by channel. */
  'outbox-oldest',
  /** By channel and state: queued now; failed within a day. */
  'deliveries',
  'deliveries-oldest',
  /** Conversations that wait for an officer, practice apart. */
  'waiting',
  'waiting-oldest',
  /** Messages without an answer for twenty seconds and more, by channel. */
  'unanswered',
  /** Calls that were heard of within ten minutes. */
  'calls',
  /** Devices in ward offices: `seen` within a day, or `silent`. */
  'kiosks',
  /** Of today in Vietnam, of everybody, set aside ones included. */
  'tokens-today',
  /** In đồng, of today in Vietnam. */
  'cost-today',
] as const;
export type WatchedFigure = (typeof watchedFigures)[number];

export interface FigureRow {
  readonly figure: WatchedFigure;
  readonly channel: string | null;
  readonly state: string | null;
  readonly value: number;
}

export interface WatchFigures {
  /** One short transaction, whatever is in the store. A figure of nothing has no row. */
  read(now: Date): Promise<readonly FigureRow[]>;
}

export const makeWatchFigures = (database: Database): WatchFigures => ({
  read: (now) =>
    database.withJob('watch', async (handle) => {
      const at = sql`${dateOf(now)}::timestamptz`;
      const today = sql`(${at} at time zone 'Asia/Ho_Chi_Minh')::date`;
      const { rows } = await sql<FigureRow>`
        select 'outbox' as figure, channel, state, count(*)::float8 as value from outbox where state = 'queued' group by 2, 3
        union all
        select 'outbox', channel, state, count(*)::float8 from outbox
        where state in ('failed', 'ambiguous') and settled_at > ${at} - interval '1 day' group by 2, 3
        union all
        select 'outbox-oldest', channel, null, extract(epoch from ${at} - min(not_before))::float8 from outbox
        where state = 'queued' and not_before <= ${at} group by 2
        union all
        select 'deliveries', channel, state, count(*)::float8 from platform_delivery where state = 'queued' group by 2, 3
        union all
        select 'deliveries', channel, state, count(*)::float8 from platform_delivery
        where state = 'failed' and settled_at > ${at} - interval '1 day' group by 2, 3
        union all
        select 'deliveries-oldest', channel, null, extract(epoch from ${at} - min(received_at))::float8
        from platform_delivery where state = 'queued' group by 2
        union all
        select 'waiting', null, null, count(*)::float8 from hand_off where closed_at is null and state = 'waiting' and not practice
        union all
        select 'waiting-oldest', null, null, extract(epoch from ${at} - min(asked_at))::float8
        from hand_off where closed_at is null and state = 'waiting' and not practice having count(*) > 0
        union all
        select 'unanswered', channel, null, count(*)::float8 from turn
        where answered_at is null and asked_at < ${at} - interval '20 seconds' group by 2
        union all
        select 'calls', null, null, count(*)::float8 from phone_call
        where ended_at is null and heard_at > ${at} - interval '10 minutes'
        union all
        select 'kiosks', null, case when seen_at > ${at} - interval '1 day' then 'seen' else 'silent' end, count(*)::float8
        from kiosk_device where removed_at is null group by 3
        union all
        select 'tokens-today', null, null, coalesce(sum(tokens), 0)::float8 from model_spend where day = ${today} and spender = 'all'
        union all
        select 'cost-today', null, null, coalesce(sum(cost), 0)::float8 from model_call
        where at >= ${today}::timestamp at time zone 'Asia/Ho_Chi_Minh'`.execute(handle);
      return rows;
    }),
});
