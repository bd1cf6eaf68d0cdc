/** What the index knows of words; the analyser works without it, only more carefully. */
export interface Vocabulary {
  /** In how many documents this folded word stands; 0 when in none. */
  count(term: string): number;
  /** In how many titles, plain titles and ways these two folded words stand one after the other. */
  pairCount(first: string, second: string): number;
  /**
   * How strongly two words belong together in names: 0 never, 1 as chance would have it; above 8 they are one expression.
   * A word that seldom stands without the other counts as strong.
   */
  lift(first: string, second: string): number;
}

/** Knows nothing. */
export const noVocabulary: Vocabulary = { count: () => 0, pairCount: () => 0, lift: () => 0 };
