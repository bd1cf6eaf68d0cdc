/** Starts one run as a process of its own, as a reader would by its command. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { KeptRun } from './kept-run.ts';
import type { Source } from './sources.ts';
import { commitNow, thisMachine } from './this-code.ts';

const root = join(import.meta.dirname, '../..');

/** What it tells on the way goes to our stderr. Waits as long as it takes; a run that fails is kept with its exit code. */
export async function startRun({ id, starts }: Source): Promise<KeptRun> {
  const commit = commitNow();
  const started = performance.now();
  const { exitCode, printed } = await printedBy(starts);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  return { id, at: new Date().toISOString(), commit, machine: thisMachine(), seconds, exitCode, printed };
}

function printedBy(starts: readonly string[]): Promise<Pick<KeptRun, 'exitCode' | 'printed'>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...starts], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      printed += part;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ exitCode: code ?? (signal ? 128 : 1), printed }));
  });
}
