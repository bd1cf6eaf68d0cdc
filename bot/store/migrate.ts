/** Brings a database to this program's schema. */
import { sql } from 'kysely';
import { type MigrationInfo, Migrator } from 'kysely/migration';
import { StoreStartError } from './errors.ts';
import { migrations } from './migrations/index.ts';
import type { AnyHandle } from './tables.ts';

const migratorOf = (owner: AnyHandle): Migrator =>
  new Migrator({ db: owner, provider: { getMigrations: async () => ({ ...migrations }) } });

/**
 * Runs what has not run yet, under Kysely's lock: copies of the program that start at once wait for one another.
 *
 * @param owner a handle of the role that owns the tables.
 */
export async function migrate(owner: AnyHandle): Promise<void> {
  const { error } = await migratorOf(owner).migrateToLatest();
  if (!error) return;
  const why = error instanceof Error ? error.message : String(error);
  throw new StoreStartError(
    'schema-not-current',
    /corrupted migrations/.test(why)
      ? `The store was written by another version of the program (${why}). Start the newer version, or restore a backup that was made before it.`
      : `The store could not be brought up to date: ${why}. Set DATABASE_OWNER_URL to a login that owns the tables, and start again.`,
    { cause: error },
  );
}

/** Brings an empty database to the schema that a backup was made under. @throws {StoreStartError} when this program does not know it. */
export async function migrateTo(owner: AnyHandle, names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in migrations));
  const last = names.at(-1);
  if (unknown.length > 0 || last === undefined)
    throw new StoreStartError(
      'schema-not-current',
      `The backup was made by a newer version of the program (${unknown.join(', ')}). Restore it with that version.`,
    );
  const { error } = await migratorOf(owner).migrateTo(last);
  if (error) throw error;
}

/** Refuses a schema that is behind, for a program that was given no right to change it. */
export async function refuseOldSchema(runtime: AnyHandle): Promise<void> {
  const ran = await migrationsRun(runtime);
  const waiting = Object.keys(migrations).filter((name) => !ran.has(name));
  if (waiting.length === 0) return;
  throw new StoreStartError(
    'schema-not-current',
    `The database lacks ${waiting.join(', ')}, and DATABASE_URL logs in as a role that may not change it. Set DATABASE_OWNER_URL to a login that owns the tables, and start again.`,
  );
}

async function migrationsRun(runtime: AnyHandle): Promise<ReadonlySet<string>> {
  try {
    const { rows } = await sql<Pick<MigrationInfo, 'name'>>`select name from kysely_migration`.execute(runtime);
    return new Set(rows.map(({ name }) => name));
  } catch {
    return new Set();
  }
}
