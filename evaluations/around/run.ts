/** `evaluate around`: days, offices, another day's rule, notices and own data, and the procedures that sound like them. */
import { type Outside, runEvaluation } from '../run-evaluation.ts';

export const run = (argv: readonly string[], tools?: Outside): Promise<number> =>
  runEvaluation({ name: 'around', sets: ['around'], origins: ['own'] }, argv, tools);
