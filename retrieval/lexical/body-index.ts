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
}
const rows = (): Rows => ({ row: numberList(), place: numberList(), count: numberList() });

function addCounts({ row, place, count }: Rows, at: number, counts: ReadonlyMap<number, number>): void {
  for (const [key, times] of counts) {
    row.push(key);
    place.push(at);
    count.push(times);
  }
}

/** Reads every body once. Pairs that stand in one place alone are left out: they cost half the memory and find nothing. */
export function buildBodyIndex(documents: readonly SearchDocument[], { number }: TermNumbers): BodyIndex {
  const single = rows();
  const double = rows();
  const pairNumbers = new Map<number, number>();
  const pairKeys = numberList();
  const seen = new Map<string, number>();
  const lengths = new Uint32Array(documents.length * sections.length);
  for (const [index, document] of documents.entries()) {
    for (const [section, name] of sections.entries()) {
      const place = index * sections.length + section;
      const numbers = bodyTerms(document.body[name], seen).map(number);
      lengths[place] = numbers.length;
      addCounts(single, place, countOf(numbers));
      addCounts(double, place, countOf(pairsOf(numbers), pairNumbers, pairKeys));
    }
  }
  const terms = postingsOf(mostTerms + 1, single.row.values(), single.place.values(), single.count.values());
  const written = [...seen].filter(([word, count]) => count >= 3 && word.length <= 8 && /^\p{L}+$/u.test(word));
  const words = { words: written.map(([word]) => word), wordCounts: Uint32Array.from(written, ([, count]) => count) };
  return { terms: trimmed(terms), lengths, ...words, ...keepCommonPairs(pairKeys.values(), double) };
}

function countOf(keys: readonly number[], numbers?: Map<number, number>, list?: ReturnType<typeof numberList>): Map<number, number> {
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

const pairsOf = (numbers: readonly number[]): number[] =>
  numbers.slice(1).map((second, at) => (numbers[at] as number) * 65_536 + second);

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
  for (const [to, from] of kept.entries()) newRow[from] = to;
  const out = rows();
  const [oldRows, oldPlaces, oldCounts] = [row.values(), place.values(), count.values()];
  for (let at = 0; at < oldRows.length; at += 1) {
    const to = newRow[oldRows[at] as number] as number;
    if (to < 0) continue;
    out.row.push(to);
    out.place.push(oldPlaces[at] as number);
    out.count.push(oldCounts[at] as number);
  }
  return { pairKeys: kept.map((at) => keys[at] as number), pairs: postingsOf(kept.length, out.row.values(), out.place.values(), out.count.values()) };
}
