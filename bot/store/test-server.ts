/** The server that test suites share: `test-database.ts` starts this program when none runs, and nobody has to stop it. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { openAsOwner } from './database.ts';
import { startEmbeddedServer } from './embedded-server.ts';
import { ensureRoles, runtimeRole } from './roles.ts';
import type { AnyHandle } from './tables.ts';
import { suiteName } from './test-database.ts';

/** Ends after this long without a suite, in ms: longer than the pause between two suites. */
const idleLimit = 10_000;
const lookEvery = 500;

/** Fast rather than safe: what a suite stores is thrown away. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

async function serve(folder: string): Promise<void> {
  const ready = join(folder, 'ready.json');
  rmSync(ready, { force: true });
  const server = await startEmbeddedServer({ dataFolder: folder, settings });
  const owner = openAsOwner(server.loginAs('postgres', 'postgres'));
  const runtime = server.loginAs(runtimeRole, 'postgres');
  await ensureRoles(owner);
  await sql`alter role ${sql.id(runtimeRole)} login password ${sql.lit(runtime.password)}`.execute(owner);
  await dropLeftovers(owner);
  do {
    writeFileSync(ready, JSON.stringify({ owner: server.loginAs('postgres', 'postgres'), runtime }), { mode: 0o600 });
    await untilQuiet(owner);
    rmSync(ready, { force: true });
    // Whoever has just read where it is comes now.
    await sleep(lookEvery);
  } while (await suitesRun(owner));
  await owner.destroy();
  await server.stop();
}

async function untilQuiet(owner: AnyHandle): Promise<void> {
  for (let quiet = 0; quiet < idleLimit; quiet += lookEvery) {
    await sleep(lookEvery);
    if (await suitesRun(owner)) quiet = 0;
  }
}

/** Databases of suites that were killed. */
async function dropLeftovers(owner: AnyHandle): Promise<void> {
  const { rows } = await sql<{
    datname: string;
  }>`select datname from pg_database where datname ~ '^t_[0-9a-f]{32}$'`.execute(owner);
  for (const { datname } of rows) await sql`drop database ${sql.id(datname)} with (force)`.execute(owner);
}

async function suitesRun(owner: AnyHandle): Promise<boolean> {
  const { rows } = await sql`select from pg_stat_activity where application_name = ${suiteName} limit 1`.execute(owner);
  return rows.length > 0;
}

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('test-server.ts needs a folder');
await serve(folder);
