/** How the time of a reader grows with its text: what doubles the text must not quadruple the time. Ratios within one run, no limits. */
import { readers } from './text-parsers.ts';

export interface Grows {
  readonly name: string;
  readonly of: string;
  /** Time of the longest text by that of the one half as long. */
  readonly ratio: number;
  readonly longestMs: number;
}

/** What careless patterns go back over. */
const repeated = [
  '1',
  '1 ',
  ' ',
  'a',
  'a ',
  '0',
  '.',
  '-',
  '1.',
  '1/',
  'ngày ',
  'tháng 1 ',
  'hai mươi ',
  'không ',
  'số ',
  'hồ sơ ',
  'của con tôi ',
  'o\u0301',
  '\u200b',
  '[',
  '@a',
  'a.a',
  'tôi muốn ',
  'năm ',
];
/** A message of a citizen is cut at 4,000 signs. */
const longest = 4_000;
const times = 3;

const cpuMs = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const leastOf = (work: () => unknown): number => Math.min(...Array.from({ length: times }, () => cpuMs(work)));

/** Each reader with its steepest text. */
export function measureGrowth(names: readonly string[] = Object.keys(readers)): readonly Grows[] {
  return names.flatMap((name) => {
    const read = readers[name];
    if (!read) return [];
    const found = repeated.map((piece) => {
      const [half, whole] = [longest / 2, longest].map((length) => piece.repeat(length).slice(0, length));
      read(half ?? '');
      const longestMs = leastOf(() => read(whole ?? ''));
      return {
        name,
        of: JSON.stringify(piece),
        ratio:
          longestMs /
          Math.max(
            leastOf(() => read(half ?? '')),
            0.05,
          ),
        longestMs,
      };
    });
    return found.toSorted((a, b) => b.longestMs - a.longestMs).slice(0, 1);
  });
}

/** Quadratic, and slow enough to be felt. */
export const isSteep = ({ ratio, longestMs }: Grows): boolean => ratio > 3 && longestMs > 30;
