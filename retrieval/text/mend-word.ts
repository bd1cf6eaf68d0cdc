/** Chooses what one misspelt word was meant to be, by its neighbours. */
import { everydayWords } from '../lexicon/everyday-words.ts';
import { isKnownPair, isKnownWord } from './known-pairs.ts';
import { struckTwice, wordsOneSlipAway } from './slips.ts';
import { type Syllable, syllableOf, type Token } from './syllable.ts';
import { loans, readTypedKeys } from './typed-keys.ts';
import { isSyllable } from './vietnamese-syllable.ts';
import type { Vocabulary } from './vocabulary.ts';

const everyday = new Set(everydayWords.map((word) => syllableOf(word).key));
const everydayTerms = new Set(everydayWords.map((word) => syllableOf(word).term));
const wellKnown = 3;

export interface Around {
  readonly before: Syllable | undefined;
  readonly after: Syllable | undefined;
  readonly unmarked: boolean;
  /** Another word of the text is plainly typed in telex. */
  readonly telex: boolean;
}

/** The words meant, usually one; `null` leaves the word as it is. */
export function mendWord(token: Token, around: Around, vocabulary: Vocabulary): string[] | null {
  const { surface, term } = token;
  if (/\d/.test(surface)) return listed(/^\d/.test(surface) ? null : readTypedKeys(surface));
  if (surface.length < 2 || surface.length > 9 || isRight(token, around, vocabulary)) return null;
  if (!isSyllable(term)) {
    const apart = takeApart(term, vocabulary);
    if (apart) return apart;
  }
  return listed(bestReading(token, around, vocabulary));
}

const listed = (word: string | null) => (word === null ? null : [word]);

/** Known as written, or, in a text without marks, known when folded. */
function isRight({ surface, key, term, marked }: Token, { unmarked }: Around, vocabulary: Vocabulary): boolean {
  if (loans.has(surface) || /^[ivx]+$/.test(surface)) return true;
  if (everyday.has(key) || isKnownWord(key) || vocabulary.writes(surface))
    return isSyllable(term) || surface.length > 4;
  if (marked && !unmarked) return false;
  return isSyllable(term) ? everydayTerms.has(term) || vocabulary.count(term) >= wellKnown : false;
}

interface Reading {
  readonly surface: string;
  readonly term: string;
  readonly score: number;
  /** How well the neighbours bear it out. */
  readonly support: number;
}

/** How well its neighbours must bear out another reading of a word that could stand as it is, or that is very short. */
const firmSupport = 7;

function bestReading(token: Token, around: Around, vocabulary: Vocabulary): string | null {
  const possible = isSyllable(token.term);
  const readings: Reading[] = [];
  const add = (surface: string, prior: number, count: number) => {
    const { term } = syllableOf(surface);
    const support = supportOf(term, around, vocabulary);
    readings.push({ surface, term, support, score: prior + 1.5 * Math.log1p(support) + 0.3 * Math.log1p(count) });
  };
  const count = (surface: string) => vocabulary.count(syllableOf(surface).term);
  const typed = readTypedKeys(token.surface);
  if (typed && (!possible || token.surface.includes('oong')))
    add(typed, around.telex ? 6 : typedPrior(token.surface), count(typed));
  const once = struckTwice(token.surface);
  if (once) add(once, 4, count(once));
  const certain = readings.length > 0;
  if (token.term.length > 1)
    for (const { surface, count: often } of wordsOneSlipAway(
      token.surface,
      vocabulary,
      around.unmarked || !token.marked,
    ))
      add(surface, 0, often);
  const best = readings.sort((a, b) => b.score - a.score)[0];
  if (!best) return null;
  if (certain || (!possible && token.surface.length > 2)) return best.surface;
  return best.support > firmSupport && best.support > 4 * supportOf(token.term, around, vocabulary)
    ? best.surface
    : null;
}

/** Tone keys and w can hardly be anything else; a doubled vowel may be a letter struck twice. */
const typedPrior = (surface: string): number => (/[wjfsxrz]/.test(surface.slice(1)) || /^dd/.test(surface) ? 6 : 3);

function supportOf(term: string, { before, after }: Around, vocabulary: Vocabulary): number {
  const of = (first: string, second: string) =>
    Math.max(vocabulary.lift(first, second), vocabulary.bodyLift(first, second), isKnownPair(first, second) ? 8 : 0);
  return Math.max(before ? of(before.term, term) : 0, after ? of(term, after.term) : 0);
}

/** "khaisinh" → "khai sinh", where the index knows the pair. */
function takeApart(term: string, vocabulary: Vocabulary): string[] | null {
  for (let at = 2; at <= term.length - 2; at += 1) {
    const first = term.slice(0, at);
    const second = term.slice(at);
    if (isSyllable(first) && isSyllable(second) && vocabulary.pairCount(first, second) > 0) return [first, second];
  }
  return null;
}
