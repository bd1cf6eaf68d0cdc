/** `evaluate multi`: the multi questions, ours and the shared ones. */
import { type Outside, runEvaluation } from '../run-evaluation.ts';

export const run = (argv: readonly string[], tools?: Outside): Promise<number> =>
  runEvaluation({ name: 'multi', sets: ['multi'], origins: ['own', 'shared'] }, argv, tools);
