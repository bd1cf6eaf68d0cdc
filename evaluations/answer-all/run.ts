/** `evaluate answer-all`: the answer questions with every portal record imported and approved beside the hand-made guides. */
import { join } from 'node:path';
import { askByCommand } from '../ask-command.ts';
import { openKnowing } from '../knowing.ts';
import { type Outside, outside, runEvaluation } from '../run-evaluation.ts';
import { importAllRecords, recordsThere } from './import-all-records.ts';
import { measureLoss } from './measure-loss.ts';

/** Kept between runs: an index of all records takes a minute to build. */
const dataFolder = join(import.meta.dirname, '../../data/all-records');

export async function run(argv: readonly string[], tools: Outside = outside()): Promise<number> {
  if (!recordsThere()) {
    tools.print('skipped: ../shared/data/procedures is not here');
    return 0;
  }
  const count = await importAllRecords(dataFolder, tools.now());
  tools.progress(`${count} records are imported and approved in ${dataFolder}`);
  const command = ['env', `DATA_FOLDER=${dataFolder}`, 'npm', 'run', '-s', 'ask', '--', '--jsonl'] as const;
  const { invented } = openKnowing({ importedFolder: join(dataFolder, 'imported') });
  // A full guide is one that was written by hand, with all records as without.
  const withAll = { ask: askByCommand({ command }), knowing: { ...tools.knowing, invented } };
  const beside: Parameters<typeof measureLoss>[0] = ['own', 'shared'];
  return runEvaluation(
    {
      name: 'answer-all',
      sets: [],
      origins: beside,
      beside: (origins, given) => measureLoss(origins, given, withAll),
    },
    argv,
    tools,
  );
}
