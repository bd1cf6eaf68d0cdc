/** A question as ranking sees it: weighted terms and pairs, numbered as in the index. */
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import { positionOf } from '../lexical/postings.ts';
import type { Reading } from '../reading/reading.ts';

export interface QuestionTerm {
  /** Number in the index; -1 for a word that no document has. */
  readonly number: number;
  /** Number of its marked form; -1 when it carries no marks (then any marks will do) or no name has it so. */
  readonly key: number;
  readonly marked: boolean;
  /** 0 to 1, from the analyser. */
  readonly weight: number;
  /** Weight by rarity in names. */
  readonly idf: number;
  /** Weight by rarity in bodies. */
  readonly bodyIdf: number;
  /** Indices in `reading.words`. */
  readonly words: number[];
}

export interface QuestionPair {
  readonly key: number;
  readonly weight: number;
  readonly idf: number;
}

export interface Question {
  readonly terms: readonly QuestionTerm[];
  readonly pairs: readonly QuestionPair[];
}

export const rarity = (documents: number, count: number): number => Math.log((documents + 1) / (count + 0.5));

/** Words of weight become terms; neighbours, over words of no weight, become pairs. `range`: of those words alone. */
export function questionOf(
  reading: Reading,
  index: LexicalIndex,
  facets: 'read' | 'ignore',
  range: { from: number; to: number } | null = null,
): Question {
  const size = index.facts.length;
  const terms = new Map<string, QuestionTerm>();
  const pairs = new Map<number, QuestionPair>();
  let last: { number: number; weight: number } | null = null;
  for (const [at, word] of reading.words.entries()) {
    const weight = facets === 'ignore' ? Math.max(word.weight, word.kind === 'facet' ? 0.6 : 0.1) : word.weight;
    if (weight === 0 || (range && (at < range.from || at >= range.to))) continue;
    const number = index.terms.numbers.get(word.term) ?? -1;
    addTerm(terms, word.term, {
      number,
      weight,
      marked: word.marked,
      key: index.terms.numbers.get(word.key) ?? -1,
      idf: rarity(size, index.nameCounts[number] ?? 0),
      bodyIdf: rarity(size, index.documentCounts[number] ?? 0),
      words: [at],
    });
    if (last && last.number >= 0 && number >= 0) {
      const key = last.number * 65_536 + number;
      const count = index.names.pairCounts[positionOf(index.names.pairKeys, key)] ?? 0;
      const both = Math.min(last.weight, weight);
      if (both >= 0.1 && (pairs.get(key)?.weight ?? 0) < both)
        pairs.set(key, { key, weight: both, idf: rarity(size, count) });
    }
    last = { number, weight };
  }
  return { terms: [...terms.values()], pairs: [...pairs.values()] };
}

function addTerm(terms: Map<string, QuestionTerm>, term: string, found: QuestionTerm): void {
  const known = terms.get(term);
  if (!known) terms.set(term, found);
  else
    terms.set(term, {
      ...known,
      weight: Math.max(known.weight, found.weight),
      words: [...known.words, ...found.words],
    });
}
