/** Loads the knowledge and builds its index in a child process, so that turns go on and its memory goes back when done. */
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';

/** The knowledge on disk could not be built; its message is the child's last words. */
export class PrepareError extends Error {
  readonly code = 'prepare-failed';
}

export interface PrepareOptions {
  /** Milliseconds after which the child is ended. */
  readonly timeLimit?: number;
  readonly command?: readonly [program: string, ...args: string[]];
}

const mostSaid = 4_000;

/** Resolves when cache and index of what is on disk lie in the data folder. @throws {PrepareError} */
export function prepareInChild({
  timeLimit = 300_000,
  command = [process.execPath, join(import.meta.dirname, '../main.ts'), 'prepare'],
}: PrepareOptions = {}): Promise<void> {
  const [program, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: timeLimit });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-mostSaid);
    });
    child.once('spawn', () => beNice(child.pid));
    child.once('error', (cause) => reject(new PrepareError('The knowledge could not be built', { cause })));
    child.once('close', (exit, signal) => {
      if (exit === 0) resolve();
      else reject(new PrepareError(`The new knowledge is not taken over (${signal ?? exit}): ${said.trim()}`));
    });
  });
}

/** Answering comes first. */
function beNice(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not every system lets it.
  }
}
