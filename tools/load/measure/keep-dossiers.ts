/** Invented filed cases brought into a running program's store by its own command: to weigh what one takes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '../../../knowledge/index.ts';
import { makeUpCase } from '../../one-stop-simulator/make-up-case.ts';

const root = join(import.meta.dirname, '../../..');
const units = [{ code: '02683', province: 'H38' }];

/** Resolves with how many were kept: none where the command failed. */
export async function keepDossiers(dataFolder: string, count: number): Promise<number> {
  const { guides } = loadKnowledge(join(root, 'knowledge'));
  const around = { seed: 'load', start: new Date(), guides, units, people: Math.ceil(count / 2) };
  const cases = Array.from({ length: count }, (_, index) => makeUpCase(index, around).states.at(-1));
  const file = join(dataFolder, '..', 'dossiers.jsonl');
  writeFileSync(file, cases.map((one) => `${JSON.stringify(one)}\n`).join(''), { mode: 0o600 });
  const command = spawn(process.execPath, ['main.ts', 'dossiers', 'import', file], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, NODE_OPTIONS: '', DATA_FOLDER: dataFolder },
  });
  const [code] = await once(command, 'exit');
  return code === 0 ? count : 0;
}
