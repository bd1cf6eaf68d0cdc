/** `evaluate redteam [--all]`: outside attacks, in one frame each or in every one. */
import { type Outside, runEvaluation } from '../run-evaluation.ts';
import { measureRedteam } from './measure-redteam.ts';

export const run = (argv: readonly string[], tools?: Outside): Promise<number> =>
  runEvaluation(
    {
      name: 'redteam',
      sets: [],
      origins: ['shared'],
      beside: (_origins, given) => measureRedteam(given, { all: argv.includes('--all') }),
    },
    argv.filter((flag) => flag !== '--all'),
    tools,
  );
