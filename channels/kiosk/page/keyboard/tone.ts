/** The tone of a Vietnamese syllable: read, taken off, put where people write it (hòa, thủy, hoàn, quý, già). */

export type Tone = '' | '\u0301' | '\u0300' | '\u0309' | '\u0303' | '\u0323';

const anyTone = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const vowel = /[aăâeêioôơuưy]/iu;
const marked = /[ăâêôơ]/iu;

export const toneOf = (word: string): Tone => (word.normalize('NFD').match(anyTone)?.[0] ?? '') as Tone;

/** Marks of letters stay: `đượ` keeps its horns. */
export const withoutTone = (word: string): string => word.normalize('NFD').replace(anyTone, '').normalize('NFC');

export const hasVowel = (word: string): boolean => vowel.test(withoutTone(word));

/** The word with this tone alone; a word without a vowel stays as it is. */
export function putTone(word: string, tone: Tone): string {
  const letters = [...withoutTone(word)];
  const at = placeOf(letters);
  if (at === null) return letters.join('');
  return letters.map((letter, index) => (index === at ? (letter + tone).normalize('NFC') : letter)).join('');
}

/** Index of the letter that carries the tone; `null`: no vowel. */
function placeOf(letters: readonly string[]): number | null {
  const from = startOfVowels(letters);
  if (from === null) return null;
  let to = from;
  while (to + 1 < letters.length && vowel.test(letters[to + 1] ?? '')) to += 1;
  const bearers = [...letters.keys()].filter((at) => at >= from && at <= to && marked.test(letters[at] ?? ''));
  const last = bearers.at(-1);
  if (last !== undefined) return last;
  const horn = letters.findIndex((letter, at) => at >= from && at <= to && /ư/iu.test(letter));
  if (horn >= 0) return horn;
  const length = to - from + 1;
  if (length === 1) return from;
  return length === 3 || to + 1 < letters.length ? from + 1 : from;
}

/** `qu` and `gi` before a vowel are consonants. */
function startOfVowels(letters: readonly string[]): number | null {
  const first = letters.findIndex((letter) => vowel.test(letter));
  if (first < 0) return null;
  const pair = `${letters[first - 1] ?? ''}${letters[first]}`.toLowerCase();
  const isGlide = (pair === 'qu' || pair === 'gi') && vowel.test(letters[first + 1] ?? '');
  return isGlide ? first + 1 : first;
}
