/** What a language model was asked for, day by day: counts, tokens, time and cost, and nothing that was said. */
import { sql } from 'kysely';
import { staffMay } from '../staff/rights.ts';
import type { StaffMember } from '../staff/staff.ts';
import { dateOf } from '../store/clean-input.ts';
import type { Database } from '../store/database.ts';
import { HandOffError } from '../store/index.ts';

export interface ModelUse {
  /** `2026-11-22`, in Vietnam. */
  readonly day: string;
  readonly purpose: string;
  readonly calls: number;
  /** Of these, how many gave nothing that could be used. */
  readonly failed: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Half of the calls took no longer. */
  readonly medianMs: number;
  /** In đồng; `null` where no price was set. */
  readonly cost: number | null;
}

const shownDays = 30;
const dayMs = 86_400_000;

/** Of the last thirty days, the newest first. @throws {@link HandOffError} `forbidden` */
export async function modelUse(database: Database, { role }: StaffMember, at: Date): Promise<readonly ModelUse[]> {
  if (!staffMay(role, 'see-model-use')) throw new HandOffError('forbidden');
  const day = sql<string>`to_char(at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`;
  return database.withJob('model', (handle) =>
    handle
      .selectFrom('model_call')
      .select([day.as('day'), 'purpose'])
      .select(({ fn }) => [
        fn.countAll<number>().as('calls'),
        sql<number>`(count(*) filter (where outcome <> 'answered'))::int`.as('failed'),
        sql<number>`sum(tokens_in)::bigint`.as('tokensIn'),
        sql<number>`sum(tokens_out)::bigint`.as('tokensOut'),
        sql<number>`(percentile_cont(0.5) within group (order by ms))::int`.as('medianMs'),
        sql<number | null>`sum(cost)`.as('cost'),
      ])
      .where('at', '>=', dateOf(new Date(at.getTime() - shownDays * dayMs)))
      .groupBy([sql`1`, 'purpose'])
      .orderBy(sql`1`, 'desc')
      .orderBy('purpose')
      .execute(),
  );
}
