/** Counts days into the tables of figures: again while they are fresh, never once talks of them may have been erased. */
import { sql } from 'kysely';
import { momentOf } from '../../knowledge/index.ts';
import type { Database } from '../store/database.ts';
import type { Scoped } from '../store/tables.ts';
import { addDays, beginOf } from './iso-week.ts';
import { type DeskHours, rollUpHandOffs } from './roll-up-hand-offs.ts';

/** A day is counted again for so long, in days: opinions and ratings come late. Talks are kept far longer. */
const fresh = 7;
/** Days of before that one round catches up with. */
const mostAtOnce = 40;
/** Talks of anonymous citizens are erased after 90 days: what was not counted by then is not counted wrongly. */
const oldest = 85;

/** Counts what is due: today and yesterday always, fresh days once an hour, others once. Resolves with the days. */
export async function rollUp(database: Database, hours: DeskHours, at: Date): Promise<readonly string[]> {
  const days = await dueDays(database, at);
  for (const day of days) await rollUpDay(database, hours, { day, at });
  return days;
}

/** One transaction: whoever reads sees the old numbers or the new. Twice the same gives the same. */
export const rollUpDay = (
  database: Database,
  hours: DeskHours,
  { day, at }: { readonly day: string; readonly at: Date },
): Promise<void> =>
  database.withJob('figures', async (handle) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`figures ${day}`}))`.execute(handle);
    await rollUpTurns(handle, day);
    await rollUpHandOffs(handle, hours, day);
    await handle
      .insertInto('figure_day')
      .values({ day, counted_at: at })
      .onConflict((conflict) => conflict.column('day').doUpdateSet({ counted_at: at }))
      .execute();
  });

async function dueDays(database: Database, at: Date): Promise<readonly string[]> {
  const today = momentOf(at).day;
  const hourAgo = new Date(at.getTime() - 3_600_000);
  const { rows } = await database.withJob('figures', (handle) =>
    sql<{ day: string }>`
      select due::date::text as day
      from generate_series(
        greatest(${addDays(today, -oldest)}::date,
          coalesce((select (min(asked_at) at time zone 'Asia/Ho_Chi_Minh')::date from turn), ${today}::date)),
        ${today}::date, interval '1 day') as due
      left join figure_day on figure_day.day = due::date
      where counted_at is null or due::date >= ${today}::date - 1
        or (due::date >= ${today}::date - ${fresh}::int and counted_at < ${hourAgo})
      order by due desc limit ${mostAtOnce}`.execute(handle),
  );
  return rows.map(({ day }) => day);
}

async function rollUpTurns(handle: Scoped, day: string): Promise<void> {
  await sql`delete from figure_turn where day = ${day}::date`.execute(handle);
  await sql`
    insert into figure_turn (day, unit, channel, status, code, turns, begun, up, down)
    select ${day}::date, coalesce(t.unit, ''), t.channel,
      case when t.silent then 'with-officer' else coalesce(t.status, 'unanswered') end,
      case when t.silent or t.status = 'clarify' then '' else coalesce(t.code, '') end,
      count(*), count(*) filter (where t.seq = 1),
      count(*) filter (where f.verdict = 'up'), count(*) filter (where f.verdict = 'down')
    from turn t left join feedback f on f.turn_id = t.id
    where t.asked_at >= ${beginOf(day)} and t.asked_at < ${beginOf(addDays(day, 1))} and t.channel <> 'console'
    group by 2, 3, 4, 5`.execute(handle);
}
