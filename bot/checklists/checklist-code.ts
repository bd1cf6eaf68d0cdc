/** The short codes of a checklist: one of signs to be typed, one of figures for who can only press keys. */
import { randomInt } from 'node:crypto';

type Pick = (below: number) => number;

/** As of hand-offs: no 0, O, 1, I, L, and no vowels, so that no code is a word. */
const signs = '23456789BCDFGHJKMNPQRSTVWXYZ';

/** `K7M-2QX4`: seven signs, so that it is never taken for a hand-off's, which has six. */
export function newChecklistCode(pick: Pick = randomInt): string {
  const code = Array.from({ length: 7 }, () => signs[pick(signs.length)] ?? '2').join('');
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/** `48210937`: eight figures, the first of them no 0, for people leave that out. */
export const newChecklistDigits = (pick: Pick = randomInt): string => String(10_000_000 + pick(90_000_000));

/** `4821 0937`: in two groups, as it is shown and said. */
export const groupedDigits = (digits: string): string => `${digits.slice(0, 4)} ${digits.slice(4)}`;

/** What somebody typed as one of the codes, as it is kept; `null` when it can be none. */
export function readChecklistCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s.\-–—]/g, '');
  if (/^[1-9]\d{7}$/.test(plain)) return plain;
  if (plain.length !== 7 || [...plain].some((sign) => !signs.includes(sign))) return null;
  return `${plain.slice(0, 3)}-${plain.slice(3)}`;
}
