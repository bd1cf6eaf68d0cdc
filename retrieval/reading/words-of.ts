/** Turns the tokens of a question into words with their kind and weight. */
import { type Empty, emptyPhrases } from '../lexicon/fillers.ts';
import { longestMatches, type PhraseMatch, phraseTable } from '../text/phrase-table.ts';
import type { Token } from '../text/syllable.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { clausesOf } from './clauses.ts';
import { topicShare } from './collisions.ts';
import type { Word, WordKind } from './reading.ts';

const empties = phraseTable<Empty>(emptyPhrases);

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
  // Without marks a word may be another one, but "… đây?" at the end of a clause is a particle.
  const isOpen = (at: number) => unmarked && !(empty.get(at)?.value === 'polite' && clauses[at + 1] !== clauses[at]);
  const words: Word[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const name = named.get(at);
    if (name) {
      words.push(...name.value.map((token) => wordOf(token, 'topic', 1, clauses[at])));
      at = name.end - 1;
    } else
      words.push({
        ...plainWord(tokens[at] as Token, asking.has(at), empty.get(at), isOpen(at) ? vocabulary : null),
        clause: clauses[at] as number,
      });
  }
  return rescuePairs(words, vocabulary, unmarked);
}

/** `open` is null where marks leave no doubt which word it is. */
function plainWord(token: Token, asks: boolean, empty: PhraseMatch<Empty> | undefined, open: Vocabulary | null): Word {
  // "Cách khai tử", "đăng ký ở đâu": the act in an asking phrase is still of the topic.
  if (asks) return acts.has(token.term) ? wordOf(token, 'topic', 0.8) : wordOf(token, 'facet', 0);
  if (!empty) return wordOf(token, 'topic', /^\d+$/.test(token.surface) ? 0.5 : 1);
  const doubtful = empty.end - empty.start === 1 ? open : null;
  const topical = doubtful ? mostTopical * topicShare(token.term, doubtful) ** 4 : 0;
  return wordOf(token, 'polite', (doubtful ? leastOpen : least)[empty.value] + topical);
}

/** What an empty word counts; in unmarked text it may be another word. */
const least: Record<Empty, number> = { polite: 0, person: 0.1, number: 0.1, small: 0 };
const leastOpen: Record<Empty, number> = { polite: 0.05, person: 0.1, number: 0.1, small: 0.15 };
/** What a word counts beside that when published texts with its letters never mean the empty word. */
const mostTopical = 0.8;

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
/** Below this share of topic words, letters nearly always mean the empty word, and only a strong pair saves it. */
const leastShare = 0.2;

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
    const open = unmarked && topicShare(word.term, vocabulary) >= leastShare;
    return lift > (open ? knownPair : strongPair)
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
