/** A PostgreSQL as `deploy/province/managed-postgres.md` has it made: an owner and a login for the copies, no superuser among them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedServer } from '../../bot/store/embedded-server.ts';

export interface ProvinceStore {
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  /** As the administrator: to look behind the scenes. */
  query<Row extends pg.QueryResultRow>(text: string): Promise<readonly Row[]>;
  stop(): Promise<void>;
}

const password = 'mat-khau-thu';

/** The statements of the page, as an administrator would paste them. */
function statementsOfPage(): readonly (readonly string[])[] {
  const page = readFileSync(join(import.meta.dirname, '..', 'province', 'managed-postgres.md'), 'utf8');
  const [, block = ''] = /```sql\n([\s\S]*?)```/.exec(page) ?? [];
  return block
    .replaceAll("'…'", `'${password}'`)
    .split(/^\\c \w+$/m)
    .map((part) =>
      part
        .split(';')
        .map((line) => line.trim())
        .filter(Boolean),
    );
}

export async function startProvinceStore(dataFolder: string): Promise<ProvinceStore> {
  const server = await startEmbeddedServer({ dataFolder });
  const as = async (database: string, statements: readonly string[]) => {
    const client = new pg.Client(server.loginAs('postgres', database));
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  const [before = [], inside = []] = statementsOfPage();
  await as('postgres', before);
  await as('hoi_mot_cua', inside);
  const { host, port } = server.loginAs('postgres', 'hoi_mot_cua');
  const pool = new pg.Pool({ ...server.loginAs('postgres', 'hoi_mot_cua'), max: 1 });
  pool.on('error', () => {});
  const urlOf = (login: string) => `postgres://${login}:${password}@${host}:${port}/hoi_mot_cua`;
  return {
    databaseUrl: urlOf('hoi_mot_cua_web'),
    ownerUrl: urlOf('hoi_mot_cua_owner'),
    query: async (text) => (await pool.query(text)).rows,
    async stop() {
      await pool.end();
      await server.stop();
    },
  };
}
