/**
 * Keeps the program of a measurement in a process group of its own, and ends it, its database and its folder with
 * whoever started this: nothing is left behind, also after a Ctrl-C or a kill.
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
const program: ChildProcess = spawn(process.execPath, ['main.ts'], {
  cwd: root,
  detached: true,
  stdio: ['ignore', log, log],
  env: { ...process.env, NODE_OPTIONS: '', ...settings },
});
const tell = (what: object) => void (process.connected && process.send?.(what, () => {}));
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
program.once('spawn', () => tell({ kind: 'started', pid: program.pid }));
program.once('exit', (code, signal) => tell({ kind: 'ended', how: String(signal ?? code) }));
let isEnding = false;

const isOver = () => program.exitCode !== null || program.signalCode !== null;

async function end(): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  if (!isOver()) program.kill('SIGTERM');
  for (let waited = 0; !isOver() && waited < patienceMs; waited += 50) await sleep(50);
  if (!isOver()) program.kill('SIGKILL');
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

process.on('message', () => void end());
process.once('disconnect', () => void end());
