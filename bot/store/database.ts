/** Connections to the database, and the three ways to work with rows of persons. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { inSpan, traceIdNow } from '../trace/index.ts';
import { idOf } from './clean-input.ts';
import type { Login } from './embedded-server.ts';
import { type JobName, jobRoles, officerRole, runtimeRole } from './roles.ts';
import { makeScopes } from './scope.ts';
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

/**
 * The database at run time.
 *
 * Each `with…` is one transaction on one connection. Do nothing in it but database work: a call to the outside (a
 * model, a platform) would hold the rows for as long as it takes, and PostgreSQL ends a transaction that sits idle
 * for 15 seconds.
 */
export interface Database {
  /** For what concerns no person: it sees no row of one, and is refused inside the three below. */
  readonly outer: Kysely<Tables>;
  /** Sees and changes this citizen's rows only, by row-level security. */
  withCitizen<T>(citizenId: string, work: (handle: Scoped) => Promise<T>): Promise<T>;
  /** Sees what was handed over to his commune and desk, by row-level security. */
  withOfficer<T>(officer: Officer, work: (handle: Scoped) => Promise<T>): Promise<T>;
  /** Sees the columns its role names, of all citizens; every other column is refused. */
  withJob<T>(job: JobName, work: (handle: Scoped) => Promise<T>): Promise<T>;
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
  const pool = new pg.Pool({ ...connectTo(address), max: 1, application_name: 'hoi-mot-cua owner' });
  pool.on('error', () => {});
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}

/** Opens the pool. Whatever the address logs in as, every connection works as the runtime role from its first statement. */
export function openDatabase(address: Address, log: (text: string) => void = () => {}): Database {
  const scopes = makeScopes();
  const pool = openPool(address, log, { connections: usualConnections, role: runtimeRole });
  const outer = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: {
        options: pool.options,
        async connect() {
          scopes.refuseInside();
          return pool.connect();
        },
        end: () => pool.end(),
      },
    }),
  });
  const within = <T>(name: string, context: Context, work: (handle: Scoped) => Promise<T>): Promise<T> =>
    inSpan('store', name, () =>
      outer.transaction().execute(async (handle) => {
        await enter(handle, context);
        return scopes.run(name, (guard) => work(handle.withPlugin(guard) as Scoped));
      }),
    );
  return {
    outer,
    withCitizen: async (citizenId, work) =>
      within('withCitizen', { role: runtimeRole, citizen: idOf(citizenId) }, work),
    withOfficer: async (officer, work) => within('withOfficer', { role: officerRole, officer }, work),
    withJob: async (job, work) => within(`withJob(${job})`, { role: jobRoles[job] }, work),
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

const usualConnections = 10;

export interface PoolOptions {
  /** At most. */
  readonly connections: number;
  /** As whom every connection works from its first statement. */
  readonly role: string;
  /** A connection at rest is not closed. */
  readonly keptOpen?: boolean;
}

/** Plain connections: for what {@link openDatabase} and the one statement of the door need. */
export function openPool(
  address: Address,
  log: (text: string) => void,
  { connections, role, keptOpen = false }: PoolOptions,
): pg.Pool {
  const config: pg.PoolConfig & { onConnect: (client: pg.ClientBase) => Promise<unknown> } = {
    ...connectTo(address),
    max: connections,
    application_name: 'hoi-mot-cua',
    connectionTimeoutMillis: 10_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    ...(keptOpen ? { idleTimeoutMillis: 0 } : {}),
    onConnect: (client) => client.query(`set role ${role}`),
  };
  const pool = new pg.Pool(config);
  pool.on('error', (error) => {
    // While closing, the server may be quicker than the pool to end a connection.
    if (!pool.ending) log(`A database connection was lost and will be made again: ${error.message}`);
  });
  return pool;
}

interface Context {
  readonly role: string;
  readonly citizen?: string;
  readonly officer?: Officer;
}

/** Set for this transaction only: after commit or rollback the connection is nobody's again. */
async function enter(handle: Scoped, { role, citizen = '', officer }: Context): Promise<void> {
  await sql`select set_config('role', ${role}, true),
    set_config('app.citizen_id', ${citizen}, true),
    set_config('app.officer_id', ${officer?.id ?? ''}, true),
    set_config('app.officer_role', ${officer?.role ?? ''}, true),
    set_config('app.officer_unit', ${officer?.unit ?? ''}, true),
    set_config('app.officer_desk', ${officer?.desk ?? ''}, true),
    set_config('app.trace', ${traceIdNow() ?? ''}, true)`.execute(handle);
}
