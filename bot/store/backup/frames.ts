/**
 * What a backup holds, as lines: a JSON line opens each part; rows and files follow in lines of their own, up to `\.`.
 *
 * Rows are PostgreSQL's COPY text: one row a line, in which `\.` cannot stand, and which any later version reads.
 */
import { z } from 'zod';

export const endOfPart = '\\.';

const headSchema = z.object({
  format: z.literal('hoi-mot-cua-backup'),
  version: z.literal(1),
  at: z.iso.datetime(),
  /** Migrations that the rows were kept under, in order. */
  migrations: z.array(z.string()).min(1),
});
const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
const sequenceSchema = z.object({ sequence: z.string(), last: z.int(), called: z.boolean() });
const fileSchema = z.object({ file: z.string(), mode: z.int() });
const endSchema = z.object({
  end: z.literal(true),
  /** Rows by table. */
  counts: z.record(z.string(), z.int()),
  /** Last row of the audit log and its hash in hex; `null` for an empty log. */
  audit: z.object({ row: z.int(), hash: z.string() }).nullable(),
});
const partSchema = z.union([headSchema, tableSchema, sequenceSchema, fileSchema, endSchema]);

export type BackupHead = z.infer<typeof headSchema>;
export type BackupEnd = z.infer<typeof endSchema>;
export type BackupPart = z.infer<typeof partSchema>;

/** The file is no backup, was cut short, does not fit, or cannot be opened with that key. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly code: 'bad-backup' | 'wrong-key' | 'not-empty' | 'not-all-rows' | 'newer-backup';

  constructor(code: BackupError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** @throws {BackupError} for a line that opens no part. */
export function readPart(line: string): BackupPart {
  try {
    return partSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new BackupError('bad-backup', 'A part of the backup cannot be read. Take an older backup.', { cause });
  }
}

const newline = 10;

/** Whole lines of a stream of bytes, without their ends. What stands after the last line end is a line as well. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : Buffer.from(chunk);
    let from = 0;
    for (let end = bytes.indexOf(newline, from); end >= 0; end = bytes.indexOf(newline, from)) {
      yield bytes.subarray(from, end);
      from = end + 1;
    }
    rest = bytes.subarray(from);
  }
  if (rest.length > 0) yield rest;
}
