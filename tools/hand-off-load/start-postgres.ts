/** One PostgreSQL for several copies of the program, with the settings of a real one. */
import { sql } from 'kysely';
import pg from 'pg';
import { openAsOwner } from '../../bot/store/database.ts';
import { startEmbeddedServer, urlOf } from '../../bot/store/embedded-server.ts';
import { ensureRoles, runtimeRole } from '../../bot/store/roles.ts';

export interface DrillDatabase {
  /** For DATABASE_URL: the runtime role. */
  readonly databaseUrl: string;
  /** For DATABASE_OWNER_URL. */
  readonly ownerUrl: string;
  readonly pid: () => number | undefined;
  /** As a superuser: to look behind the scenes. */
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

const name = 'hoi_mot_cua';

export async function startPostgres(dataFolder: string): Promise<DrillDatabase> {
  const server = await startEmbeddedServer({ dataFolder });
  const owner = openAsOwner(server.loginAs('postgres', 'postgres'));
  const runtime = server.loginAs(runtimeRole, name);
  await ensureRoles(owner);
  await sql`alter role ${sql.id(runtimeRole)} login password ${sql.lit(runtime.password)}`.execute(owner);
  await sql`create database ${sql.id(name)}`.execute(owner);
  await owner.destroy();
  const pool = new pg.Pool({ ...server.loginAs('postgres', name), max: 2 });
  pool.on('error', () => {});
  return {
    databaseUrl: urlOf(runtime),
    ownerUrl: urlOf(server.loginAs('postgres', name)),
    pid: server.pid,
    query: async (text, values) => (await pool.query(text, values ? [...values] : undefined)).rows,
    async stop() {
      await pool.end();
      await server.stop();
    },
  };
}
