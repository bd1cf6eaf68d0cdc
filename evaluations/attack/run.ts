/** `evaluate attack`: the attack questions, ours and the shared ones. */
import { type Outside, runEvaluation } from '../run-evaluation.ts';

export const run = (argv: readonly string[], tools?: Outside): Promise<number> =>
  runEvaluation({ name: 'attack', sets: ['attack'], origins: ['own', 'shared'] }, argv, tools);
