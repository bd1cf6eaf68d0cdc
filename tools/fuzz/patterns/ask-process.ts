import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** What a file of this folder prints as JSON. */
export function askProcess(file: string, ...given: readonly string[]): unknown {
  const path = join(import.meta.dirname, file);
  const told = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', path, ...given], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(told);
}
