/** Looks into the store with the eyes of its owner, beside the program or after it. */
import pg from 'pg';
import { verifyAudit } from '../../bot/store/audit.ts';
import { openDatabase } from '../../bot/store/database.ts';
import { joinEmbeddedServer, type Login, startEmbeddedServer } from '../../bot/store/embedded-server.ts';
import { runtimeRole } from '../../bot/store/roles.ts';

const name = 'hoi_mot_cua';

/** One statement on the embedded store of a program that runs. */
export async function askBeside<Row extends object>(
  dataFolder: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  return askOnce<Row>(joinEmbeddedServer(dataFolder).loginAs('postgres', name), text, values);
}

/** On a connection of its own: the server may be another the next time. */
export async function askOnce<Row extends object>(
  login: Login | string,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const options = typeof login === 'string' ? { connectionString: login } : login;
  const client = new pg.Client({ ...options, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows as Row[];
  } finally {
    await client.end().catch(() => {});
  }
}

/** The audit chain, checked as `npm run audit -- check` does. */
export async function auditFaults(runtime: Login | string): Promise<{ rows: number; faults: readonly string[] }> {
  const database = openDatabase(runtime);
  try {
    const { rows, brokenAt } = await verifyAudit(database);
    return { rows, faults: brokenAt === null ? [] : [`the audit log is broken at row ${brokenAt}`] };
  } finally {
    await database.close();
  }
}

/** The embedded store after its program has ended. */
export async function withEndedStore<T>(
  dataFolder: string,
  work: (store: { readonly runtime: Login }) => Promise<T>,
): Promise<T> {
  const server = await startEmbeddedServer({ dataFolder });
  try {
    return await work({ runtime: server.loginAs(runtimeRole, name) });
  } finally {
    await server.stop();
  }
}
