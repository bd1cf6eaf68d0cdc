/** Looks at a PostgreSQL that somebody else runs. */
import { sql } from 'kysely';
import { StoreStartError } from './errors.ts';
import { runtimeRole } from './roles.ts';
import type { AnyHandle } from './tables.ts';

const oldest = 150_000;

export interface OutsideLogin {
  readonly name: string;
  /** Superuser or BYPASSRLS: sees everything unless it changes into another role. */
  readonly isSuperuser: boolean;
  /** May make tables here, so migrations can run with it. */
  readonly mayCreate: boolean;
}

/** @throws {@link StoreStartError} when the server cannot be reached or is older than PostgreSQL 15. */
export async function lookAtServer(handle: AnyHandle): Promise<OutsideLogin> {
  const { version, encoding, ...login } = await ask(handle);
  if (version >= oldest && encoding === 'UTF8') return login;
  throw new StoreStartError(
    'other-postgres-version',
    `DATABASE_URL leads to a database of PostgreSQL ${Math.floor(version / 10_000)} in ${encoding}. The program needs PostgreSQL 15 or later and UTF8.`,
  );
}

async function ask(handle: AnyHandle): Promise<OutsideLogin & { version: number; encoding: string }> {
  try {
    const { rows } = await sql<OutsideLogin & { version: number; encoding: string }>`
      select rolname as name, rolsuper or rolbypassrls as "isSuperuser",
        rolname <> ${runtimeRole} and has_schema_privilege(current_user, 'public', 'CREATE') as "mayCreate",
        current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding
      from pg_roles where rolname = current_user`.execute(handle);
    const [row] = rows;
    if (row) return row;
    throw new Error('no such role');
  } catch (error) {
    throw new StoreStartError(
      'server-did-not-start',
      `The database of DATABASE_URL cannot be used: ${error instanceof Error ? error.message : String(error)}. Check that the server runs, and the address, name and password.`,
      { cause: error },
    );
  }
}
