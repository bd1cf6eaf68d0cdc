/** What was good in a practice talk and what was missing; facts are compared with the record. */
import type { Library } from '../../library.ts';
import { factsOf } from '../../library.ts';
import { checkFact } from './facts-said.ts';
import { marksOfAll, officersWords, type PracticeEntry } from './play-citizen.ts';
import type { Scenario } from './scenario.ts';

export interface PracticeFeedback {
  readonly good: readonly string[];
  readonly missing: readonly string[];
  /** Facts that the citizen came for. */
  readonly facts: readonly {
    readonly procedure: string;
    readonly code: string;
    readonly facet: string;
    readonly said: boolean;
    readonly record: readonly string[];
    /** Said, and not in the record. */
    readonly wrong: readonly string[];
  }[];
  readonly url: string | null;
}

export interface FeedbackParts {
  readonly scenario: Scenario;
  /** What is never good, whoever asks what. */
  readonly always: Scenario['bad'];
  readonly library: Pick<Library, 'find'>;
}

export function giveFeedback(
  entries: readonly PracticeEntry[],
  { scenario, always, library }: FeedbackParts,
): PracticeFeedback {
  const words = officersWords(entries);
  const marks = marksOfAll(words);
  const facts = scenario.wants.flatMap(({ code, facet }) => {
    const entry = library.find(code);
    if (entry?.kind !== 'guide') return [];
    return [{ procedure: factsOf(entry).plainTitle, code, facet, ...checkFact(entry.guide, facet, words.join('\n')) }];
  });
  const bad = [...scenario.bad, ...always].filter(({ mark }) => marks.has(mark)).map(({ because }) => because);
  const first = scenario.wants[0] && library.find(scenario.wants[0].code);
  return {
    good: scenario.good.filter(({ mark }) => marks.has(mark)).map(({ praise }) => praise),
    missing: [...scenario.good.filter(({ mark }) => !marks.has(mark)).map(({ missing }) => missing), ...new Set(bad)],
    facts,
    url: first ? factsOf(first).source.url : null,
  };
}
