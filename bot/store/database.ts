/** Connections to the database, and the three ways to work with rows of persons. */
import type { Socket } from 'node:net';
import { DummyDriver, Kysely, PostgresDialect, Transaction } from 'kysely';
import pg from 'pg';
import { inSpan, traceIdNow } from '../trace/index.ts';
import { idOf } from './clean-input.ts';
import type { Login } from './embedded-server.ts';
import { type JobName, jobRoles, officerRole, runtimeRole } from './roles.ts';
import { makeScopes } from './scope.ts';
import { type Hint, keepTalk, openTalk } from './scope-talk.ts';
import type { Statement } from './send-together.ts';
import type { AnyHandle, Scoped, Tables } from './tables.ts';

// Counts and sequence numbers stay far below 2^53; as strings they would compare wrongly.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Who works as an officer, and what decides which rows he sees. */
export interface Officer {
  readonly id: string;
  readonly role: 'officer' | 'supervisor' | 'editor' | 'admin';
  /** Code of the commune he works for; two digits are a whole province. */
  readonly unit: string;
  /** The desk he sits at, as a key: `tiep-cong-dan`; none is no desk in particular. */
  readonly desk?: string | null;
}

/** The ways to work with rows of persons, each under row-level security. */
export interface Scopes {
  /** Sees and changes this citizen's rows only, by row-level security. */
  withCitizen<T>(citizenId: string, work: (handle: Scoped) => Promise<T>): Promise<T>;
  /** Sees what was handed over to his commune and desk, by row-level security. */
  withOfficer<T>(officer: Officer, work: (handle: Scoped) => Promise<T>): Promise<T>;
  /** Sees the columns its role names, of all citizens; every other column is refused. */
  withJob<T>(job: JobName, work: (handle: Scoped) => Promise<T>): Promise<T>;
}

/**
 * The database at run time.
 *
 * Each `with…` is one transaction on one connection. Do nothing in it but database work: a call to the outside (a
 * model, a platform) would hold the rows for as long as it takes, and PostgreSQL ends a transaction that sits idle
 * for 15 seconds.
 */
export interface Database extends Scopes {
  /** For what concerns no person: it sees no row of one, and is refused inside the three below. */
  readonly outer: Kysely<Tables>;
  /** The same three for work that is one statement: one round trip instead of two, and a second statement is refused. */
  readonly single: Scopes;
  /** Of the pool, now; `waiting`: pieces of work without one. */
  connections(): { readonly inUse: number; readonly idle: number; readonly waiting: number };
  close(): Promise<void>;
}

/** How to reach a server: a login, or a `postgres://` address. */
export type Address = Login | string;

const connectTo = (address: Address): pg.PoolConfig =>
  typeof address === 'string' ? { connectionString: address } : { ...address };

/** A handle for the owner of the tables: migrations and roles, never a citizen's matter. */
export function openAsOwner(address: Address): AnyHandle {
  const pool = new pg.Pool({
    ...connectTo(address),
    max: 1,
    connectionTimeoutMillis: 10_000,
    application_name: 'hoi-mot-cua owner',
  });
  pool.on('error', () => {});
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}

export interface DatabaseOptions {
  readonly log?: (text: string) => void;
  /** Told of what a committed transaction has changed. */
  readonly tell?: (hints: readonly Hint[]) => void;
}

