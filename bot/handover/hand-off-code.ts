/** The short code of a hand-off: what a citizen may say on any channel to hear how it stands. */
import { randomInt } from 'node:crypto';

/** Without 0, O, 1, I and L, and without vowels, so that no code is a word. */
const signs = '23456789BCDFGHJKMNPQRSTVWXYZ';
const length = 6;

/** `K7M-3TX`: one of 480 million. */
export const newHandOffCode = (pick: (below: number) => number = randomInt): string => {
  const code = Array.from({ length }, () => signs[pick(signs.length)] ?? '2').join('');
  return `${code.slice(0, 3)}-${code.slice(3)}`;
};

const typed = new RegExp(`(?<![A-Z\\d])([${signs}]{3})[\\s.-]?([${signs}]{3})(?![A-Z\\d])`, 'gi');

/** The first code in a text, as it is kept; `null`: none. A word without a figure ("phường") is none. */
export function readHandOffCode(text: string): string | null {
  for (const [, first = '', second = ''] of text.matchAll(typed)) {
    const code = `${first}-${second}`.toUpperCase();
    if (/\d/.test(code) || /^[A-Z]{3}-[A-Z]{3}$/.test(`${first}-${second}`)) return code;
  }
  return null;
}
