/** What the index knows of words; the analyser works without it, only more carefully. */
export interface Vocabulary {
  /** In how many documents this folded word stands; 0 when in none. */
  count(term: string): number;
  /** In how many titles, plain titles and ways these two folded words stand one after the other. */
  pairCount(first: string, second: string): number;
  /** How many times oftener than by chance the two stand together in names; 0 when never. */
  lift(first: string, second: string): number;
}

/** Knows nothing. */
export const noVocabulary: Vocabulary = { count: () => 0, pairCount: () => 0, lift: () => 0 };
