/** Which state of the program was measured, and where. */
import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Machine } from './scorecard.ts';

const project = join(import.meta.dirname, '../..');
/** What can change a figure: not the pages for readers, nor the tests, nor what writes figures down. */
const program = [
  '.',
  ':(exclude)docs',
  ':(exclude,top,glob)*.md',
  ':(exclude,glob)**/*.test.ts',
  ':(exclude)evaluations/scorecard',
  ':(exclude)tools/officer-docs',
];

/** What git says, trimmed; `null` outside a checkout and where git refuses. */
function git(root: string, ...args: readonly string[]): string | null {
  try {
    return execFileSync('git', [...args], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

/** Ten digits, `-dirty` behind them when the program has changes that are in no commit; `unknown` outside a checkout. */
export function commitNow(root = project): string {
  const commit = git(root, 'rev-parse', '--short=10', 'HEAD');
  if (commit === null) return 'unknown';
  return git(root, 'status', '--porcelain', '--', ...program) === '' ? commit : `${commit}-dirty`;
}

/** Whether two commits hold the same program; what is dirty or unknown equals nothing. */
export function sameProgram(one: string, other: string, root = project): boolean {
  if (![one, other].every((commit) => /^[0-9a-f]{7,40}$/.test(commit))) return false;
  return one === other || git(root, 'diff', '--name-only', one, other, '--', ...program) === '';
}

export const thisMachine = (): Machine => ({
  cpu: cpus()[0]?.model.trim() || 'unknown',
  cores: cpus().length,
  memoryMb: Math.round(totalmem() / 1e6),
  node: process.versions.node,
});
