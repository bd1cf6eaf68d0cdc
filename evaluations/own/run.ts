/** `evaluate own`: every question set of ours. */
import { everySet, type Outside, runEvaluation } from '../run-evaluation.ts';

export const run = (argv: readonly string[], tools?: Outside): Promise<number> =>
  runEvaluation({ name: 'own', sets: everySet, origins: ['own'] }, argv, tools);
