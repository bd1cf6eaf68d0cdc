/** Everything in the database as it was at one moment, as the lines of a backup. The program may go on working. */
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { migrationsOf, quoted, sequencesOf, tablesOf } from './catalogue-of-tables.ts';
import { type BackupEnd, BackupError, type BackupPart, endOfPart } from './frames.ts';

/** A file that belongs to the store: its keys, what wards and editors wrote. */
export interface KeptFile {
  /** Path inside the data folder. */
  readonly path: string;
  readonly mode: number;
  readonly bytes: Uint8Array;
}

export interface SnapshotOptions {
  readonly at: Date;
  readonly files: Iterable<KeptFile>;
}

/**
 * @param client an owner's connection; it stays in one read-only transaction until the end.
 * @throws {BackupError} when row-level security would hide rows from this login: half a backup is none.
 */
export async function* snapshotOf(
  client: pg.ClientBase,
  { at, files }: SnapshotOptions,
): AsyncGenerator<string | Uint8Array> {
  await client.query('begin isolation level repeatable read read only');
  // Where a policy would hide rows, the server refuses instead of leaving them out.
  await client.query('set local row_security = off; set local statement_timeout = 0');
  const migrations = [...(await migrationsOf(client))];
  yield lineOf({ format: 'hoi-mot-cua-backup', version: 1, at: at.toISOString(), migrations });
  const counts: Record<string, number> = {};
  for (const { name, columns } of await tablesOf(client)) {
    yield lineOf({ table: name, columns: [...columns] });
    let rows = 0;
    for await (const chunk of rowsOf(client, name, columns)) {
      rows += countLines(chunk);
      yield chunk;
    }
    counts[name] = rows;
    yield `${endOfPart}\n`;
  }
  for (const sequence of await sequencesOf(client)) yield lineOf(sequence);
  for (const file of files) yield* linesOfFile(file);
  yield lineOf({ end: true, counts, audit: await lastAuditRow(client) });
  await client.query('commit');
}

const lineOf = (part: BackupPart): string => `${JSON.stringify(part)}\n`;

async function* rowsOf(client: pg.ClientBase, table: string, columns: readonly string[]): AsyncGenerator<Buffer> {
  const names = columns.map(quoted).join(', ');
  try {
    yield* client.query(copyTo(`copy ${quoted(table)} (${names}) to stdout`)) as AsyncIterable<Buffer>;
  } catch (cause) {
    if ((cause as { code?: string }).code !== '42501') throw cause;
    throw new BackupError(
      'not-all-rows',
      `The login of DATABASE_OWNER_URL may not read every row of ${table}. Let an administrator of the database run: alter role … bypassrls for that login.`,
      { cause },
    );
  }
}

const newline = 10;

function countLines(chunk: Uint8Array): number {
  let lines = 0;
  for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, at + 1)) lines += 1;
  return lines;
}

/** Bytes in base64 that a line holds: small enough to be read as one. */
const bytesInLine = 48 * 1024;

function* linesOfFile({ path, mode, bytes }: KeptFile): Generator<string> {
  yield lineOf({ file: path, mode });
  for (let from = 0; from < bytes.length; from += bytesInLine)
    yield `${Buffer.from(bytes.subarray(from, from + bytesInLine)).toString('base64')}\n`;
  yield `${endOfPart}\n`;
}

/** `null` for an empty log. */
export async function lastAuditRow(client: pg.ClientBase): Promise<BackupEnd['audit']> {
  const { rows } = await client.query<{ row: string; hash: string }>(
    `select seq as row, encode(hash, 'hex') as hash from audit order by seq desc limit 1`,
  );
  return rows[0] ? { row: Number(rows[0].row), hash: rows[0].hash } : null;
}
