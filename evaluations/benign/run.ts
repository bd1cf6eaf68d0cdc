/** `evaluate benign`: the benign questions, ours and the shared ones. */
import { type Outside, runEvaluation } from '../run-evaluation.ts';

export const run = (argv: readonly string[], tools?: Outside): Promise<number> =>
  runEvaluation({ name: 'benign', sets: ['benign'], origins: ['own', 'shared'] }, argv, tools);
