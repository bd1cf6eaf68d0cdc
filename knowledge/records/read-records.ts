/** Reads files of portal records (JSON lines), one record a line. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type PortalRecord, portalRecordSchema } from './portal-record.ts';

export class RecordFileError extends Error {
  readonly code = 'record-file';
  readonly file: string;
  readonly line: number;
  constructor(file: string, line: number, reason: string, options?: ErrorOptions) {
    super(`${file}:${line}: ${reason}. Each line must be one record as JSON.`, options);
    this.name = 'RecordFileError';
    this.file = file;
    this.line = line;
  }
}

/**
 * Yields the records of one file in order.
 *
 * @throws {RecordFileError} at the first line that is no record; blank lines are skipped.
 */
export async function* readRecords(file: string): AsyncGenerator<PortalRecord> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === '') continue;
    yield parseRecord(text, file, line);
  }
}

function parseRecord(text: string, file: string, line: number): PortalRecord {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new RecordFileError(file, line, 'not JSON', { cause });
  }
  const parsed = portalRecordSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new RecordFileError(file, line, `${issue?.path.join('.') ?? 'record'}: ${issue?.message ?? 'not a record'}`);
}
