/** What there is to keep: asked of the database, so that a later migration's table is kept as well. */
import type pg from 'pg';

export interface KeptTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Kysely writes its own two anew. */
const ownTables = `'kysely_migration', 'kysely_migration_lock'`;

export async function tablesOf(client: pg.ClientBase): Promise<readonly KeptTable[]> {
  const { rows } = await client.query<KeptTable>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in (${ownTables})
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`);
  return rows;
}

export interface KeptSequence {
  readonly sequence: string;
  readonly last: number;
  readonly called: boolean;
}

export async function sequencesOf(client: pg.ClientBase): Promise<readonly KeptSequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select sequencename as name from pg_sequences where schemaname = 'public' order by 1`,
  );
  const kept: KeptSequence[] = [];
  for (const { name } of rows) {
    const { rows: found } = await client.query<{ last: string; called: boolean }>(
      `select last_value as last, is_called as called from ${quoted(name)}`,
    );
    if (found[0]) kept.push({ sequence: name, last: Number(found[0].last), called: found[0].called });
  }
  return kept;
}

export async function migrationsOf(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name');
  return rows.map(({ name }) => name);
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
