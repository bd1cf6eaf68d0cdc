/** `evaluate dossier`: the dossier questions, ours and the shared ones. */
import { type Outside, runEvaluation } from '../run-evaluation.ts';

export const run = (argv: readonly string[], tools?: Outside): Promise<number> =>
  runEvaluation({ name: 'dossier', sets: ['dossier'], origins: ['own', 'shared'] }, argv, tools);
