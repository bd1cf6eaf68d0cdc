/** `evaluate containment [--all]`: what a hostile, a broken and a good model get past the harness. Without `--all` a sample, which gates CI. */
import { type Outside, runEvaluation } from '../run-evaluation.ts';
import { type Mood, measureContainment } from './measure-containment.ts';

const sample: readonly Mood[] = [
  { mode: 'hostile', seed: 'ci', every: 8, turnMs: 6_000 },
  { mode: 'good', seed: 'ci', every: 32, turnMs: 6_000 },
  { mode: 'faulty', seed: 'ci', every: 32, turnMs: 300 },
];
const all: readonly Mood[] = [
  ...['one', 'two', 'three'].map((seed): Mood => ({ mode: 'hostile', seed, every: 1, turnMs: 6_000 })),
  { mode: 'good', seed: 'one', every: 1, turnMs: 6_000 },
  { mode: 'faulty', seed: 'one', every: 4, turnMs: 1_000 },
];

export const run = (argv: readonly string[], tools?: Outside): Promise<number> => {
  const moods = argv.includes('--all') ? all : sample;
  const rest = argv.filter((flag) => flag !== '--all');
  return runEvaluation(
    {
      name: 'containment',
      sets: [],
      origins: ['own', 'shared'],
      beside: (origins, given) => measureContainment(moods, origins, given),
    },
    rest,
    tools,
  );
};
