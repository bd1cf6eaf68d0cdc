/** Invented results for tests: no figure of these was ever measured. */
import type { KeptRun } from './kept-run.ts';
import type { Kept } from './read-source.ts';
import type { Source } from './sources.ts';

export const testMachine = { cpu: 'Một bộ xử lý cũ', cores: 2, memoryMb: 8_000, node: '24.21.0' } as const;

export const testSource: Source = {
  id: 'answer',
  title: { vi: 'Trả lời câu hỏi thủ tục', en: 'Answers' },
  command: 'npm run -s evaluate -- answer',
  form: 'evaluation',
  starts: ['evaluations/cli.ts', 'answer', '--json'],
  needs: null,
};

export const longSource: Source = {
  ...testSource,
  id: 'load',
  command: 'npm run load',
  form: 'kept',
  starts: [],
  needs: { vi: 'chưa có kết quả', en: 'no result yet' },
};

export const testMeasure = {
  origin: 'shared',
  set: 'answer',
  check: 'code',
  label: 'right procedure at 1',
  better: 'high',
  group: null,
  hits: 132,
  of: 150,
  value: 0.88,
  low: 0.818,
  high: 0.9226,
  threshold: { origin: 'shared', set: 'answer', check: 'code', atLeast: 0.9 },
} as const;

export const printedOf = (...measures: readonly object[]): string =>
  JSON.stringify({ name: 'answer', passed: true, skipped: [], measures });

export const testRun = (some: Partial<KeptRun> = {}): KeptRun => ({
  id: 'answer',
  at: '2026-11-22T20:00:00.000Z',
  commit: 'aaaaaaaaaa',
  machine: testMachine,
  seconds: 61.5,
  exitCode: 1,
  printed: printedOf(testMeasure),
  ...some,
});

/** Nothing was kept, and every commit is another program than now. */
export const nothingKept: Kept = {
  run: () => null,
  measured: () => null,
  before: () => null,
  isCurrent: () => false,
};
