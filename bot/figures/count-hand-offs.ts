/** Adds up what became of hand-offs. Means and medians are computed by the database over all of the period. */
import { type RawBuilder, sql } from 'kysely';
import type { Scoped } from '../store/tables.ts';
import { type HandOffFigures, type LossReason, lossReasons, type Ratings, type Spread } from './figures.ts';
import { chosen, type FiguresFilter } from './figures-filter.ts';
import type { IsoWeek } from './iso-week.ts';

export async function countHandOffs(handle: Scoped, filter: FiguresFilter): Promise<HandOffFigures> {
  const of = chosen(filter);
  const { rows: parts } = await sql<{ part: string; key: string; count: number }>`
    select case when grouping(cause) = 0 then 'cause' when grouping(channel) = 0 then 'channel'
        when grouping(lost) = 0 then 'lost' when grouping(rating) = 0 then 'rating' else 'all' end as part,
      coalesce(cause, channel, lost, rating::text, '') as key, count(*)::int as count
    from figure_hand_off where ${of} group by grouping sets ((), (cause), (channel), (lost), (rating))`.execute(handle);
  const { rows: times } = await sql<Readonly<Record<string, number | null>>>`
    select ${spread('wait_s', 'wait')}, ${spread('open_wait_s', 'open')}, ${spread('handling_s', 'handling')}
    from figure_hand_off where ${of}`.execute(handle);
  const { rows: rated } = await sql<{ channel: string; rating: string; count: number }>`
    select channel, rating::text as rating, count(*)::int as count
    from figure_hand_off where ${of} and rating is not null group by 1, 2`.execute(handle);
  const by = (part: string) =>
    new Map(parts.filter((row) => row.part === part && row.key !== '').map(({ key, count }) => [key, count]));
  const losses = by('lost');
  return {
    total: parts.find(({ part }) => part === 'all')?.count ?? 0,
    byCause: Object.fromEntries(by('cause')),
    byChannel: Object.fromEntries(by('channel')),
    lost: Object.fromEntries(lossReasons.map((reason) => [reason, losses.get(reason) ?? 0])) as Record<
      LossReason,
      number
    >,
    wait: spreadOf(times[0], 'wait'),
    openWait: spreadOf(times[0], 'open'),
    handling: spreadOf(times[0], 'handling'),
    ratings: ratingsOf(by('rating')),
    ratingsByChannel: Object.fromEntries(
      [...Map.groupBy(rated, ({ channel }) => channel)].map(([channel, rows]) => [
        channel,
        ratingsOf(new Map(rows.map(({ rating, count }) => [rating, count]))),
      ]),
    ),
  };
}

/** Hand-offs by week; weeks without one are missing. */
export async function countHandOffWeeks(handle: Scoped, filter: FiguresFilter): Promise<ReadonlyMap<IsoWeek, number>> {
  const { rows } = await sql<{ week: string; count: number }>`
    select to_char(day, 'IYYY-"W"IW') as week, count(*)::int as count
    from figure_hand_off where ${chosen(filter)} group by 1`.execute(handle);
  return new Map(rows.map(({ week, count }) => [week, count]));
}

const spread = (column: string, name: string): RawBuilder<unknown> =>
  sql`count(${sql.ref(column)})::int as ${sql.ref(`${name}_count`)},
    avg(${sql.ref(column)})::float as ${sql.ref(`${name}_mean`)},
    percentile_cont(0.5) within group (order by ${sql.ref(column)}) as ${sql.ref(`${name}_median`)},
    percentile_cont(0.9) within group (order by ${sql.ref(column)}) as ${sql.ref(`${name}_p90`)}`;

function spreadOf(row: Readonly<Record<string, number | null>> | undefined, name: string): Spread {
  const of = (what: string) => row?.[`${name}_${what}`] ?? null;
  return { count: of('count') ?? 0, mean: of('mean'), median: of('median'), p90: of('p90') };
}

function ratingsOf(by: ReadonlyMap<string, number>): Ratings {
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = ['1', '2', '3', '4', '5'].map((star) => by.get(star) ?? 0);
  const count = one + two + three + four + five;
  const sum = one + 2 * two + 3 * three + 4 * four + 5 * five;
  return { counts: [one, two, three, four, five], count, mean: count === 0 ? null : sum / count };
}
