/** Turns the tokens of a question into words with their kind and weight. */
import { numberWords, personPhrases, politePhrases, smallWords } from '../lexicon/fillers.ts';
import { longestMatches, type PhraseMatch, phraseTable } from '../text/phrase-table.ts';
import type { Token } from '../text/syllable.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { clausesOf } from './clauses.ts';
import type { Word, WordKind } from './reading.ts';

type Empty = 'polite' | 'person' | 'number' | 'small';
const empties = phraseTable<Empty>([
  ...politePhrases.map((pattern) => [pattern, 'polite'] as const),
  ...personPhrases.map((pattern) => [pattern, 'person'] as const),
  ...numberWords.map((pattern) => [pattern, 'number'] as const),
  ...smallWords.map((pattern) => [pattern, 'small'] as const),
]);

/** The indices that matches cover. */
export function spanOf(matches: readonly { readonly start: number; readonly end: number }[]): Set<number> {
  return new Set(
    matches.flatMap(({ start, end }) => Array.from({ length: end - start }, (_none, index) => start + index)),
  );
}

export interface Parts {
  readonly tokens: readonly Token[];
  readonly names: readonly PhraseMatch<readonly Token[]>[];
  readonly spans: readonly { readonly start: number; readonly end: number; readonly folded: boolean }[];
  readonly unmarked: boolean;
  readonly vocabulary: Vocabulary;
}

/** Words in order: everyday names replaced, asking phrases and empty words weighed down, known pairs kept whole. */
export function wordsOf({ tokens, names, spans, unmarked, vocabulary }: Parts): Word[] {
  const claimed = spanOf(names);
  const asking = spanOf(spans);
  const free = empties.find(tokens, { unmarked }).filter(({ start, end }) => {
    for (let at = start; at < end; at += 1) if (claimed.has(at) || asking.has(at)) return false;
    return true;
  });
  const empty = new Map<number, PhraseMatch<Empty>>();
  for (const match of longestMatches(free)) for (const at of spanOf([match])) empty.set(at, match);
  const named = new Map(names.map((match) => [match.start, match]));
  const clauses = clausesOf(tokens, claimed);
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
export function raiseModifiers(words: readonly Word[], found: readonly PhraseMatch<string>[]): Word[] {
  const spans = spanOf(found);
  return words.map((word, at) =>
    spans.has(at) && telling.has(word.term)
      ? { ...word, kind: 'modifier' as const, weight: Math.max(word.weight, 0.9) }
      : word,
  );
}
