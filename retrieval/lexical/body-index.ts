/** Postings over the bodies of documents: one place is one section of one document. */
import { type SearchDocument, sections } from '../documents/search-document.ts';
import { bodyTerms } from './body-terms.ts';
import { numberList } from './number-list.ts';
import { type Postings, postingsOf } from './postings.ts';

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

interface Rows {
  readonly row: ReturnType<typeof numberList>;
  readonly place: ReturnType<typeof numberList>;
  readonly count: ReturnType<typeof numberList>;
  clear(): void;
}

function rows(): Rows {
  const lists = { row: numberList(), place: numberList(), count: numberList() };
  const clear = () => {
    for (const list of Object.values(lists)) list.clear();
  };
  return { ...lists, clear };
}

function addCounts({ row, place, count }: Rows, at: number, counts: ReadonlyMap<number, number>): void {
  for (const [key, times] of counts) {
    row.push(key);
    place.push(at);
    count.push(times);
  }
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

function postingsOfStream(stream: Uint32Array, lengths: Uint32Array): Omit<BodyIndex, 'words' | 'wordCounts'> {
  const single = rows();
  eachPlace(stream, lengths, (place, numbers) => addCounts(single, place, countOf(numbers)));
  const terms = trimmed(postingsOf(mostTerms + 1, single.row.values(), single.place.values(), single.count.values()));
  single.clear();
  const double = rows();
  const pairNumbers = new Map<number, number>();
  const pairKeys = numberList();
  eachPlace(stream, lengths, (place, numbers) =>
    addCounts(double, place, countOf(pairsOf(numbers), pairNumbers, pairKeys)),
  );
  pairNumbers.clear();
  return { terms, lengths, ...keepCommonPairs(pairKeys.values(), double) };
}

function eachPlace(
  stream: Uint32Array,
  lengths: Uint32Array,
  read: (place: number, numbers: Uint32Array) => void,
): void {
  let at = 0;
  for (const [place, length] of lengths.entries()) {
    read(place, stream.subarray(at, at + length));
    at += length;
  }
}

function countOf(
  keys: Uint32Array,
  numbers?: Map<number, number>,
  list?: ReturnType<typeof numberList>,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const key of keys) {
    let at = key;
    if (numbers && list) {
      const known = numbers.get(key);
      at = known ?? numbers.size;
      if (known === undefined) {
        numbers.set(key, at);
        list.push(key);
      }
    }
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return counts;
}

const pairsOf = (numbers: Uint32Array): Uint32Array =>
  numbers.subarray(1).map((second, at) => (numbers[at] as number) * 65_536 + second);

/** Rows after the last term that occurs are empty: drop them. */
function trimmed({ starts, places, counts }: Postings): Postings {
  let last = starts.length - 1;
  while (last > 0 && starts[last - 1] === places.length) last -= 1;
  return { starts: starts.slice(0, last + 1), places, counts };
}

function keepCommonPairs(keys: Uint32Array, { row, place, count }: Rows): { pairKeys: Uint32Array; pairs: Postings } {
  const places = new Uint32Array(keys.length);
  for (const at of row.values()) places[at] = (places[at] ?? 0) + 1;
  const kept = Uint32Array.from({ length: keys.length }, (_none, at) => at).filter((at) => (places[at] ?? 0) > 1);
  kept.sort((a, b) => (keys[a] as number) - (keys[b] as number));
  const newRow = new Int32Array(keys.length).fill(-1);
  for (const [position, from] of kept.entries()) newRow[from] = position;
  // In place: what is kept never stands behind what it came from.
  let to = 0;
  const [ownRows, ownPlaces, ownCounts] = [row.values(), place.values(), count.values()];
  for (let at = 0; at < ownRows.length; at += 1) {
    const found = newRow[ownRows[at] as number] as number;
    if (found < 0) continue;
    ownRows[to] = found;
    ownPlaces[to] = ownPlaces[at] as number;
    ownCounts[to] = ownCounts[at] as number;
    to += 1;
  }
  return {
    pairKeys: kept.map((at) => keys[at] as number),
    pairs: postingsOf(
      kept.length,
      row.values().subarray(0, to),
      place.values().subarray(0, to),
      count.values().subarray(0, to),
    ),
  };
}
