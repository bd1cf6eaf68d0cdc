/** The short code of a hand-off: what a citizen may say on any channel to hear how it stands. */
import { randomInt } from 'node:crypto';

/**
 * Without 0, O, 1, I and L; without vowels, so that no code is a word; without D, W and Y, of which a Vietnamese keyboard
 * makes đ, ư and ý.
 */
const given = '23456789BCFGHJKMNPQRSTVXZ';
/** Codes given before may hold these too. */
const read = `${given}DWY`;
const length = 6;

/** `K7M-3TX`: one of 219 million. It has a letter and a figure, so that neither an abbreviation nor a number is one. */
export function newHandOffCode(pick: (below: number) => number = randomInt): string {
  const signs = Array.from({ length }, () => given[pick(given.length)] ?? '2').join('');
  return isMixed(signs) ? `${signs.slice(0, 3)}-${signs.slice(3)}` : newHandOffCode(pick);
}

const isMixed = (code: string): boolean => /\d/.test(code) && /[A-Z]/i.test(code);

const sign = `[${read}]`;
const dash = '\\s?[-–—.,_/\\s]\\s?';
const before = '(?<![\\p{L}\\p{M}\\d]|\\d[.,/-])';
const after = '(?![\\p{L}\\p{M}\\d]|[.,/-]\\d)';
const inTwo = new RegExp(`${before}(${sign}{3})(${dash})?(${sign}{3})${after}`, 'giu');
/** Sign by sign, as it is spelt to somebody: "K 7 M 3 T X". */
const spelt = new RegExp(`${before}${sign}(?:[-.,\\s]{1,2}${sign}){5}${after}`, 'giu');
const announced =
  /(?<![\p{L}\p{M}])(?:mã|ma|code|câu hỏi|cau hoi|câu|cau)(?:\s+(?:số|so|là|la|is|này|nay))*[\s:"'«“(]*$/iu;
const polite =
  /(?<![\p{L}\p{M}])(?:dạ|da|vâng|vang|ạ|nhé|nhe|nha|đây|day|em|anh|chị|chi|cháu|chau|cô|chú|bác|bac|ơi|oi)(?![\p{L}\p{M}])/giu;

/**
 * The first code in a text, as it is kept; `null`: none. Letters alone ("GCN QSD"), figures alone and a word beside a
 * number ("TDP 234") are one only where they must be: after "mã" or "câu hỏi", or as the whole message.
 */
export function readHandOffCode(text: string): string | null {
  const clean = text.normalize('NFC');
  for (const found of clean.matchAll(inTwo)) {
    const [, first = '', between = '', second = ''] = found;
    const sure = isMixed(first + second) && (!/^\s+$/.test(between) || isMixed(first) || isMixed(second));
    if (sure || isMeant(clean, found)) return `${first}-${second}`.toUpperCase();
  }
  for (const [whole] of clean.matchAll(spelt)) {
    const signs = whole.replace(/[^a-z\d]/gi, '').toUpperCase();
    if (isMixed(signs)) return `${signs.slice(0, 3)}-${signs.slice(3)}`;
  }
  return null;
}

/** Whether a code is all that the text says, apart from courtesy. */
export const isHandOffCodeAlone = (text: string): boolean => {
  const signs = readHandOffCode(text)?.replace('-', '');
  return signs !== undefined && signsOf(text.normalize('NFC').replace(polite, ' ')) === signs;
};

const signsOf = (text: string): string => text.replace(/[^\p{L}\d]/gu, '').toUpperCase();

/** A number alone is meant as a code only when it is written like one. */
function isMeant(text: string, { index, 0: whole, 2: between = '' }: RegExpMatchArray): boolean {
  const isNumber = !/[a-z]/i.test(whole);
  if (isNumber && !/[-–—]/.test(between)) return false;
  const rest = text.slice(0, index) + text.slice((index ?? 0) + whole.length);
  const isAll = signsOf(rest.replace(polite, ' ')) === '';
  return isAll || announced.test(text.slice(0, index));
}
