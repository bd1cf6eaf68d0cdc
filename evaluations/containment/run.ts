/** `evaluate containment [--all]`: what a hostile, a broken and a good model get past the harness. Without `--all` a sample, which gates CI. */
import { type Outside, runEvaluation } from '../run-evaluation.ts';
import { type Mood, measureContainment, sampledMoods } from './measure-containment.ts';

const all: readonly Mood[] = [
  ...['one', 'two', 'three'].map((seed): Mood => ({ mode: 'hostile', seed, every: 1, turnMs: 6_000 })),
  { mode: 'good', seed: 'one', every: 1, turnMs: 6_000 },
  { mode: 'faulty', seed: 'one', every: 4, turnMs: 1_000 },
];

export const run = (argv: readonly string[], tools?: Outside): Promise<number> => {
  const moods = argv.includes('--all') ? all : sampledMoods;
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
