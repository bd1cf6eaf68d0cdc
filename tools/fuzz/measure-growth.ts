/** How the time of a reader grows with its text: what doubles the text must not quadruple the time. Ratios within one run, no limits. */
import { readers } from './text-parsers.ts';

export interface Grows {
  readonly name: string;
  readonly of: string;
  /** How many signs of it were given: fewer than 4,000 when those took too long to go on. */
  readonly signs: number;
  /** Time of the longest text by that of the one half as long. */
  readonly ratio: number;
  readonly longestMs: number;
}

/** What careless patterns go back over; a word without marks may stand for several. */
const repeated = [
  ...['1', '1 ', ' ', 'a', 'a ', '0', '.', '-', '1.', '1/', '[', '@a', 'a.a', 'o\u0301', '\u200b', ', '],
  ...['ngày ', 'tháng 1 ', 'năm ', 'hai mươi ', 'không ', 'số ', 'hồ sơ ', 'của con tôi ', 'tôi muốn ', 'dạ '],
  ...['nha ', 'co ', 'tui em ', 'hieu roi ', 'nhan tin ', 'alo ', 'chưa ', 'được ', 'cho em ', 'mất '],
];
/** A message of a citizen is cut at 4,000 signs. */
const longest = 4_000;
/** Each try is a quarter longer than the one before: what doubles with each word is seen before it hangs. */
const shortest = 32;
const step = 1.25;
const tooLongMs = 1_000;
const times = 3;

type Read = (given: string) => unknown;

const cpuMs = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const leastOf = (work: () => unknown): number => Math.min(...Array.from({ length: times }, () => cpuMs(work)));
const textOf = (piece: string, signs: number) => piece.repeat(signs).slice(0, signs);

/** The steepest text of each reader. */
export const measureGrowth = (given: Readonly<Record<string, Read>> = readers): readonly Grows[] =>
  Object.entries(given).flatMap(([name, read]) =>
    repeated
      .map((piece) => growthOf(read, piece))
      .toSorted((a, b) => b.longestMs - a.longestMs)
      .slice(0, 1)
      .map((grows) => ({ name, ...grows })),
  );

function growthOf(read: Read, piece: string): Omit<Grows, 'name'> {
  const of = JSON.stringify(piece);
  let before = 0.05;
  for (let signs = shortest; signs < longest; signs = Math.ceil(signs * step)) {
    const ms = cpuMs(() => read(textOf(piece, signs)));
    if (ms > tooLongMs) return { of, signs, ratio: ms / before, longestMs: ms };
    before = Math.max(ms, 0.05);
  }
  const halfMs = leastOf(() => read(textOf(piece, longest / 2)));
  const longestMs = leastOf(() => read(textOf(piece, longest)));
  return { of, signs: longest, ratio: longestMs / Math.max(halfMs, 0.05), longestMs };
}

/** Quadratic, and slow enough to be felt. */
export const isSteep = ({ ratio, signs, longestMs }: Grows): boolean =>
  signs < longest || (ratio > 3 && longestMs > 30);
