/** `evaluate all`: what gates CI. Every set of ours and, where they are, the shared ones, with the transforms and a sample of what models get past the harness. */
import { measureContainment, sampledMoods } from '../containment/measure-containment.ts';
import { everySet, type Outside, runEvaluation } from '../run-evaluation.ts';

export const run = (argv: readonly string[], tools?: Outside): Promise<number> =>
  runEvaluation(
    {
      name: 'all',
      sets: everySet,
      origins: ['own', 'shared'],
      transforms: true,
      beside: (origins, given) => measureContainment(sampledMoods, origins, given),
    },
    argv,
    tools,
  );
