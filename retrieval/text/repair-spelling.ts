/** Mends what typing did to words: short forms, keys of telex and VNI, words run together, one-letter slips. */
import { abbreviations } from '../lexicon/abbreviations.ts';
import { chatWords, chatWordsBeside } from '../lexicon/chat.ts';
import { everydayWords } from '../lexicon/everyday-words.ts';
import { type Replacement, replacementTable, replacePhrases } from './replace-phrases.ts';
import { readTypedKeys } from './typed-keys.ts';
import { syllableOf, type Token } from './syllable.ts';
import { isSyllable } from './vietnamese-syllable.ts';
import type { Vocabulary } from './vocabulary.ts';

const domain = replacementTable(abbreviations.flatMap(([short, full]) => [[short, full] as const]));
const chat = replacementTable(chatWords);
const beside = replacementTable(
  chatWordsBeside.flatMap(({ short, full, after, before }) => [
    ...(after ?? '').split('|').filter(Boolean).flatMap((word) => short.split('|').map((one) => [`${word} ${one}`, `${word} ${full}`] as const)),
    ...(before ?? '').split('|').filter(Boolean).flatMap((word) => short.split('|').map((one) => [`${one} ${word}`, `${full} ${word}`] as const)),
  ]),
);

const everyday = new Set(everydayWords.map((word) => syllableOf(word).term));

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
  const out: Token[] = [];
  for (const [index, token] of short.tokens.entries()) {
    const next = short.tokens[index + 1];
    const mended = mendToken(token, out.at(-1), next, vocabulary);
    if (mended) repaired.push({ from: token.surface, to: mended.join(' ') });
    out.push(...(mended ? mended.map((surface, at) => ({ ...token, ...syllableOf(surface), afterBreak: token.afterBreak && at === 0 })) : [token]));
  }
  return { tokens: out, repaired, unmarked };
}

const wellKnown = 3;

function mendToken(token: Token, before: Token | undefined, after: Token | undefined, vocabulary: Vocabulary): string[] | null {
  const { surface, term } = token;
  if (/^\d/.test(surface) || everyday.has(term) || vocabulary.count(term) >= wellKnown) return mendDrawnOut(token);
  const typed = isSyllable(term) && !surface.includes('oong') ? null : readTypedKeys(surface);
  if (typed) return [typed];
  if (surface.length < 3) return null;
  const apart = isSyllable(term) ? null : takeApart(term, vocabulary);
  return apart ?? mendSlip(token, before, after, vocabulary);
}

/** A known folded word may still be written with letters drawn out ("khôông"). */
const mendDrawnOut = ({ surface }: Token): string[] | null => {
  const read = /([âêôơưđ])\1/.test(surface) ? readTypedKeys(surface) : null;
  return read ? [read] : null;
};

/** "khaisinh" → "khai sinh", where the index knows the pair. */
function takeApart(term: string, vocabulary: Vocabulary): string[] | null {
  for (let at = 2; at <= term.length - 2; at += 1) {
    const first = term.slice(0, at);
    const second = term.slice(at);
    if (isSyllable(first) && isSyllable(second) && vocabulary.pairCount(first, second) > 0) return [first, second];
  }
  return null;
}

/** How much oftener than by chance two words must be neighbours before one is changed for the other's sake. */
const strongPair = 5;

const letters = 'abcdeghiklmnopqrstuvxy';

/** Every word one slip away: a letter too many, too few, another one, or two the wrong way round. */
function oneSlipAway(term: string): Set<string> {
  const near = new Set<string>();
  for (let at = 0; at <= term.length; at += 1) {
    const head = term.slice(0, at);
    const tail = term.slice(at);
    if (tail.length > 0) near.add(head + tail.slice(1));
    if (tail.length > 1) near.add(head + (tail[1] ?? '') + (tail[0] ?? '') + tail.slice(2));
    for (const letter of letters) {
      near.add(head + letter + tail);
      if (tail.length > 0) near.add(head + letter + tail.slice(1));
    }
  }
  near.delete(term);
  return near;
}

/** The neighbour pairs that the index knows decide; without any, only a word of impossible shape is changed. */
function mendSlip(token: Token, before: Token | undefined, after: Token | undefined, vocabulary: Vocabulary): string[] | null {
  if (token.term.length > 8 || /[^a-z]/.test(token.term)) return null;
  let best: { term: string; score: number } | null = null;
  for (const term of oneSlipAway(token.term)) {
    const count = vocabulary.count(syllableOf(term).term);
    if (count < wellKnown || !isSyllable(term)) continue;
    const support = Math.max(vocabulary.lift(before?.term ?? '', term), vocabulary.lift(term, after?.term ?? ''));
    if (isSyllable(token.term) && (support < strongPair || everyday.has(token.term))) continue;
    const score = Math.log1p(support) * 4 + Math.log1p(count);
    if (!best || score > best.score) best = { term, score };
  }
  return best && [best.term];
}
