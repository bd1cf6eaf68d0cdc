/** Reads a question: its words and their weight, what is asked of them, which sibling is meant. */

import type { Facet } from '../../knowledge/index.ts';
import { numberWords, personPhrases, politePhrases, smallWords } from '../lexicon/fillers.ts';
import { modifierPhrases } from '../lexicon/modifiers.ts';
import { nouns, sameWords, wholeNames } from '../lexicon/nouns.ts';
import { cleanText } from '../text/clean-text.ts';
import { wordingsOf } from '../text/phrase-pattern.ts';
import { longestMatches, type PhraseMatch, phraseTable } from '../text/phrase-table.ts';
import { repairSpelling } from '../text/repair-spelling.ts';
import { replacementTable } from '../text/replace-phrases.ts';
import { type Token, tokensOf } from '../text/syllable.ts';
import { noVocabulary, type Vocabulary } from '../text/vocabulary.ts';
import { clausesOf } from './clauses.ts';
import { readDeaths } from './died-or-lost.ts';
import { facetsIn } from './read-facets.ts';
import type { Reading, Word, WordKind } from './reading.ts';
import { weighClauses } from './weigh-clauses.ts';

const things = replacementTable([
  ...nouns,
  ...wholeNames.flatMap((pattern) => wordingsOf(pattern).map((wording) => [wording, wording] as const)),
]);
const same = replacementTable(sameWords);
const modifiers = phraseTable(modifierPhrases);
type Empty = 'polite' | 'person' | 'number' | 'small';
const empties = phraseTable<Empty>([
  ...politePhrases.map((pattern) => [pattern, 'polite'] as const),
  ...personPhrases.map((pattern) => [pattern, 'person'] as const),
  ...numberWords.map((pattern) => [pattern, 'number'] as const),
  ...smallWords.map((pattern) => [pattern, 'small'] as const),
]);

/** More words than this are not read: no question needs more. */
export const mostWords = 400;

/** Reads a question. Works without a vocabulary; with one it also mends slips. Never throws. */
export function analyse(text: string, vocabulary: Vocabulary = noVocabulary): Reading {
  const cleaned = cleanText(text);
  const { tokens: mended, repaired, unmarked } = repairSpelling(tokensOf(cleaned).slice(0, mostWords), vocabulary);
  const tokens = readDeaths(mended);
  const names = longestMatches(
    things.find(tokens, { unmarked }).filter(({ folded, start, end }) => !folded || end - start > 1),
  );
  const claimed = spanOf(names);
  const { facets, spans } = facetsIn(tokens, unmarked, claimed);
  const words = wordsOf({ tokens, names, spans, unmarked, vocabulary });
  const told = (list: readonly Token[] | readonly Word[]) =>
    longestMatches(modifiers.find(list, { unmarked }).filter(({ folded, start, end }) => !folded || end - start > 1));
  const found = told(words);
  return {
    words: weighClauses(oneWordForAll(raiseModifiers(words, found), unmarked)),
    facets,
    modifiers: [...new Set([...[...told(tokens), ...found].map(({ value }) => value), ...agesOf(tokens)])],
    repaired: [
      ...repaired,
      ...names
        .map(({ start, end, value }) => ({ from: say(tokens.slice(start, end)), to: say(value) }))
        .filter(({ from, to }) => from !== to),
    ],
    clauses: [cleaned],
  };
}

/** Which facets a text asks, strongest first; empty when none. */
export const readFacets = (text: string): readonly Facet[] => analyse(text).facets;

/** "8t", "3 tuổi", "mới 5 tháng tuổi": a child. */
function agesOf(tokens: readonly Token[]): 'child'[] {
  const young = tokens.some(({ surface, term }, at) => {
    const [, figure, unit] = /^(\d{1,2})(t|tuoi)?$/.exec(term) ?? [];
    const next = tokens[at + 1]?.term;
    const before = tokens[at - 1]?.term;
    if (!figure || before === 'tu' || before === 'du' || /^0/.test(surface)) return false;
    return (
      Number(figure) < 14 &&
      (unit !== undefined || next === 'tuoi' || (next === 'thang' && tokens[at + 2]?.term === 'tuoi'))
    );
  });
  return young ? ['child'] : [];
}

const say = (tokens: readonly Token[]) => tokens.map(({ surface }) => surface).join(' ');

function spanOf(matches: readonly { readonly start: number; readonly end: number }[]): Set<number> {
  return new Set(
    matches.flatMap(({ start, end }) => Array.from({ length: end - start }, (_none, index) => start + index)),
  );
}

interface Parts {
  readonly tokens: readonly Token[];
  readonly names: readonly PhraseMatch<readonly Token[]>[];
  readonly spans: readonly { readonly start: number; readonly end: number; readonly folded: boolean }[];
  readonly unmarked: boolean;
  readonly vocabulary: Vocabulary;
}

