/** Puts other words in the place of known wordings, leaving the rest as it is. */
import { cleanText } from './clean-text.ts';
import { longestMatches, type PhraseTable, phraseTable } from './phrase-table.ts';
import { type Token, tokensOf } from './syllable.ts';

export interface Replacement {
  readonly from: string;
  readonly to: string;
}

export interface Replaced {
  readonly tokens: Token[];
  readonly replaced: Replacement[];
}

/** A table from wordings to the words that stand for them. */
export const replacementTable = (
  entries: Iterable<readonly [pattern: string, words: string]>,
): PhraseTable<readonly Token[]> =>
  phraseTable([...entries].map(([pattern, words]) => [pattern, tokensOf(cleanText(words))] as const));

/** Replaces the longest known wordings. A wording that is one unmarked word of an unmarked text is left alone. */
export function replacePhrases(
  tokens: readonly Token[],
  table: PhraseTable<readonly Token[]>,
  { unmarked, single }: { unmarked: boolean; single: boolean },
): Replaced {
  const matches = longestMatches(
    table.find(tokens, { unmarked }).filter((match) => single || !match.folded || match.end - match.start > 1),
  );
  const out: Token[] = [];
  const replaced: Replacement[] = [];
  let at = 0;
  for (const { start, end, value } of matches) {
    out.push(...tokens.slice(at, start), ...value.map((token, index) => placed(token, tokens[start], index)));
    const from = words(tokens.slice(start, end));
    if (from !== words(value)) replaced.push({ from, to: words(value) });
    at = end;
  }
  out.push(...tokens.slice(at));
  return { tokens: out, replaced };
}

/** The new words stand where the first of the old ones stood. */
const placed = (token: Token, first: Token | undefined, index: number): Token => ({
  ...token,
  at: first?.at ?? 0,
  afterBreak: index === 0 && (first?.afterBreak ?? false),
});

const words = (tokens: readonly Token[]) => tokens.map(({ surface }) => surface).join(' ');
