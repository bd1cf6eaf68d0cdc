/** `evaluate handoff`: hand-off, its near misses and emergencies, ours and the shared ones. */
import { type Outside, runEvaluation } from '../run-evaluation.ts';

export const run = (argv: readonly string[], tools?: Outside): Promise<number> =>
  runEvaluation(
    { name: 'handoff', sets: ['handoff', 'handoff-fresh', 'emergency'], origins: ['own', 'shared'] },
    argv,
    tools,
  );
