/** Postings over the bodies of documents: one place is one section of one document. */
import { type SearchDocument, sections } from '../documents/search-document.ts';
import { bodyTerms } from './body-terms.ts';
import { numberList } from './number-list.ts';
import { type Postings, positionOf } from './postings.ts';

/** Terms are numbered below this, so that a pair of them fits 32 bits. */
export const mostTerms = 0xffff;

export interface BodyIndex {
  /** Rows are term numbers; a place is `document * sections.length + section`. */
  readonly terms: Postings;
  /** Sorted `first * 65536 + second` of the pairs that stand in two places or more; row i of `pairs` is `pairKeys[i]`. */
  readonly pairKeys: Uint32Array;
  readonly pairs: Postings;
  /** Terms in each place. */
  readonly lengths: Uint32Array;
  /** Words as they are written, of letters only, that stand three times or more, with how often. */
  readonly words: readonly string[];
  readonly wordCounts: Uint32Array;
}

/** Numbers terms as they come; the same map serves names and bodies. */
export interface TermNumbers {
  readonly numbers: Map<string, number>;
  number(term: string): number;
}

export function termNumbers(known: Iterable<string> = []): TermNumbers {
  const numbers = new Map<string, number>();
  const number = (term: string) => {
    const found = numbers.get(term);
    if (found !== undefined) return found;
    const next = Math.min(numbers.size, mostTerms);
    if (next < mostTerms) numbers.set(term, next);
    return next;
  };
  for (const term of known) number(term);
  return { numbers, number };
}

export interface BodyReader {
  /** Takes the words of one document; the document itself is not kept. */
  add(document: SearchDocument): void;
  finish(): BodyIndex;
}

/**
 * Reads every body once into a stream of term numbers, from which the postings are made one after the other.
 * Pairs that stand in one place alone are left out: they cost half the memory and find nothing.
 */
export function bodyReader({ number }: TermNumbers): BodyReader {
  const stream = numberList(1 << 20);
  const lengths = numberList(1 << 14);
  const seen = new Map<string, number>();
  return {
    add(document) {
      for (const name of sections) {
        const before = stream.length;
        for (const term of bodyTerms(document.body[name], seen)) stream.push(number(term));
        lengths.push(stream.length - before);
      }
    },
    finish() {
      const written = [...seen].filter(([word, count]) => count >= 3 && word.length <= 8 && /^\p{L}+$/u.test(word));
      seen.clear();
      const words = {
        words: written.map(([word]) => word),
        wordCounts: Uint32Array.from(written, ([, count]) => count),
      };
      const index = postingsOfStream(stream.values(), lengths.values().slice());
      stream.clear();
      return { ...index, ...words };
    },
  };
}

type Index = Omit<BodyIndex, 'words' | 'wordCounts'>;

function postingsOfStream(stream: Uint32Array, lengths: Uint32Array): Index {
  const terms = countedPostings(stream, lengths, mostTerms + 1, (numbers) => numbers.slice().sort());
  const pairKeys = commonPairs(stream, lengths);
  const rowsOf = (numbers: Uint32Array) => rowsOfKeys(pairsOf(numbers).sort(), pairKeys);
  return { terms: trimmed(terms), lengths, pairKeys, pairs: countedPostings(stream, lengths, pairKeys.length, rowsOf) };
}

/** Calls `read` with the term numbers of each place. */
function eachPlace(
  stream: Uint32Array,
  lengths: Uint32Array,
  read: (numbers: Uint32Array, place: number) => void,
): void {
  let at = 0;
  for (const [place, length] of lengths.entries()) {
    read(stream.subarray(at, at + length), place);
    at += length;
  }
}

/** Calls `read` for each run of equal values in a sorted list. */
function eachRun(sorted: Uint32Array, read: (value: number, times: number) => void): void {
  let from = 0;
  for (let at = 1; at <= sorted.length; at += 1) {
    if (at < sorted.length && sorted[at] === sorted[from]) continue;
    read(sorted[from] as number, at - from);
    from = at;
  }
}

/** Counts first and fills then: no list of all occurrences is ever held. `rowsOf` gives the sorted rows of a place. */
function countedPostings(
  stream: Uint32Array,
  lengths: Uint32Array,
  rows: number,
  rowsOf: (numbers: Uint32Array) => Uint32Array,
): Postings {
  const starts = new Uint32Array(rows + 1);
  eachPlace(stream, lengths, (numbers) =>
    eachRun(rowsOf(numbers), (row) => {
      starts[row + 1] = (starts[row + 1] as number) + 1;
    }),
  );
  for (let row = 0; row < rows; row += 1) starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const next = starts.slice();
  const places = new Uint32Array(starts[rows] as number);
  const counts = new Uint8Array(places.length);
  eachPlace(stream, lengths, (numbers, place) =>
    eachRun(rowsOf(numbers), (row, times) => {
      const to = next[row] as number;
      next[row] = to + 1;
      places[to] = place;
      counts[to] = Math.min(255, times);
    }),
  );
  return { starts, places, counts };
}

/** Pairs that stand in two places or more, sorted. */
function commonPairs(stream: Uint32Array, lengths: Uint32Array): Uint32Array {
  const all = numberList(1 << 20);
  eachPlace(stream, lengths, (numbers) => eachRun(pairsOf(numbers).sort(), (pair) => all.push(pair)));
  const common = numberList();
  eachRun(all.values().sort(), (pair, places) => {
    if (places > 1) common.push(pair);
  });
  return common.values().slice();
}

/** Rows of sorted pairs among the sorted keys, in order; pairs without a row are left out. */
function rowsOfKeys(pairs: Uint32Array, keys: Uint32Array): Uint32Array {
  let to = 0;
  for (const pair of pairs) {
    const row = positionOf(keys, pair);
    if (row >= 0) pairs[to++] = row;
  }
  return pairs.subarray(0, to);
}

const pairsOf = (numbers: Uint32Array): Uint32Array =>
  numbers.subarray(1).map((second, at) => (numbers[at] as number) * 65_536 + second);

/** Rows after the last term that occurs are empty: drop them. */
function trimmed({ starts, places, counts }: Postings): Postings {
  let last = starts.length - 1;
  while (last > 0 && starts[last - 1] === places.length) last -= 1;
  return { starts: starts.slice(0, last + 1), places, counts };
}
