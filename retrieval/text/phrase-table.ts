/** Finds known wordings in a text: marked text must match marks, unmarked text matches folded. */
import { cleanText } from './clean-text.ts';
import { wordingsOf } from './phrase-pattern.ts';
import { type Syllable, tokensOf } from './syllable.ts';

export interface PhraseMatch<T> {
  readonly value: T;
  /** Index of the first token and of the one after the last. */
  readonly start: number;
  readonly end: number;
  /** Found without marks: somebody typed none, or left them off here. */
  readonly folded: boolean;
}

interface Wording<T> {
  readonly keys: readonly string[];
  readonly value: T;
  readonly strict: boolean;
}

export interface PhraseTable<T> {
  /** Every match, by start and then longest first; they may overlap. `unmarked`: the whole text carries no marks. */
  find(tokens: readonly Syllable[], options: { unmarked: boolean }): PhraseMatch<T>[];
}

/** Builds a table from patterns (see phrase-pattern.ts). A pattern that begins with `=` never matches without its marks. */
export function phraseTable<T>(entries: Iterable<readonly [pattern: string, value: T]>): PhraseTable<T> {
  const table: Table<T> = { wordings: new Map(), beginnings: new Set() };
  for (const [pattern, value] of entries) {
    const strict = pattern.startsWith('=');
    for (const wording of wordingsOf(pattern.replace(/^=/, ''))) addWording(table, wording, { value, strict });
  }
  return {
    find: (tokens, { unmarked }) =>
      tokens.flatMap((_token, start) => matchesAt(table, tokens, start, unmarked).sort((a, b) => b.end - a.end)),
  };
}

/** Wordings by their folded words, and every beginning of one: two flat tables cost a fraction of a tree's memory. */
interface Table<T> {
  readonly wordings: Map<string, Wording<T>[]>;
  readonly beginnings: Set<string>;
}

function addWording<T>({ wordings, beginnings }: Table<T>, wording: string, entry: Omit<Wording<T>, 'keys'>): void {
  const tokens = tokensOf(cleanText(wording));
  if (tokens.length === 0) return;
  const terms = tokens.map(({ term }) => term);
  for (let length = 1; length < terms.length; length += 1) beginnings.add(terms.slice(0, length).join(' '));
  const whole = terms.join(' ');
  const known = wordings.get(whole) ?? [];
  known.push({ keys: tokens.map(({ key }) => key), ...entry });
  wordings.set(whole, known);
}

function matchesAt<T>(
  { wordings, beginnings }: Table<T>,
  tokens: readonly Syllable[],
  start: number,
  unmarked: boolean,
): PhraseMatch<T>[] {
  const found: PhraseMatch<T>[] = [];
  let words = '';
  for (let end = start; end < tokens.length; end += 1) {
    words = end === start ? (tokens[end]?.term ?? '') : `${words} ${tokens[end]?.term ?? ''}`;
    for (const wording of wordings.get(words) ?? []) {
      const agreement = agree(wording.keys, tokens, start, unmarked);
      if (agreement === 'exact' || (agreement && !wording.strict))
        found.push({ value: wording.value, start, end: end + 1, folded: agreement === 'folded' });
    }
    if (!beginnings.has(words)) break;
  }
  return found;
}

/** A word without marks in a marked text is a slip, and one that carries other marks a bigger one. */
function agree(
  keys: readonly string[],
  tokens: readonly Syllable[],
  start: number,
  unmarked: boolean,
): 'exact' | 'folded' | null {
  let omitted = 0;
  let others = 0;
  for (const [index, key] of keys.entries()) {
    const token = tokens[start + index];
    if (token?.key === key) continue;
    if (token?.marked) others += 1;
    else omitted += 1;
  }
  if (omitted + others === 0) return 'exact';
  if (unmarked) return 'folded';
  if (keys.length === 1) return null;
  if (others > 0 && (keys.length < 3 || others > 1 || omitted > 0)) return null;
  return 'folded';
}

/** Keeps the longest matches that do not overlap; of two as long, the first. */
export function longestMatches<T>(matches: readonly PhraseMatch<T>[]): PhraseMatch<T>[] {
  const taken = new Set<number>();
  const kept: PhraseMatch<T>[] = [];
  for (const match of [...matches].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    const span = Array.from({ length: match.end - match.start }, (_none, index) => match.start + index);
    if (span.some((at) => taken.has(at))) continue;
    for (const at of span) taken.add(at);
    kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}
