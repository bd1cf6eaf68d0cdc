/** `evaluate answer`: the answer questions, ours and the shared ones. */
import { run as runAll } from '../answer-all/run.ts';
import { type Outside, runEvaluation } from '../run-evaluation.ts';

/** `--all-records` asks with every portal record imported beside: the same as `evaluate answer-all`. */
export const run = (argv: readonly string[], tools?: Outside): Promise<number> => {
  if (argv.includes('--all-records'))
    return runAll(
      argv.filter((flag) => flag !== '--all-records'),
      tools,
    );
  return runEvaluation({ name: 'answer', sets: ['answer'], origins: ['own', 'shared'] }, argv, tools);
};
