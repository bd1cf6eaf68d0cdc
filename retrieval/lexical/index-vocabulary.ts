/** The analyser's view of an index: which words it knows, and which belong together. */
import { syllableOf } from '../text/syllable.ts';
import type { Vocabulary, WordForm } from '../text/vocabulary.ts';
import type { LexicalIndex } from './lexical-index.ts';
import { positionOf } from './postings.ts';

const boundPairs = 2;
const boundShare = 0.4;
const boundLift = 10;

/** A view; it copies only the written forms. */
export function vocabularyOf({ terms, documentCounts, nameCounts, names, bodies, facts }: LexicalIndex): Vocabulary {
  const number = (term: string) => terms.numbers.get(term) ?? -1;
  const key = (first: string, second: string) => {
    const [one, other] = [number(first), number(second)];
    return one < 0 || other < 0 ? -1 : one * 65_536 + other;
  };
  const nameCount = (term: string) => nameCounts[number(term)] ?? 0;
  const pairCount = (first: string, second: string) => {
    const pair = key(first, second);
    return pair < 0 ? 0 : (names.pairCounts[positionOf(names.pairKeys, pair)] ?? 0);
  };
  const written = new Set(bodies.words);
  const forms = formsByLength(bodies);
  return {
    count: (term) => documentCounts[number(term)] ?? 0,
    writes: (surface) => written.has(surface),
    forms: (length) => forms[length] ?? [],
    pairCount,
    lift: (first, second) => {
      const together = pairCount(first, second);
      if (together === 0) return 0;
      const [one, other] = [nameCount(first), nameCount(second)];
      const bound =
        together >= boundPairs && together / Math.max(1, Math.min(one, other)) >= boundShare ? boundLift : 0;
      return Math.max(bound, (together * facts.length) / Math.max(1, one * other));
    },
    bodyLift: (first, second) => {
      const row = positionOf(bodies.pairKeys, Math.max(0, key(first, second)));
      if (row < 0 || key(first, second) < 0) return 0;
      const together = (bodies.pairs.starts[row + 1] ?? 0) - (bodies.pairs.starts[row] ?? 0);
      const places = (term: string) =>
        (bodies.terms.starts[number(term) + 1] ?? 0) - (bodies.terms.starts[number(term)] ?? 0);
      return (together * bodies.lengths.length) / Math.max(1, places(first) * places(second));
    },
  };
}

function formsByLength({ words, wordCounts }: LexicalIndex['bodies']): WordForm[][] {
  const byLength: WordForm[][] = [];
  for (const [at, surface] of words.entries()) {
    const { term } = syllableOf(surface);
    const own = byLength[surface.length] ?? [];
    byLength[surface.length] = own;
    const letters = surface.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
    own.push({ surface, letters, term, count: wordCounts[at] ?? 0 });
  }
  return byLength;
}
