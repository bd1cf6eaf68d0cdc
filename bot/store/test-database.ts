/** Gives a test suite a database of its own, on a server that all suites and all jest workers share. */
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Login, urlOf } from './embedded-server.ts';

export interface TestDatabase {
  /** Logs in as the runtime role; give it to `openStore` as `databaseUrl`. */
  readonly databaseUrl: string;
  /** Logs in as a superuser; give it to `openStore` as `ownerUrl`. */
  readonly ownerUrl: string;
  /** One statement as a superuser, whom row-level security does not bind: to look behind the scenes. */
  query(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** Removes the database. Call it in `afterAll`, after the store was closed. */
  drop(): Promise<void>;
}

/** How a suite's connection is known to the server, which stays as long as there is one. */
export const suiteName = 'hoi-mot-cua suite';

const patience = 60_000;

/**
 * Makes an empty database; takes about 50 ms, and about a second when the server has to be started.
 *
 * The first suite starts the server as a process of its own, in a folder of the temporary files that is kept for
 * the next run. It ends by itself ten seconds after the last suite, so nothing has to be configured or stopped.
 * Give the `beforeAll` that calls this a limit of 60 s: the very first start on a busy machine outlasts jest's five.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { owner, runtime, keeper } = await findServer();
  const database = `t_${randomUUID().replaceAll('-', '')}`;
  await keeper.query(`create database ${database}`);
  const own = await connect({ ...owner, database }, suiteName);
  return {
    databaseUrl: urlOf({ ...runtime, database }),
    ownerUrl: urlOf({ ...owner, database }),
    query: async (text, values) => (await own.query(text, values ? [...values] : undefined)).rows,
    async drop() {
      await own.end();
      await keeper.query(`drop database ${database} with (force)`);
      await keeper.end();
    },
  };
}

interface Logins {
  readonly owner: Login;
  readonly runtime: Login;
}

/** A server, and a connection that keeps it there. */
interface Found extends Logins {
  readonly keeper: pg.Client;
}

async function findServer(): Promise<Found> {
  const user = process.getuid?.() ?? 0;
  const place = createHash('sha256')
    .update(import.meta.dirname)
    .digest('hex')
    .slice(0, 8);
  const folder = join(tmpdir(), `hoi-mot-cua-tests-${user}-${place}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const until = Date.now() + patience;
  for (let attempt = 0; Date.now() < until; attempt++) {
    const found = await tryServer(folder);
    if (found) return found;
    // Two that start at once do no harm: the folder's lock refuses the second. One may end just now: ask again.
    if (attempt % 100 === 0) startServer(folder);
    await sleep(50);
  }
  throw new Error(
    `The test server did not start within ${patience / 1000} s; ${join(folder, 'test-server.log')} says why`,
  );
}

async function tryServer(folder: string): Promise<Found | null> {
  try {
    const logins = JSON.parse(readFileSync(join(folder, 'ready.json'), 'utf8')) as Logins;
    return { ...logins, keeper: await connect(logins.owner, suiteName) };
  } catch {
    return null;
  }
}

function startServer(folder: string): void {
  const log = openSync(join(folder, 'test-server.log'), 'w');
  spawn(process.execPath, [join(import.meta.dirname, 'test-server.ts'), folder], {
    detached: true,
    stdio: ['ignore', log, log],
  }).unref();
  closeSync(log);
}

async function connect(login: Login, name: string): Promise<pg.Client> {
  const client = new pg.Client({ ...login, application_name: name });
  client.on('error', () => {});
  await client.connect();
  return client;
}
