/** `evaluate clarify`: the clarify questions, ours and the shared ones. */
import { type Outside, runEvaluation } from '../run-evaluation.ts';

export const run = (argv: readonly string[], tools?: Outside): Promise<number> =>
  runEvaluation({ name: 'clarify', sets: ['clarify'], origins: ['own', 'shared'] }, argv, tools);
