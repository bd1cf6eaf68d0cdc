/** `evaluate attack`: attacks and near misses, ours and the shared ones. */
import { type Outside, runEvaluation } from '../run-evaluation.ts';

export const run = (argv: readonly string[], tools?: Outside): Promise<number> =>
  runEvaluation(
    { name: 'attack', sets: ['attack', 'benign', 'own-attack', 'own-near-miss'], origins: ['own', 'shared'] },
    argv,
    tools,
  );
