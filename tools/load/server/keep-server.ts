/**
 * Keeps the program of a measurement in process groups of its own, each further copy as it is told to, and ends them, their
 * database and their folder with whoever started this: nothing is left behind, also after a Ctrl-C or a kill.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

interface Kept {
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '../../..');
const patienceMs = 30_000;
const { folder, settings } = JSON.parse(process.argv[2] ?? '{}') as Kept;
const log = openSync(join(folder, 'server.log'), 'a');
const tell = (what: object) => void (process.connected && process.send?.(what, () => {}));
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
let isEnding = false;
/** The first brings the database and ends last. */
const copies: ChildProcess[] = [];

function startCopy(more: Kept['settings']): void {
  const program = spawn(process.execPath, ['main.ts'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, NODE_OPTIONS: '', ...settings, ...more },
  });
  copies.push(program);
  program.once('spawn', () => tell({ kind: 'started', pid: program.pid }));
  program.once('exit', (code, signal) => tell({ kind: 'ended', how: String(signal ?? code) }));
}

const isOver = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

async function endCopy(program: ChildProcess): Promise<void> {
  if (!isOver(program)) program.kill('SIGTERM');
  for (let waited = 0; !isOver(program) && waited < patienceMs; waited += 50) await sleep(50);
  if (!isOver(program)) program.kill('SIGKILL');
}

async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await Promise.all(copies.slice(1).map(endCopy));
  await Promise.all(copies.slice(0, 1).map(endCopy));
  await endDatabase();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  process.exit(0);
}

/** A program that was killed leaves its database running. */
async function endDatabase(): Promise<void> {
  const file = join(folder, 'data/postgres/cluster/postmaster.pid');
  for (let waited = 0; waited < patienceMs; waited += 100) {
    const pid = pidIn(file);
    if (pid === null) return;
    try {
      process.kill(pid, waited === 0 ? 'SIGINT' : 0);
    } catch {
      return;
    }
    await sleep(100);
  }
  const pid = pidIn(file);
  if (pid !== null) process.kill(pid, 'SIGKILL');
}

function pidIn(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0]) || null;
  } catch {
    return null;
  }
}

startCopy({});
process.on('message', (more: Kept['settings']) => startCopy(more));
process.once('disconnect', () => void end());
