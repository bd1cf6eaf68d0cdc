/** Every name of every document: its title, its plain title, the ways of asking for it. */
import type { SearchDocument } from '../documents/search-document.ts';
import type { TermNumbers } from './body-index.ts';
import { everydayWords, type NameWord, titleWords } from './name-words.ts';
import { numberList } from './number-list.ts';
import { type Postings, postingsOf } from './postings.ts';

export const nameKinds = ['title', 'plain', 'way'] as const;

export interface NameIndex {
  /** Document and kind (index in {@link nameKinds}) of each name. */
  readonly documents: Uint32Array;
  readonly kinds: Uint8Array;
  /** Words of name n are `terms[starts[n] .. starts[n + 1])`, with `keys` (marked forms) and `weights` (0 to 1). */
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  readonly keys: Uint32Array;
  readonly weights: Float32Array;
  /** Rows are term numbers, places are names. */
  readonly postings: Postings;
  /** Sorted pairs of neighbours in names, with the number of documents that have them. */
  readonly pairKeys: Uint32Array;
  readonly pairCounts: Uint32Array;
}

export interface NameIndexOptions {
  /** False leaves ways of asking out. */
  readonly ways: boolean;
}

function* namesOf(document: SearchDocument, ways: boolean): Generator<readonly [kind: number, words: NameWord[]]> {
  if (document.title) yield [0, titleWords(document.title)];
  if (document.plainTitle) yield [1, everydayWords(document.plainTitle)];
  if (ways) for (const { say } of document.ways) yield [2, everydayWords(say)];
}

export interface NameReader {
  /** Takes the names of one document; the document itself is not kept. */
  add(document: SearchDocument): void;
  finish(): NameIndex;
}

/** Numbers terms and marked forms in the same table. */
export function nameReader({ number }: TermNumbers, { ways }: NameIndexOptions): NameReader {
  const lists = {
    document: numberList(1024),
    kind: numberList(1024),
    start: numberList(1024),
    term: numberList(),
    key: numberList(),
  };
  const weights: number[] = [];
  const posted = { row: numberList(), place: numberList(), count: numberList() };
  const pairs = new Map<number, number>();
  let documents = 0;
  const addName = (kind: number, words: readonly NameWord[]): number[] => {
    const name = lists.document.length;
    lists.document.push(documents);
    lists.kind.push(kind);
    lists.start.push(lists.term.length);
    const numbers = words.map(({ term }) => number(term));
    for (const [at, { key, weight }] of words.entries()) {
      lists.term.push(numbers[at] as number);
      lists.key.push(number(key));
      weights.push(weight);
    }
    for (const row of new Set(numbers)) {
      posted.row.push(row);
      posted.place.push(name);
      posted.count.push(1);
    }
    return numbers.slice(1).map((second, at) => (numbers[at] as number) * 65_536 + second);
  };
  return {
    add(document) {
      const own = new Set<number>();
      for (const [kind, words] of namesOf(document, ways))
        if (words.length > 0) for (const pair of addName(kind, words)) own.add(pair);
      for (const pair of own) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      documents += 1;
    },
    finish() {
      lists.start.push(lists.term.length);
      const pairKeys = Uint32Array.from(pairs.keys()).sort();
      return {
        documents: lists.document.values().slice(),
        kinds: Uint8Array.from(lists.kind.values()),
        starts: lists.start.values().slice(),
        terms: lists.term.values().slice(),
        keys: lists.key.values().slice(),
        weights: Float32Array.from(weights),
        postings: postingsOf(65_536, posted.row.values(), posted.place.values(), posted.count.values()),
        pairKeys,
        pairCounts: pairKeys.map((key) => pairs.get(key) ?? 0),
      };
    },
  };
}
