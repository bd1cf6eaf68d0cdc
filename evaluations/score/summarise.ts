/** From judgements to figures: shares with their intervals, in all and by style or kind. */

import { type Interval, wilson } from '../../bot/measure/interval.ts';
import type { JudgedAnswer, Judgement, QuestionSet } from './question-set.ts';

/** `own`: written by us, in `datasets/`. `shared`: the question sets beside the project, where they are. */
export type Origin = 'own' | 'shared';

export interface Measure extends Interval {
  readonly origin: Origin;
  readonly set: string;
  readonly check: string;
  readonly label: string;
  readonly better: 'high' | 'low';
  /** Style or kind; `null` for all of the set together. */
  readonly group: string | null;
  /** How often the check was true, of how many answers it applied to. */
  readonly hits: number;
  readonly of: number;
}

export interface Judged {
  readonly id: string;
  readonly group: string;
  readonly judgements: readonly JudgedAnswer[];
}

/** Check by check: the whole set, then each group where there are several. */
export function summarise(origin: Origin, set: QuestionSet, judged: readonly Judged[]): Measure[] {
  const groups = Map.groupBy(judged, ({ group }) => group);
  return Object.entries(set.checks).flatMap(([check, { label, better }]) => {
    const row = (group: string | null, of: readonly Judged[]): Measure => ({
      origin,
      set: set.name,
      check,
      label,
      better,
      group,
      ...share(of, check),
    });
    const byGroup = groups.size < 2 ? [] : [...groups].toSorted(([a], [b]) => a.localeCompare(b));
    return [row(null, judged), ...byGroup.map(([group, members]) => row(group, members)).filter(({ of }) => of > 0)];
  });
}

function share(judged: readonly Judged[], check: string): Interval & { readonly hits: number; readonly of: number } {
  const outcomes = judged
    .flatMap(({ judgements }) => judgements.map(({ checks }) => checks[check] ?? null))
    .filter((one) => one !== null);
  const hits = outcomes.filter(Boolean).length;
  return { ...wilson(hits, outcomes.length), hits, of: outcomes.length };
}

/** A question whose answer has a fault, for the list that a developer reads. */
export interface Fault {
  readonly origin: Origin;
  readonly set: string;
  readonly id: string;
  readonly asked: string;
  /** Labels of the checks that went the wrong way. */
  readonly wrong: readonly string[];
  readonly status: string;
  readonly codes: readonly string[];
  readonly facet: string | null;
  readonly text: string;
  /** What the answer states and nothing bears out. */
  readonly invented: readonly string[];
}

/** Labels of the checks of one answer that went the wrong way. */
export const wrongChecks = (set: QuestionSet, { checks }: Judgement): string[] =>
  Object.entries(set.checks).flatMap(([name, { label, better }]) => {
    const outcome = checks[name] ?? null;
    return outcome !== null && outcome !== (better === 'high') ? [label] : [];
  });
