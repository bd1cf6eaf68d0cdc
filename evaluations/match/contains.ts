/** Whether a fact stands in an answer: the reference matchers of the shared question sets, in TypeScript. */

/** A fact that has to occur; of a list, any one alternative is enough. */
export type Fact = string | readonly string[];

const newToneMarks: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};
const anyNewToneMark = new RegExp(Object.keys(newToneMarks).join('|'), 'g');

/** NFC, lower case, one spelling of the tone mark, single spaces, `07` as `7`, `20,000` and `20.000` as `20000`. */
export function normalise(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u200e\u200b]/g, '')
    .replace(anyNewToneMark, (found) => newToneMarks[found] ?? found)
    .replace(/\s+/g, ' ')
    .replace(/(?<![\d.,])(\d{1,3})[., ](\d{3})(?!\d)(?![.,]\d)/g, '$1$2')
    .replace(/(?<![\p{L}\p{N}_.,/-])0+(\d)/gu, '$1');
}

/** Whether `needle` stands in `text`, never inside a longer number or word. @throws {RangeError} for an empty needle. */
export const contains = (text: string, needle: string): boolean => standsIn(normalise(text), needle);

function standsIn(normalised: string, needle: string): boolean {
  const wanted = normalise(needle);
  const [first, last] = [wanted.at(0), wanted.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('contains: an empty needle matches everything');
  const escaped = wanted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`${leftEdge(first)}${escaped}${rightEdge(last)}`, 'u').test(normalised);
}

const isDigit = (letter: string) => /\p{Nd}/u.test(letter);
const isWord = (letter: string) => /[\p{L}\p{N}]/u.test(letter);
const leftEdge = (letter: string) => (isDigit(letter) ? '(?<![\\d.,])' : isWord(letter) ? '(?<![\\p{L}\\p{N}_])' : '');
const rightEdge = (letter: string) => (isDigit(letter) ? '(?!\\d)' : isWord(letter) ? '(?![\\p{L}\\p{N}_])' : '');

/** The facts of `must` that the answer lacks, in their order. */
export function missing(answer: string, must: readonly Fact[]): Fact[] {
  const normalised = normalise(answer);
  return must.filter((fact) => !alternatives(fact).some((one) => standsIn(normalised, one)));
}

/** What of `forbidden` stands in the answer. */
export function present(answer: string, forbidden: readonly string[]): string[] {
  const normalised = normalise(answer);
  return forbidden.filter((one) => standsIn(normalised, one));
}

const alternatives = (fact: Fact): readonly string[] => (typeof fact === 'string' ? [fact] : fact);
