/** What a long run measured, kept as `reports/<name>.measured.json` for the scorecard. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

export interface Figure {
  /** Unique in its run, kebab-case: `web-chats-p95`. */
  readonly id: string;
  /** What it is, in English, for a reader who was not there. */
  readonly label: string;
  readonly value: number;
  /** `ms`, `MB`, `%`, `1/s`, or empty for a count. */
  readonly unit: string;
  /** What it is held to; `null` where nothing was promised. */
  readonly target: { readonly most: number } | { readonly least: number } | null;
}

export interface Measured {
  /** Kebab-case, one of those that `evaluations/scorecard/sources.ts` reads: `load`, `faults`, `hand-off-load`. */
  readonly name: string;
  /** The command that measured it. */
  readonly command: string;
  /** When it ended, ISO 8601. */
  readonly at: string;
  /** The commit it ran on, `-dirty` behind it when files had changed. */
  readonly commit: string;
  readonly machine: Machine;
  readonly figures: readonly Figure[];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryMb: number;
  readonly node: string;
}

const root = join(import.meta.dirname, '..');

export const machine = (): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryMb: Math.round(totalmem() / 1e6),
  node: process.versions.node,
});

/** What can change a figure; the scorecard reads it the same way. */
const program = [
  ...['.', ':(exclude)docs', ':(exclude,top,glob)*.md', ':(exclude,glob)**/*.test.ts'],
  ...[':(exclude)evaluations/scorecard', ':(exclude)tools/officer-docs'],
];

/** Ten digits, `-dirty` behind them when the program has changes that are in no commit; `unknown` outside a checkout. */
export function commitNow(): string {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...args], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const dirty = git('status', '--porcelain', '--', ...program) !== '';
    return `${git('rev-parse', '--short=10', 'HEAD')}${dirty ? '-dirty' : ''}`;
  } catch {
    return 'unknown';
  }
}

/** Whether the figure holds what was promised; `null` where nothing was. */
export function isMet({ value, target }: Pick<Figure, 'value' | 'target'>): boolean | null {
  if (!target) return null;
  return 'most' in target ? value <= target.most : value >= target.least;
}

/** What somebody types to run it again with the same flags. */
export const typed = (script: string, flags: readonly string[] = process.argv.slice(2)): string =>
  `npm run ${script}${flags.length === 0 ? '' : ` -- ${flags.join(' ')}`}`;

/** Keeps what a run measured; the last run of a name counts. @returns the file. */
export function keepMeasured(
  run: Pick<Measured, 'name' | 'command' | 'figures'>,
  folder = join(root, 'reports'),
): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${run.name}.measured.json`);
  const measured: Measured = { ...run, at: new Date().toISOString(), commit: commitNow(), machine: machine() };
  writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
  return file;
}
