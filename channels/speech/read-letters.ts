/** Letters and codes by their names, in groups that an ear can keep. */
import { readDigits } from './read-number.ts';

const letterNames: Readonly<Record<string, string>> = {
  a: 'a',
  ă: 'á',
  â: 'ớ',
  b: 'bê',
  c: 'xê',
  d: 'dê',
  đ: 'đê',
  e: 'e',
  ê: 'ê',
  f: 'ép',
  g: 'giê',
  h: 'hát',
  i: 'i',
  j: 'gi',
  k: 'ca',
  l: 'lờ',
  m: 'mờ',
  n: 'nờ',
  o: 'o',
  ô: 'ô',
  ơ: 'ơ',
  p: 'pê',
  q: 'quy',
  r: 'rờ',
  s: 'ét',
  t: 'tê',
  u: 'u',
  ư: 'ư',
  v: 'vê',
  w: 'vê kép',
  x: 'ích',
  y: 'i dài',
  z: 'dét',
};

/** `CT` → "xê tê"; what is no letter is left out. */
export const readLetters = (text: string): string =>
  [...text.toLowerCase()].flatMap((letter) => letterNames[letter] ?? []).join(' ');

const longest = 4;

/** Figures that belong together, in threes, the last group of two to four: `0912345678` → 0912, 345, 678. */
export function groupsOf(figures: string): string[] {
  const groups: string[] = [];
  let rest = figures;
  while (rest.length > longest) {
    const take = rest.length % 3 === 1 && groups.length === 0 && rest.length > longest ? longest : 3;
    groups.push(rest.slice(0, take));
    rest = rest.slice(take);
  }
  return [...groups, rest].filter(Boolean);
}

/** Figures one by one, a short pause between groups. */
export const readFigures = (figures: string): string => groupsOf(figures).map(readDigits).join(', ');

/** A code of letters and figures, its own parts kept apart: `000.00.12.H38-260915-0042`. */
export const readCode = (code: string): string =>
  code
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean)
    .map((part) => (part.match(/\d+|\p{L}+/gu) ?? []).map(readPart).join(' '))
    .join(', ');

const readPart = (part: string): string => (/\d/.test(part) ? readFigures(part) : readLetters(part));
