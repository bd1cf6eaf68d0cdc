/** `evaluate transforms`: the answer questions typed badly in four ways, paired with the questions as they stand. */
import { type Outside, runEvaluation } from '../run-evaluation.ts';

export const run = (argv: readonly string[], tools?: Outside): Promise<number> =>
  runEvaluation({ name: 'transforms', sets: [], origins: ['own', 'shared'], transforms: true }, argv, tools);
