/** Numbers in words, 1 to 99, as people say days, months and hours: `mười lăm`, `ba mươi`, `hăm ba`. */
import { keyed } from '../understand/keyed.ts';

const ones = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const after = ['mốt', 'hai', 'ba', 'tư', 'lăm', 'sáu', 'bảy', 'tám', 'chín'];

const phrases: readonly (readonly [string, number])[] = [
  ...ones.map((word, index) => [word, index + 1] as const),
  ['tư', 4],
  ['mười', 10],
  ...ones.map((word, index) => [`mười ${word === 'năm' ? 'lăm' : word}`, index + 11] as const),
  ...ones
    .slice(1)
    .flatMap((ten, tens) => [
      [`${ten} mươi`, (tens + 2) * 10] as const,
      ...after.map((word, index) => [`${ten} mươi ${word}`, (tens + 2) * 10 + index + 1] as const),
      ...after.map((word, index) => [`${ten} ${word}`, (tens + 2) * 10 + index + 1] as const),
    ]),
  ...after.map((word, index) => [`hăm ${word}`, index + 21] as const),
];

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');

const values: ReadonlyMap<string, number> = new Map(
  phrases.flatMap(([text, value]) => [[keyed(text), value] as const, [keyed(plain(text)), value] as const]),
);

/** "tư" is four behind "tháng" alone; unmarked it is "từ" or "tự" as well. */
const fourth = [keyed('tư'), 'tu'];

const longestFirst = (least: number, without: readonly string[] = []) =>
  [...values]
    .filter(([words, value]) => value >= least && !without.includes(words))
    .map(([words]) => words)
    .toSorted((a, b) => b.length - a.length)
    .join('|');

/** As parts of a pattern over keyed text; the last leaves out one to nine, which are also names of people. */
export const anyNumber = longestFirst(1, fourth);
export const monthNumber = longestFirst(1);
export const largerNumber = longestFirst(10);

/** `null` for what is no number. */
export const numberOf = (words: string): number | null =>
  /^\d+$/.test(words) ? Number(words) : (values.get(words) ?? null);
