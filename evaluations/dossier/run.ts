/** `evaluate dossier`: the dossier questions, ours, the shared ones, and those of one's own case. */
import { type Outside, runEvaluation } from '../run-evaluation.ts';

export const run = (argv: readonly string[], tools?: Outside): Promise<number> =>
  runEvaluation({ name: 'dossier', sets: ['dossier', 'own-case'], origins: ['own', 'shared'] }, argv, tools);
