/** What a killed program leaves behind: a PostgreSQL that still runs, or the file that says one does. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreStartError } from '../errors.ts';

interface ServerProcess {
  readonly pid: number;
  readonly parent: number;
}

/** How long each kind of stop is given, in ms: an orderly one, one that needs recovery later, and the last. */
const stops = [
  { signal: 'SIGINT', ms: 15_000 },
  { signal: 'SIGQUIT', ms: 5_000 },
  { signal: 'SIGKILL', ms: 5_000 },
] as const;

/**
 * Stops a PostgreSQL that an earlier, killed program left running on this folder, then removes the folder's
 * `postmaster.pid`. PostgreSQL itself refuses to start beside that file when it is empty (a power cut) or names a
 * number that some other program has by now; here it goes only when no server works in the folder.
 *
 * Call it only while holding the folder's lock: then whatever runs there has lost its program.
 *
 * @returns whether a server had to be stopped.
 */
export async function clearLeftovers(cluster: string): Promise<boolean> {
  const found = await serversIn(cluster);
  for (const { signal, ms } of stops) {
    const until = Date.now() + ms;
    signalHeads(await serversIn(cluster), signal);
    while ((await serversIn(cluster)).length > 0 && Date.now() < until) await sleep(20);
  }
  const left = await serversIn(cluster);
  if (left.length > 0) {
    throw new StoreStartError(
      'server-did-not-start',
      `A PostgreSQL (process ${left.map(({ pid }) => pid).join(', ')}) still runs on ${cluster} and does not stop. Stop it and start again.`,
    );
  }
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return found.length > 0;
}

/** A server's own children stop with it; only those whose parent is no server are told. */
function signalHeads(servers: readonly ServerProcess[], signal: NodeJS.Signals): void {
  const pids = new Set(servers.map(({ pid }) => pid));
  for (const { pid, parent } of servers) {
    if (pids.has(parent) && signal !== 'SIGKILL') continue;
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Every PostgreSQL process, server or child, that works in this folder. */
async function serversIn(cluster: string): Promise<readonly ServerProcess[]> {
  return process.platform === 'linux' ? serversByFolder(cluster) : serversByPidFile(cluster);
}

/** Linux tells where each process stands, and PostgreSQL stands in its data folder: no number can be mistaken. */
export function serversByFolder(cluster: string): readonly ServerProcess[] {
  const { dev, ino } = statSync(cluster);
  const found: ServerProcess[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const place = statSync(`/proc/${name}/cwd`);
      if (place.ino !== ino || place.dev !== dev) continue;
      const [, command, state, parent] =
        /^\d+ \((.*)\) (\S) (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
      if (command === 'postgres' && state !== 'Z') found.push({ pid: Number(name), parent: Number(parent) });
    } catch {
      // The process ended while it was looked at, or belongs to a user who cannot open our folder.
    }
  }
  return found;
}

/** Elsewhere: the number in `postmaster.pid`, if that process was started with this folder on its command line. */
export function serversByPidFile(cluster: string): readonly ServerProcess[] {
  const pid = Number(readPidFile(cluster)[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return [];
  if (process.platform === 'win32') {
    throw new StoreStartError(
      'server-did-not-start',
      `Process ${pid} may be a PostgreSQL that an earlier run left on ${cluster}. End it in the Task Manager; if it is another program, delete postmaster.pid in that folder. Then start again.`,
    );
  }
  try {
    const command = execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes(cluster) ? [{ pid, parent: 0 }] : [];
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The lines of `postmaster.pid`: number, folder, start, port, …, state. Empty when there is no such file. */
export function readPidFile(cluster: string): readonly string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}
