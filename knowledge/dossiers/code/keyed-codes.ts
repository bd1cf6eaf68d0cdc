/** Codes typed on a telephone: digits alone, without the letter, the dots and the dashes. */
import { type Heard, readHead, readTail } from './code-form.ts';

/** Letters that codes begin with: provinces have H, ministries G. */
const letters = ['H', 'G'] as const;

/**
 * Every code that these digits may stand for, the likelier first; [] when they are none.
 *
 * Made of the digits alone: whether such a dossier exists has no part in it, so the list tells nothing.
 */
export function codesOfKeys(digits: string): readonly string[] {
  if (!/^\d{11,23}$/.test(digits)) return [];
  const [head, tail] = [readHead(plain(digits.slice(0, 7))), readTail(plain(digits.slice(7)))];
  const alone = readTail(plain(digits));
  const bodies = [
    ...(head && tail && !tail.hasGroup ? letters.map((letter) => `${head}${letter}${tail.text}`) : []),
    ...(alone ? letters.map((letter) => `${letter}${alone.text}`) : []),
  ];
  return [...new Set(bodies)];
}

const plain = (digits: string): Heard => ({ digits, dots: new Set(), dashes: new Set() });

/** The digits of a code, as a telephone's keys give them. */
export const keysOf = (code: string): string => code.replace(/\D/g, '');
