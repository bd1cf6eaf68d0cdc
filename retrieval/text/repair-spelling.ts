/** Mends what typing did to words: short forms, keys of telex and VNI, words run together, one-letter slips. */
import { abbreviations } from '../lexicon/abbreviations.ts';
import { chatWords, chatWordsBeside } from '../lexicon/chat.ts';
import { mendWord } from './mend-word.ts';
import { type Replacement, replacementTable, replacePhrases } from './replace-phrases.ts';
import { syllableOf, type Token } from './syllable.ts';
import { readTypedKeys } from './typed-keys.ts';
import { isSyllable } from './vietnamese-syllable.ts';
import type { Vocabulary } from './vocabulary.ts';

const domain = replacementTable(abbreviations.flatMap(([short, full]) => [[short, full] as const]));
const chat = replacementTable(chatWords);
const beside = replacementTable(
  chatWordsBeside.flatMap(({ short, full, after, before }) => [
    ...(after ?? '')
      .split('|')
      .filter(Boolean)
      .flatMap((word) => short.split('|').map((one) => [`${word} ${one}`, `${word} ${full}`] as const)),
    ...(before ?? '')
      .split('|')
      .filter(Boolean)
      .flatMap((word) => short.split('|').map((one) => [`${one} ${word}`, `${full} ${word}`] as const)),
  ]),
);

export interface Expanded {
  readonly tokens: Token[];
  readonly repaired: Replacement[];
}

export interface Mended extends Expanded {
  /** The writer leaves marks off: fewer than one word in six carried any, as typed or by the keys of telex and VNI. */
  readonly unmarked: boolean;
}

/** Expands the short forms of the offices' own language; used for titles too. */
export const expandAbbreviations = (tokens: readonly Token[]): Expanded => {
  const { tokens: out, replaced } = replacePhrases(tokens, domain, { unmarked: true, single: true });
  return { tokens: out, repaired: replaced };
};

function isUnmarked(tokens: readonly Token[]): boolean {
  const letters = tokens.filter(({ surface }) => /\p{L}/u.test(surface));
  const marked = letters.filter((token) => token.marked || (!isSyllable(token.term) && readTypedKeys(token.surface)));
  return marked.length * 6 < letters.length;
}

/** Domain short forms first, then chat, then keys, then slips; a word that the index knows well is left alone. */
export function repairSpelling(tokens: readonly Token[], vocabulary: Vocabulary): Mended {
  const unmarked = isUnmarked(tokens);
  const own = expandAbbreviations(tokens);
  const near = replacePhrases(own.tokens, beside, { unmarked: true, single: true });
  const short = replacePhrases(near.tokens, chat, { unmarked, single: false });
  const repaired = [...own.repaired, ...near.replaced, ...short.replaced];
  const telex = short.tokens.some(
    ({ surface, term }) => !isSyllable(term) && /[sfrxjw]$/.test(surface) && readTypedKeys(surface) !== null,
  );
  const out: Token[] = [];
  for (const [index, token] of short.tokens.entries()) {
    const next = short.tokens[index + 1];
    const mended = mendWord(token, { before: out.at(-1), after: next, unmarked, telex }, vocabulary);
    if (mended) repaired.push({ from: token.surface, to: mended.join(' ') });
    out.push(
      ...(mended
        ? mended.map((surface, at) => ({ ...token, ...syllableOf(surface), afterBreak: token.afterBreak && at === 0 }))
        : [token]),
    );
  }
  return { tokens: out, repaired, unmarked };
}