function wordsOf({ tokens, names, spans, unmarked, vocabulary }: Parts): Word[] {
  const claimed = spanOf(names);
  const asking = spanOf(spans);
  const free = empties.find(tokens, { unmarked }).filter(({ start, end }) => {
    for (let at = start; at < end; at += 1) if (claimed.has(at) || asking.has(at)) return false;
    return true;
  });
  const empty = new Map<number, PhraseMatch<Empty>>();
  for (const match of longestMatches(free)) for (const at of spanOf([match])) empty.set(at, match);
  const named = new Map(names.map((match) => [match.start, match]));
  const clauses = clausesOf(tokens);
  const words: Word[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const name = named.get(at);
    if (name) {
      words.push(...name.value.map((token) => wordOf(token, 'topic', 1, clauses[at])));
      at = name.end - 1;
    } else
      words.push({
        ...plainWord(tokens[at] as Token, asking.has(at), empty.get(at), unmarked),
        clause: clauses[at] as number,
      });
  }
  return rescuePairs(words, vocabulary, unmarked);
}

function plainWord(token: Token, asks: boolean, empty: PhraseMatch<Empty> | undefined, unmarked: boolean): Word {
  // "Cách khai tử", "đăng ký ở đâu": the act in an asking phrase is still of the topic.
  if (asks) return acts.has(token.term) ? wordOf(token, 'topic', 0.8) : wordOf(token, 'facet', 0);
  if (!empty) return wordOf(token, 'topic', /^\d+$/.test(token.surface) ? 0.5 : 1);
  const alone = empty.end - empty.start === 1;
  if (empty.value === 'polite') return wordOf(token, 'polite', unmarked && alone ? 0.05 : 0);
  const doubtful = unmarked && alone;
  return wordOf(token, 'polite', empty.value === 'person' || empty.value === 'number' ? 0.1 : doubtful ? 0.15 : 0);
}

const wordOf = ({ surface, key, term, marked, at }: Token, kind: WordKind, weight: number, clause = 0): Word => ({
  surface,
  key,
  term,
  marked,
  folded: term,
  kind,
  weight,
  clause,
  at,
});

const acts = new Set('dang ki khai cap doi thue sua chuyen tach'.split(' '));

const strongPair = 8;
/** Enough where the missing marks leave the word open. */
const knownPair = 1.5;

/** A word of no weight that makes a pair known from titles with a neighbour of weight is part of the topic. */
function rescuePairs(words: readonly Word[], vocabulary: Vocabulary, unmarked: boolean): Word[] {
  // In unmarked text two doubtful words may save each other ("tam vang"); in marked text one must be of the topic.
  const counts = (word: Word | undefined): word is Word =>
    word !== undefined && (word.kind === 'topic' || (unmarked && word.weight > 0));
  return words.map((word, at) => {
    if (word.weight >= 0.9 || word.kind === 'facet' || (unmarked && word.weight === 0)) return word;
    const before = words[at - 1];
    const after = words[at + 1];
    const lift = Math.max(
      counts(before) ? vocabulary.lift(before.term, word.term) : 0,
      counts(after) ? vocabulary.lift(word.term, after.term) : 0,
    );
    const person = word.weight === 0.1;
    return lift > (unmarked && !person ? knownPair : strongPair)
      ? { ...word, kind: 'topic' as const, weight: unmarked ? 0.9 : 0.6 }
      : word;
  });
}

const telling = new Set('lai doi tam moi thoi ngoai trong hoi mat'.split(' '));

/** The words that tell a sibling are part of the topic, small as they may be ("lại"). */
function raiseModifiers(words: readonly Word[], found: readonly PhraseMatch<string>[]): Word[] {
  const spans = spanOf(found);
  return words.map((word, at) =>
    spans.has(at) && telling.has(word.term)
      ? { ...word, kind: 'modifier' as const, weight: Math.max(word.weight, 0.9) }
      : word,
  );
}

/** "Ba", "bố" and "cha" are one word for the index. */
export function oneWordForAll<T extends Token | Word>(words: readonly T[], unmarked: boolean): T[] {
  const matches = longestMatches(
    same.find(words, { unmarked }).filter(({ folded, start, end }) => !folded || end - start > 1),
  );
  const out: T[] = [];
  let at = 0;
  for (const { start, end, value } of matches) {
    const heaviest = words
      .slice(start, end)
      .reduce((one, other) => ('weight' in one && 'weight' in other && other.weight > one.weight ? other : one));
    const whole = end - start > 1 && 'weight' in heaviest ? { kind: 'topic' as const, weight: 1 } : {};
    out.push(
      ...words.slice(at, start),
      ...value.map(({ surface, key, term, marked }) => ({
        ...heaviest,
        ...whole,
        surface,
        key,
        term,
        marked,
        folded: term,
      })),
    );
    at = end;
  }
  return [...out, ...words.slice(at)];
}
