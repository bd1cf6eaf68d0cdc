/** Runs one PostgreSQL as a child of the program. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreStartError } from '../errors.ts';
import { readPidFile } from './clear-leftovers.ts';
import { pathForServer } from './create-cluster.ts';
import type { Programs } from './find-programs.ts';
import { freePort } from './free-port.ts';
import type { ServerUser } from './server-user.ts';

/**
 * For a small machine that also runs the assistant. Only this computer may connect, nothing acknowledged is lost
 * in a power cut, and no statement that failed is written to the log, as it may hold a citizen's words.
 */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  min_wal_size: '64MB',
  io_method: 'sync',
  jit: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

export interface ServerPlace {
  readonly cluster: string;
  readonly programs: Programs;
  readonly user: ServerUser;
  readonly logFile: string;
  /** Over the settings above; only tests use it. */
  readonly extra?: Readonly<Record<string, string>>;
}

export interface RunningServer {
  readonly child: ChildProcess;
  readonly port: number;
}

/** How long recovery after a power cut may take on a slow card, in ms. */
const patience = 600_000;

/** Starts it on `port`, or on a free one, and waits until it accepts connections. */
export async function runServer(place: ServerPlace, port?: number): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await freePort());
    const before = sizeOf(place.logFile);
    const child = launch(place, chosen);
    if (await becomesReady(child, place.cluster)) return { child, port: chosen };
    await stopChild(child);
    const said = readFileSync(place.logFile).subarray(before).toString('utf8').trim();
    if (attempt < 5 && /could not bind|could not create any TCP/.test(said)) continue;
    throw new StoreStartError(
      'server-did-not-start',
      `PostgreSQL did not start on ${place.cluster}. It said: ${said.slice(-800) || 'nothing'}. The whole log is ${place.logFile}.`,
    );
  }
}

function launch({ cluster, programs, user, logFile, extra }: ServerPlace, port: number): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  const options = Object.entries({ ...settings, ...extra }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  try {
    // A session of its own: Ctrl-C in a terminal must reach the program first, which then lets turns finish.
    const child = spawn(programs.postgres, ['-D', pathForServer(cluster, user), '-p', String(port), ...options], {
      cwd: cluster,
      detached: true,
      stdio: ['ignore', log, log],
      ...user,
    });
    child.on('error', () => {});
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

const hasEnded = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/** PostgreSQL writes `ready` into line 8 of its `postmaster.pid` when connections are let in. */
async function becomesReady(child: ChildProcess, cluster: string): Promise<boolean> {
  const until = Date.now() + patience;
  while (!hasEnded(child) && Date.now() < until) {
    const lines = readPidFile(cluster);
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
    await sleep(8);
  }
  return false;
}

/** Orderly; after 20 seconds by force, which costs a recovery at the next start but loses nothing. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.ref();
  child.kill('SIGINT');
  const force = setTimeout(() => child.kill('SIGQUIT'), 20_000);
  await ended;
  clearTimeout(force);
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
