/** Follows signs and tells what digits they may stand for. */
import type { Heard } from './code-form.ts';
import type { Sign } from './spoken-signs.ts';

/** One reading of the signs up to (not including) `end`. */
export interface Reading extends Heard {
  readonly end: number;
}

/** What each piece of the text may stand for, in order. */
export type Signs = readonly (readonly Sign[])[];

/** Digits, and how many signs they take. */
type Spelt = readonly [digits: string, used: number];

interface State {
  readonly at: number;
  readonly digits: string;
  readonly dots: readonly number[];
  readonly dashes: readonly number[];
}

/** So many readings of one place at most: a long row of "mười mười mười" must not grow without bound. */
const mostReadings = 400;

/** Every reading that begins at `from` and has at most `most` digits, the shorter ones among them. */
export function hearDigits(signs: Signs, from: number, most: number): readonly Reading[] {
  const found: Reading[] = [];
  const open: State[] = [{ at: from, digits: '', dots: [], dashes: [] }];
  for (let state = open.pop(); state && found.length < mostReadings; state = open.pop()) {
    const { at, digits, dots, dashes } = state;
    if (digits !== '') found.push({ end: at, digits, dots: new Set(dots), dashes: new Set(dashes) });
    for (const { kind } of signs[at] ?? []) {
      if (kind === 'dot') open.push({ ...state, at: at + 1, dots: [...dots, digits.length] });
      if (kind === 'dash') open.push({ ...state, at: at + 1, dashes: [...dashes, digits.length] });
      if (kind === 'filler') open.push({ ...state, at: at + 1 });
    }
    for (const [number, used] of numbersAt(signs, at)) {
      if (digits.length + number.length <= most) open.push({ ...state, at: at + used, digits: digits + number });
    }
  }
  return found;
}

const numbersAt = (signs: Signs, at: number): readonly Spelt[] =>
  (signs[at] ?? []).flatMap((sign): readonly Spelt[] => {
    if (sign.kind === 'ten') return [...units(signs, at + 1).map(behind('1', 1)), ['10', 1]];
    if (sign.kind === 'tens-digit') return units(signs, at + 1).map(behind(sign.digit, 1));
    if (sign.kind !== 'digits') return [];
    const { digits } = sign;
    // The last is followed first: "hai số không" is rather two zeros than a 2 and a 0.
    return [...tensOf(digits, signs, at), [digits, 1], ...timesOf(digits, signs, at)];
  });

const isNext = (kind: Sign['kind'], signs: Signs, at: number): boolean =>
  (signs[at + 1] ?? []).some((sign) => sign.kind === kind);

/** "hai mươi sáu" may be 26, or 20 and a 6; "bốn trăm lẻ hai" is 402. Nobody says "một mươi". */
function tensOf(digit: string, signs: Signs, at: number): readonly Spelt[] {
  const rest = at + 2;
  if (/^[1-9]$/.test(digit) && isNext('hundred', signs, at))
    return [...pairs(signs, rest).map(behind(digit, 2)), [`${digit}00`, 2]];
  if (/^[2-9]$/.test(digit) && isNext('tens', signs, at))
    return [...units(signs, rest).map(behind(digit, 2)), [`${digit}0`, 2]];
  return [];
}

/** "ba số không" is three zeros. */
const timesOf = (digit: string, signs: Signs, at: number): readonly Spelt[] =>
  /^[2-4]$/.test(digit) && isNext('times', signs, at)
    ? single(signs, at + 2).map(([one, used]) => [one.repeat(Number(digit)), used + 2])
    : [];

const behind =
  (before: string, more: number) =>
  ([digits, used]: Spelt): Spelt => [before + digits, used + more];

const single = (signs: Signs, at: number): readonly Spelt[] =>
  (signs[at] ?? []).flatMap((sign): readonly Spelt[] =>
    sign.kind === 'digits' && sign.digits.length === 1 ? [[sign.digits, 1]] : [],
  );

/** The unit behind a ten: "một" to "chín". */
const units = (signs: Signs, at: number): readonly Spelt[] => single(signs, at).filter(([digits]) => digits !== '0');

/** What stands behind a hundred: "linh năm", "mười lăm", "hai mươi mốt", "hai mốt". */
const pairs = (signs: Signs, at: number): readonly Spelt[] => [
  ...numbersAt(signs, at).filter(([digits]) => digits.length === 2),
  ...single(signs, at).flatMap(([tens, used]) => units(signs, at + used).map(behind(tens, used))),
];
