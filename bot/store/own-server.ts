/** The program's own server with its roles and its database, or the one that a running copy of the program has. */
import { sql } from 'kysely';
import { type Address, openAsOwner } from './database.ts';
import { type EmbeddedServer, joinEmbeddedServer, startEmbeddedServer } from './embedded-server.ts';
import { StoreStartError } from './errors.ts';
import { ensureRoles, runtimeRole } from './roles.ts';
import type { AnyHandle } from './tables.ts';

const databaseName = 'hoi_mot_cua';

export interface OwnServerOptions {
  readonly dataFolder: string;
  /** When a running copy of the program holds the data folder, its server is used. */
  readonly join?: boolean;
  readonly log?: (text: string) => void;
}

export interface OwnServer {
  readonly runtime: Address;
  /** Of a superuser. */
  readonly owner: Address;
  /** A running copy of the program looks after it. */
  readonly joined: boolean;
  stop(): Promise<void>;
}

/** @throws {StoreStartError} when it does not start, or another program holds the folder. */
export async function openOwnServer(options: OwnServerOptions): Promise<OwnServer> {
  try {
    return await start(options);
  } catch (error) {
    if (!options.join || !(error instanceof StoreStartError) || error.code !== 'folder-in-use') throw error;
    return { ...loginsOf(joinEmbeddedServer(options.dataFolder)), joined: true };
  }
}

const loginsOf = (server: Pick<EmbeddedServer, 'loginAs' | 'stop'>) => ({
  runtime: server.loginAs(runtimeRole, databaseName),
  owner: server.loginAs('postgres', databaseName),
  stop: () => server.stop(),
});

async function start({ dataFolder, log }: OwnServerOptions): Promise<OwnServer> {
  const server = await startEmbeddedServer({ dataFolder, ...(log ? { log } : {}) });
  try {
    await asOwner(server.loginAs('postgres', 'postgres'), (owner) => prepare(owner, server));
    return { ...loginsOf(server), joined: false };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function prepare(owner: AnyHandle, server: EmbeddedServer): Promise<void> {
  await ensureRoles(owner);
  const { password } = server.loginAs(runtimeRole, databaseName);
  await sql`alter role ${sql.id(runtimeRole)} login password ${sql.lit(password)}`.execute(owner);
  const { rows } = await sql`select from pg_database where datname = ${databaseName}`.execute(owner);
  if (rows.length === 0) await sql`create database ${sql.id(databaseName)}`.execute(owner);
}

export async function asOwner<T>(address: Address, work: (owner: AnyHandle) => Promise<T>): Promise<T> {
  const owner = openAsOwner(address);
  try {
    return await work(owner);
  } finally {
    await owner.destroy();
  }
}
