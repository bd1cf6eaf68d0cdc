/** What is asked about a procedure, in the words of every region. */
import { fee, place, time } from './facet-money-time-place.ts';
import { others } from './facet-others.ts';
import { conditions, documents, steps } from './facet-papers-and-steps.ts';
import type { FacetPhrase } from './facet-rows.ts';

/** Every pattern with what it asks. */
export const facetPhrases: readonly (readonly [pattern: string, phrase: FacetPhrase])[] = [
  documents,
  fee,
  time,
  place,
  steps,
  conditions,
  others,
].flatMap((rows) =>
  rows.flatMap(([facet, strength, patterns]) => patterns.map((pattern) => [pattern, { facet, strength }] as const)),
);