/** Opens the pool. Whatever the address logs in as, every connection works as the runtime role from its first statement. */
export function openDatabase(address: Address, { log = () => {}, tell = () => {} }: DatabaseOptions = {}): Database {
  const scopes = makeScopes();
  const pool = openPool(address, log, { connections: usualConnections, role: runtimeRole });
  const connect = async () => {
    scopes.refuseInside();
    return pool.connect();
  };
  const dialect = new PostgresDialect({ pool: { options: pool.options, connect, end: () => pool.end() } });
  const outer = new Kysely<Tables>({ dialect });
  const executor = outer.getExecutor();
  const inTransaction = async <T>({ name, context, isSingle }: Entry, work: (handle: Scoped) => Promise<T>) => {
    const client = await connect();
    const talk = openTalk(client, { context, isSingle });
    const own = executor.withConnectionProvider({ provideConnection: (use) => use(talk.connection) });
    const handle = new Transaction<Tables>({ config: { dialect }, dialect, driver: new DummyDriver(), executor: own });
    let isUsable = true;
    try {
      const done = await scopes.run(name, (guard) => work(keepTalk(handle.withPlugin(guard) as Scoped, talk)));
      const hints = await talk.commit();
      if (hints.length > 0) tell(hints);
      return done;
    } catch (error) {
      isUsable = await talk.rollback();
      throw error;
    } finally {
      client.release(!isUsable);
    }
  };
  const within = <T>(entry: Entry, work: (handle: Scoped) => Promise<T>): Promise<T> =>
    inSpan('store', entry.name, () => inTransaction(entry, work));
  const scopesOf = (isSingle: boolean): Scopes => ({
    withCitizen: async (citizenId, work) =>
      within({ name: 'withCitizen', context: asCitizen(idOf(citizenId)), isSingle }, work),
    withOfficer: async (officer, work) => within({ name: 'withOfficer', context: asOfficer(officer), isSingle }, work),
    withJob: async (job, work) => within({ name: `withJob(${job})`, context: asRole(jobRoles[job]), isSingle }, work),
  });
  return {
    outer,
    ...scopesOf(false),
    single: scopesOf(true),
    connections: () => ({
      inUse: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    async close() {
      // Kysely ends a pool only after its first query.
      await outer.destroy();
      if (!pool.ended) await pool.end();
    },
  };
}

interface Entry {
  readonly name: string;
  readonly context: Statement;
  readonly isSingle: boolean;
}

/** On a full processor an answer of the database waits for the event loop, and its connection with it: few make a queue. */
const usualConnections = 20;

export interface PoolOptions {
  /** At most. */
  readonly connections: number;
  /** As whom every connection works from its first statement. */
  readonly role: string;
  /** A connection at rest is not closed. */
  readonly keptOpen?: boolean;
  /** How long the server may be silent while a connection is in use, in ms. */
  readonly silenceMs?: number;
}

/** Plain connections: for what {@link openDatabase} and the one statement of the door need. */
export function openPool(
  address: Address,
  log: (text: string) => void,
  { connections, role, keptOpen = false, silenceMs = longestSilenceMs }: PoolOptions,
): pg.Pool {
  const config: pg.PoolConfig & { onConnect: (client: pg.ClientBase) => Promise<unknown> } = {
    ...connectTo(address),
    max: connections,
    application_name: 'hoi-mot-cua',
    connectionTimeoutMillis: 10_000,
    statement_timeout: 15_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
    ...(keptOpen ? { idleTimeoutMillis: 0 } : {}),
    onConnect: (client) => client.query(`set role ${role}`),
  };
  const pool = new pg.Pool(config);
  pool.on('error', (error) => {
    // While closing, the server may be quicker than the pool to end a connection.
    if (!pool.ending) log(`A database connection was lost and will be made again: ${error.message}`);
  });
  // The pool listens to those at rest alone: an error of one in use would end the program. Its statement rejects anyway.
  pool.on('connect', (client) => void client.on('error', () => {}));
  endSilent(pool, silenceMs);
  return pool;
}

/** Longer than the server lets a statement run. */
const longestSilenceMs = 20_000;

/**
 * Whoever is silent for longer than a statement may take is not there any more, whatever TCP believes: a firewall forgot
 * the connection, a machine hangs. Without this the connections in use would never come back to the pool.
 */
function endSilent(pool: pg.Pool, silenceMs: number): void {
  const lineOf = (client: pg.PoolClient) => (client as unknown as { connection: { stream: Socket } }).connection.stream;
  pool.on('connect', (client) => {
    const line = lineOf(client);
    line.on('timeout', () => line.destroy(new Error('The database was silent for too long; its connection is ended.')));
  });
  pool.on('acquire', (client) => void lineOf(client).setTimeout(silenceMs));
  pool.on('release', (_error, client) => void lineOf(client).setTimeout(0));
}

/** Set for one transaction only: after commit or rollback the connection is nobody's again. */
const asRole = (role: string): Statement => ({
  text: `select set_config('role', $1, true), set_config('app.trace', $2, true)`,
  values: [role, traceIdNow() ?? ''],
});

const asCitizen = (citizenId: string): Statement => ({
  text: `select set_config('role', $1, true), set_config('app.citizen_id', $2, true), set_config('app.trace', $3, true)`,
  values: [runtimeRole, citizenId, traceIdNow() ?? ''],
});

const asOfficer = ({ id, role, unit, desk }: Officer): Statement => ({
  text: `select set_config('role', $1, true), set_config('app.officer_id', $2, true), set_config('app.officer_role', $3, true),
    set_config('app.officer_unit', $4, true), set_config('app.officer_desk', $5, true), set_config('app.trace', $6, true)`,
  values: [officerRole, id, role, unit, desk ?? '', traceIdNow() ?? ''],
});
