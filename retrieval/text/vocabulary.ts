/** What the index knows of words; the analyser works without it, only more carefully. */
export interface WordForm {
  /** As it is written in the published texts, composed. */
  readonly surface: string;
  /** Without marks, else as it is written. */
  readonly letters: string;
  /** Folded, as the index holds it. */
  readonly term: string;
  /** How often it is written. */
  readonly count: number;
}

export interface Vocabulary {
  /** In how many documents this folded word stands; 0 when in none. */
  count(term: string): number;
  /** True when published texts write the word just so. */
  writes(surface: string): boolean;
  /** Words of so many letters. */
  forms(length: number): readonly WordForm[];
  /** In how many titles, plain titles and ways these two folded words stand one after the other. */
  pairCount(first: string, second: string): number;
  /**
   * How strongly two words belong together in names: 0 never, 1 as chance would have it; above 8 they are one expression.
   * A word that seldom stands without the other counts as strong.
   */
  lift(first: string, second: string): number;
  /** The same in bodies, 0 where they never stand together. */
  bodyLift(first: string, second: string): number;
}

/** Knows nothing. */
export const noVocabulary: Vocabulary = {
  count: () => 0,
  writes: () => false,
  forms: () => [],
  pairCount: () => 0,
  lift: () => 0,
  bodyLift: () => 0,
};
