/** `evaluate dialogues`: the dialogues, ours and the shared ones. */
import { type Outside, runEvaluation } from '../run-evaluation.ts';

export const run = (argv: readonly string[], tools?: Outside): Promise<number> =>
  runEvaluation({ name: 'dialogues', sets: ['dialogues'], origins: ['own', 'shared'] }, argv, tools);
