/** Counts the hand-offs of one day: how long each took, in opening time too, and what became of it. */
import { sql } from 'kysely';
import type { Scoped } from '../store/tables.ts';
import { addDays, beginOf } from './iso-week.ts';

/** Seconds of opening time at a commune's desk between two moments; `null`: the installation's own desk. */
export type DeskHours = (unit: string | null, from: Date, to: Date) => number;

interface Row {
  readonly unit: string;
  readonly channel: string;
  readonly cause: string;
  readonly lost: string | null;
  readonly wait_s: number | null;
  readonly handling_s: number | null;
  readonly rating: number | null;
  readonly asked_at: Date;
  readonly first_reply_at: Date | null;
}

/** So many rows go in one statement. */
const page = 2_000;

/**
 * A denunciation counts as a complaint: that there was one is nobody's business. Practice is no hand-off. A talk given on
 * to another commune counts where it went.
 */
export async function rollUpHandOffs(handle: Scoped, hours: DeskHours, day: string): Promise<void> {
  const { rows } = await sql<Row>`
    select coalesce(unit, '') as unit, channel, case cause when 'denunciation' then 'complaint' else cause end as cause,
      ${lost} as lost, rating, asked_at, first_reply_at,
      case when first_reply_at is not null
        then greatest(0, extract(epoch from first_reply_at - asked_at))::int end as wait_s,
      case when first_reply_at is not null and closed_at is not null
        then greatest(0, extract(epoch from closed_at - coalesce(claimed_at, first_reply_at)))::int end as handling_s
    from hand_off
    where asked_at >= ${beginOf(day)} and asked_at < ${beginOf(addDays(day, 1))} and channel <> 'console'
    order by asked_at`.execute(handle);
  await sql`delete from figure_hand_off where day = ${day}::date`.execute(handle);
  const counted = rows.map(({ asked_at, first_reply_at, ...row }) => ({
    ...row,
    day,
    open_wait_s: first_reply_at && Math.round(hours(row.unit || null, asked_at, first_reply_at)),
  }));
  for (let from = 0; from < counted.length; from += page)
    await handle
      .insertInto('figure_hand_off')
      .values(counted.slice(from, from + page))
      .execute();
}

/** First reason that fits; `null` where an officer said something, or where one still may. */
const lost = sql<string | null>`case
  when closed_at is null or first_reply_at is not null or closed_as = 'released' then null
  when told_opens_at is not null then 'out-of-hours'
  when call_count = 0 then 'nobody-called'
  when escalation > 0 then 'officer-silent'
  when closed_as = 'withdrawn' then 'withdrawn'
  when closed_as = 'citizen-left' then 'left'
  else 'closed' end`;
