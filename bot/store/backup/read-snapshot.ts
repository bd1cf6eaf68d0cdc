/** Puts the lines of a backup into an empty database and a data folder: all of it, or nothing. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { quoted, tablesOf } from './catalogue-of-tables.ts';
import { type BackupEnd, BackupError, type BackupHead, endOfPart, linesOf, readPart } from './frames.ts';
import { type KeptFile, lastAuditRow } from './write-snapshot.ts';

type Lines = AsyncGenerator<Buffer>;

export interface OpenedBackup {
  readonly head: BackupHead;
  /**
   * Puts the rows in, in one transaction. @returns what was put in, and the files that belong beside it.
   * @throws {BackupError} when the counts or the audit log are not those that were kept; then nothing was put in.
   */
  into(client: pg.ClientBase): Promise<BackupEnd & { readonly files: readonly KeptFile[] }>;
}

/** Reads the first line. @throws {BackupError} when it is no backup. */
export async function openBackup(chunks: AsyncIterable<Uint8Array>): Promise<OpenedBackup> {
  const lines = linesOf(chunks);
  const head = readPart(await lineFrom(lines));
  if (!('format' in head)) throw new BackupError('bad-backup', 'This is no backup of this program.');
  return { head, into: (client) => within(client, () => putIn(client, lines)) };
}

async function lineFrom(lines: Lines): Promise<string> {
  const { value, done } = await lines.next();
  if (done) throw new BackupError('bad-backup', 'The backup was cut short. Take an older backup.');
  return value.toString('utf8');
}

async function within<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

async function putIn(client: pg.ClientBase, lines: Lines) {
  const raise = await standAside(client);
  const files: KeptFile[] = [];
  for (;;) {
    const part = readPart(await lineFrom(lines));
    if ('table' in part) await copyIn(client, part, lines);
    else if ('sequence' in part)
      await client.query('select setval($1::regclass, $2, $3)', [quoted(part.sequence), part.last, part.called]);
    else if ('file' in part) files.push(await readFile(part, lines));
    else if ('end' in part) {
      await raise();
      await compare(client, part);
      return { ...part, files };
    } else throw new BackupError('bad-backup', 'The backup begins twice. Take an older backup.');
  }
}

/**
 * What watches over single rows would refuse rows that were good when they came: foreign keys whose other side is not
 * there yet, the audit log that writes its own hashes, policies without a citizen. All of it is put back, and the keys
 * are checked, before anything is kept.
 */
async function standAside(client: pg.ClientBase): Promise<() => Promise<void>> {
  await client.query('set local statement_timeout = 0');
  const tables = (await tablesOf(client)).map(({ name }) => quoted(name));
  const { rows: forced } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity`,
  );
  const { rows: keys } = await client.query<{ table: string; name: string; text: string }>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as text
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  for (const { name } of forced) await client.query(`alter table ${quoted(name)} no force row level security`);
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
  // What migrations put in comes with the rows again.
  await client.query(`truncate ${tables.join(', ')}`);
  return async () => {
    for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
    for (const { table, name, text } of keys)
      await client.query(`alter table ${table} add constraint ${quoted(name)} ${text}`);
    for (const { name } of forced) await client.query(`alter table ${quoted(name)} force row level security`);
  };
}

interface TablePart {
  readonly table: string;
  readonly columns: readonly string[];
}

async function copyIn(client: pg.ClientBase, { table, columns }: TablePart, lines: Lines): Promise<void> {
  const names = columns.map(quoted).join(', ');
  await pipeline(
    Readable.from(chunked(rowsUntilEnd(lines))),
    client.query(copyFrom(`copy ${quoted(table)} (${names}) from stdin`)),
  );
}

async function* rowsUntilEnd(lines: Lines): AsyncGenerator<Buffer> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) throw new BackupError('bad-backup', 'The backup was cut short. Take an older backup.');
    if (value.toString('latin1') === endOfPart) return;
    yield value;
  }
}

const newline = Buffer.from('\n');
const chunkBytes = 64 * 1024;

/** Lines with their ends, many at a time. */
async function* chunked(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const row of rows) {
    held.push(row, newline);
    size += row.length + 1;
    if (size < chunkBytes) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

interface FilePart {
  readonly file: string;
  readonly mode: number;
}

async function readFile({ file, mode }: FilePart, lines: Lines): Promise<KeptFile> {
  const parts: Buffer[] = [];
  for await (const line of rowsUntilEnd(lines)) parts.push(Buffer.from(line.toString('latin1'), 'base64'));
  return { path: file, mode, bytes: Buffer.concat(parts) };
}

async function compare(client: pg.ClientBase, { counts, audit }: BackupEnd): Promise<void> {
  const wrong: string[] = [];
  for (const [table, count] of Object.entries(counts)) {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${quoted(table)}`);
    if (Number(rows[0]?.n) !== count) wrong.push(`${table} has ${rows[0]?.n} rows instead of ${count}`);
  }
  const found = await lastAuditRow(client);
  if (found?.row !== audit?.row || found?.hash !== audit?.hash) wrong.push('the audit log ends otherwise');
  if (wrong.length > 0)
    throw new BackupError('bad-backup', `Nothing was put in: ${wrong.join('; ')}. Take an older backup.`);
}
