/** Backup and restore of a whole installation: rows, keys, and what wards and editors wrote, in one sealed file. */
import { sql } from 'kysely';
import pg from 'pg';
import { verifyAudit } from '../audit.ts';
import { type Address, openDatabase } from '../database.ts';
import { migrate, migrateTo } from '../migrate.ts';
import { asOwner, openOwnServer } from '../own-server.ts';
import { ensureRoles } from '../roles.ts';
import type { AnyHandle } from '../tables.ts';
import { type BackupEnd, BackupError, type BackupHead } from './frames.ts';
import { filesOf, type Places, putFiles } from './kept-files.ts';
import { openBackup } from './read-snapshot.ts';
import { type BackupKey, sealTo, unsealFrom } from './seal-file.ts';
import { snapshotOf } from './write-snapshot.ts';

export interface Installation {
  readonly dataFolder: string;
  /** A login that owns the tables of a PostgreSQL elsewhere; without it the program's own server is meant. */
  readonly ownerUrl?: string;
  readonly places: Places;
}

export interface BackupReport {
  readonly head: BackupHead;
  /** Rows by table. */
  readonly counts: BackupEnd['counts'];
  readonly audit: BackupEnd['audit'];
  readonly files: number;
}

/**
 * Writes everything as it is now; the program may go on working.
 *
 * The audit log is checked first: a chain that is broken is not kept as if it were whole.
 * @throws {BackupError} when a row cannot be read, or the audit log is broken.
 */
export async function backUp(from: Installation, file: string, key: BackupKey): Promise<void> {
  await withOwner({ ...from, join: true }, async (address) => {
    await refuseBrokenAudit(address);
    const client = clientOf(address);
    await client.connect();
    try {
      await sealTo(file, key, snapshotOf(client, { at: new Date(), files: filesOf(from.places) }));
    } finally {
      await client.end();
    }
  });
}

export interface RestoreOptions {
  readonly key: BackupKey;
  /** What is there is thrown away first. */
  readonly replace?: boolean;
}

/**
 * Puts a backup into an empty installation, in one transaction, and brings it to this program's schema.
 *
 * @throws {BackupError} when it is not empty, the file does not open, or what was put in is not what was kept.
 */
export async function restore(
  to: Installation,
  file: string,
  { key, replace = false }: RestoreOptions,
): Promise<BackupReport> {
  // The whole file is read once before anything is touched: a cut or changed one does no harm.
  for await (const _ of unsealFrom(file, key));
  const backup = await openBackup(unsealFrom(file, key));
  return withOwner(to, async (address) => {
    await asOwner(address, async (owner) => {
      await makeEmpty(owner, replace);
      await ensureRoles(owner, await loginOf(owner));
      await migrateTo(owner, backup.head.migrations);
    });
    const client = clientOf(address);
    await client.connect();
    const { files, counts, audit } = await backup.into(client).finally(() => client.end());
    await refuseBrokenAudit(address);
    putFiles(files, to.places);
    await asOwner(address, migrate);
    return { head: backup.head, counts, audit, files: files.length };
  });
}

interface OwnerOf extends Installation {
  /** The program may be running on its own server. */
  readonly join?: boolean;
}

async function withOwner<T>(where: OwnerOf, work: (owner: Address) => Promise<T>): Promise<T> {
  if (where.ownerUrl) return work(where.ownerUrl);
  const { dataFolder, join = false } = where;
  const server = await openOwnServer({ dataFolder, join });
  try {
    return await work(server.owner);
  } finally {
    await server.stop();
  }
}

const clientOf = (address: Address): pg.Client =>
  new pg.Client({
    ...(typeof address === 'string' ? { connectionString: address } : address),
    application_name: 'hoi-mot-cua backup',
  });

async function refuseBrokenAudit(address: Address): Promise<void> {
  const database = openDatabase(address);
  try {
    const { brokenAt } = await verifyAudit(database);
    if (brokenAt !== null)
      throw new BackupError('bad-backup', `The audit log is broken at row ${brokenAt}: see npm run audit -- check.`);
  } finally {
    await database.close();
  }
}

async function loginOf(owner: AnyHandle): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_user as name`.execute(owner);
  return rows[0]?.name ?? '';
}

async function makeEmpty(owner: AnyHandle, replace: boolean): Promise<void> {
  const { rows } =
    await sql`select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(owner);
  if (rows.length === 0) return;
  if (!replace)
    throw new BackupError(
      'not-empty',
      'There is a store already. Restore into an empty database or data folder, or say --replace to throw away what is there.',
    );
  await sql`drop schema public cascade`.execute(owner);
  await sql`create schema public`.execute(owner);
}
