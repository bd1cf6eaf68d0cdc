/** Chooses what one misspelt word was meant to be, by its neighbours. */
import { everydayWords } from '../lexicon/everyday-words.ts';
import { isKnownPair, isKnownWord } from './known-pairs.ts';
import { isLikelySlip, struckTwice, wordsOneSlipAway } from './slips.ts';
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
  if (surface.length < 2 || surface.length > 9) return null;
  if (isRight(token, around, vocabulary)) return listed(outOfPlace(token, around, vocabulary));
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
  readonly likely: boolean;
}

/** How well its neighbours must bear out another reading of a word that could stand as it is, or that is very short. */
const firmSupport = 4;
/** How well they must bear out another reading of a word that is right by itself. */
const plainlyMeant = 15;
/** The same where no finger would make the one of the other. */
const unlikelySupport = 12;

function bestReading(token: Token, around: Around, vocabulary: Vocabulary): string | null {
  const possible = isSyllable(token.term);
  const readings: Reading[] = [];
  const add = (surface: string, prior: number, count: number, likely = true) => {
    const { term } = syllableOf(surface);
    const support = supportOf(term, around, vocabulary);
    readings.push({
      surface,
      term,
      support,
      likely,
      score: prior + 1.5 * Math.log1p(support) + 0.3 * Math.log1p(count),
    });
  };
  const count = (surface: string) => vocabulary.count(syllableOf(surface).term);
  const typed = readTypedKeys(token.surface);
  if (typed && (!possible || token.surface.includes('oong')))
    add(typed, isKnown(typed, vocabulary) ? (around.telex ? 6 : typedPrior(token.surface)) : 1, count(typed));
  const once = struckTwice(token.surface);
  if (once) add(once, 4, count(once));
  const certain = readings.length > 0;
  if (token.term.length > 1)
    for (const form of wordsOneSlipAway(token.surface, vocabulary, {
      marked: token.marked,
      unmarked: around.unmarked,
    })) {
      const likely = isLikelySlip(token.surface, token.marked ? form.surface : form.letters);
      add(form.surface, likely ? 2 : 0, form.count, likely);
    }
  const best = readings.sort((a, b) => b.score - a.score)[0];
  if (!best) return null;
  if (certain || (!possible && token.surface.length > 2)) return best.surface;
  const firm = best.likely ? firmSupport : unlikelySupport;
  return best.support > firm && best.support > 4 * supportOf(token.term, around, vocabulary) ? best.surface : null;
}

/** A right word that belongs to neither neighbour, one likely slip from a word that plainly does ("tố co", "bo lâu"). */
function outOfPlace(token: Token, around: Around, vocabulary: Vocabulary): string | null {
  if (token.surface.length > 4 || token.afterBreak || supportOf(token.term, around, vocabulary) > 0) return null;
  let best: string | null = null;
  let most = plainlyMeant;
  for (const form of wordsOneSlipAway(token.surface, vocabulary, { marked: token.marked, unmarked: around.unmarked })) {
    if (!isLikelySlip(token.surface, token.marked ? form.surface : form.letters)) continue;
    const support = supportOf(form.term, around, vocabulary);
    if (support > most) [best, most] = [form.surface, support];
  }
  return best;
}

const isKnown = (surface: string, vocabulary: Vocabulary): boolean =>
  vocabulary.writes(surface) ||
  everyday.has(syllableOf(surface).key) ||
  isKnownWord(syllableOf(surface).key) ||
  vocabulary.forms(2).length === 0;

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
