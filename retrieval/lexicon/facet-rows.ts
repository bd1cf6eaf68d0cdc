/** The shape of the facet lexicon, and the asking words that its patterns share. */
import type { Facet } from '../../knowledge/index.ts';

export interface FacetPhrase {
  /** `null`: these words look like a facet and belong to the topic. */
  readonly facet: Facet | null;
  readonly strength: 1 | 2 | 3;
}

/** The asking words of every region. */
export const what = '(gì|chi|nào|những gì|cái gì|gì gì|mấy cái gì|những chi)';
export const how = '(sao|thế nào|như thế nào|ra sao|kiểu gì|cách nào|kiểu nào|răng|làm sao)';
export const howMany = '(bao nhiêu|nhiêu|mấy)';

export type Rows = readonly (readonly [facet: Facet | null, strength: 1 | 2 | 3, patterns: readonly string[]])[];
