/** How much of a question a hit explains, as the sum of the weights of its words: unlike a share, a story cannot dilute it. */
import type { Hit, SearchResult } from '../../retrieval/index.ts';

export const explainedWeight = ({ reading }: SearchResult, hit: Hit): number =>
  hit.explainedWords.reduce((sum, index) => sum + (reading.words[index]?.weight ?? 0), 0);
