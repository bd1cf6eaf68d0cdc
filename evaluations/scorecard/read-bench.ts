/** The lines that the benches print: `NAME: p50 1.2 ms, p95 3.4 ms, …, 500 turns`, and of attempts how many saw what. */
import type { ReadFigures } from './read-evaluation.ts';
import { rounded } from './rounded.ts';
import type { Figure, Said } from './scorecard.ts';

const names: Readonly<Record<string, Said>> = {
  'everyday questions': { vi: 'Câu hỏi thường ngày', en: 'Everyday questions' },
  'without marks': { vi: 'Câu hỏi không dấu', en: 'Questions without marks' },
  'bad input': { vi: 'Đầu vào xấu', en: 'Bad input' },
  'reading alone': { vi: 'Chỉ đọc hồ sơ', en: 'Reading a case alone' },
  'one dossier answer': { vi: 'Một câu trả lời về hồ sơ', en: 'One dossier answer' },
};

const timed = /^(?<name>[a-z ]+): .*?p50 (?<p50>[\d.]+) ms, p95 (?<p95>[\d.]+) ms.*? (?<n>\d+) (?:turns|times)/;
const attempted = /^(?<n>\d+) random attempts, (?<seen>\d+) saw/;

/** @throws {RangeError} when nothing of it can be read. */
export function readBench(id: string, printed: string): ReadFigures {
  const figures = printed.split('\n').flatMap((line) => [...timesOf(id, line), ...attemptsOf(id, line)]);
  if (figures.length === 0) throw new RangeError(`${id} printed no line that the scorecard can read`);
  return { figures, missing: [] };
}

function timesOf(id: string, line: string): Figure[] {
  const found = timed.exec(line)?.groups;
  if (!found) return [];
  const { name = '', n } = found;
  const words = names[name] ?? { vi: name, en: name };
  return (['p50', 'p95'] as const).map(
    (part): Figure => ({
      id: [id, name.replaceAll(' ', '-'), part].join('.'),
      words: { vi: `${words.vi}, ${part}`, en: `${words.en}, ${part}` },
      data: 'simulated',
      unit: 'ms',
      value: rounded(Number(found[part])),
      interval: null,
      n: Number(n),
      hits: null,
      target: null,
      met: null,
    }),
  );
}

function attemptsOf(id: string, line: string): Figure[] {
  const found = attempted.exec(line)?.groups;
  if (!found) return [];
  const seen = Number(found.seen);
  const words = { vi: 'Lần thử thấy được hồ sơ người khác', en: 'Attempts that saw another person’s case' };
  return [
    {
      id: `${id}.seen`,
      words,
      data: 'simulated',
      unit: '',
      value: seen,
      interval: null,
      n: Number(found.n),
      hits: seen,
      target: { atMost: 0 },
      met: seen === 0,
    },
  ];
}
