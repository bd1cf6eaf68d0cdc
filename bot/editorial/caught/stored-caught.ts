/** Refused drafts as the store keeps them: masked, without whose they were. */
import { sql } from 'kysely';
import type { Caught } from '../../model/check/wording.ts';
import { dateOf, idOf } from '../../store/clean-input.ts';
import type { Scoped } from '../../store/tables.ts';

export const caughtVerdicts = ['invented', 'wrongly-caught'] as const;
/** Whether the model made something up, or the check was wrong. */
export type CaughtVerdict = (typeof caughtVerdicts)[number];

export interface CaughtFilter {
  readonly rule?: string | undefined;
  /** `open`: nobody has judged it. */
  readonly verdict?: CaughtVerdict | 'open' | undefined;
  /** Older than this. */
  readonly before?: Date | undefined;
}

export interface StoredCaught {
  readonly id: string;
  readonly at: Date;
  readonly purpose: string;
  readonly model: string;
  /** Masked. */
  readonly draft: string;
  readonly caught: readonly Caught[];
  readonly codes: readonly string[];
  readonly verdict: CaughtVerdict | null;
  readonly judgedBy: string | null;
  readonly judgedAt: Date | null;
}

export interface CaughtCount {
  /** `2026-11-22`, in Vietnam. */
  readonly day: string;
  readonly rule: string;
  readonly count: number;
}

/** How many are listed at a time, and those of the same moment as the last. */
export const caughtPage = 50;

export async function readCaught(handle: Scoped, { rule, verdict, before }: CaughtFilter): Promise<StoredCaught[]> {
  const rows = await handle
    .selectFrom('model_caught')
    .select(['id', 'at', 'purpose', 'model', 'draft', 'caught', 'codes'])
    .select(['verdict', 'judged_by as judgedBy', 'judged_at as judgedAt'])
    .$if(rule !== undefined, (all) => all.where(sql<boolean>`caught @> ${JSON.stringify([{ rule }])}::jsonb`))
    .$if(verdict === 'open', (all) => all.where('verdict', 'is', null))
    .$if(verdict !== undefined && verdict !== 'open', (all) => all.where(sql<boolean>`verdict = ${verdict ?? ''}`))
    .$if(before !== undefined, (all) => all.where('at', '<', dateOf(before ?? new Date(0))))
    .orderBy('at', 'desc')
    .fetch(caughtPage, 'with ties')
    .execute();
  return rows.map(({ caught, ...row }) => ({ ...row, caught: caught as Caught[] }));
}

/** A draft that broke one rule in two sentences counts once. */
export async function countCaught(handle: Scoped, from: Date, dayOf: (at: Date) => string): Promise<CaughtCount[]> {
  const rows = await handle
    .selectFrom('model_caught')
    .select(['at', 'caught'])
    .where('at', '>=', dateOf(from))
    .execute();
  const counts = new Map<string, number>();
  for (const { at, caught } of rows)
    for (const rule of new Set((caught as Caught[]).map((one) => one.rule))) {
      const key = `${dayOf(at)} ${rule}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return [...counts]
    .map(([key, count]) => ({ day: key.slice(0, 10), rule: key.slice(11), count }))
    .toSorted((one, other) => other.day.localeCompare(one.day) || other.count - one.count);
}

interface Judgement {
  readonly verdict: CaughtVerdict | null;
  readonly by: string;
  readonly at: Date;
}

/** `false`: there is no such draft. */
export async function judgeCaught(handle: Scoped, id: string, { verdict, by, at }: Judgement): Promise<boolean> {
  const judged = verdict === null ? { judged_by: null, judged_at: null } : { judged_by: by, judged_at: dateOf(at) };
  const { numUpdatedRows } = await handle
    .updateTable('model_caught')
    .set({ verdict, ...judged })
    .where('id', '=', idOf(id))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
