/** Reads and writes the files of one version: JSON lines, compact, each with its hash. */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Approved, approvedSchema, draftSchema, type Imported, listedSchema, rejectedSchema } from './draft.ts';
import { ImportError } from './import-error.ts';
import { type Version, versionSchema } from './version.ts';

const parts = {
  drafts: draftSchema,
  approved: approvedSchema,
  rejected: rejectedSchema,
  listed: listedSchema,
} as const;
type Part = keyof typeof parts;

const fileOf = (part: Part) => `${part}.jsonl`;
const headFile = 'version.json';
const hashOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** Writes every part and, last of all, the head; on the disk when it returns. */
export function writeVersion(folder: string, imported: Imported, head: Omit<Version, 'files' | 'counts'>): Version {
  const files: Record<string, string> = {};
  for (const part of Object.keys(parts) as Part[]) {
    const rows = [...imported[part].values()].sort((a, b) => a.code.localeCompare(b.code));
    const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    files[fileOf(part)] = hashOf(text);
    writeThrough(join(folder, fileOf(part)), text);
  }
  const counts = {
    drafts: imported.drafts.size,
    approved: imported.approved.size,
    rejected: imported.rejected.size,
    listed: imported.listed.size,
  };
  const version: Version = { ...head, counts, files };
  writeThrough(join(folder, headFile), `${JSON.stringify(version, null, 1)}\n`);
  return version;
}

function writeThrough(file: string, text: string): void {
  const handle = openSync(file, 'wx');
  try {
    const bytes = Buffer.from(text);
    let written = 0;
    while (written < bytes.length) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** @throws {ImportError} `version-broken` */
export function readHead(folder: string): Version {
  try {
    return versionSchema.parse(JSON.parse(readFileSync(join(folder, headFile), 'utf8')));
  } catch (cause) {
    throw broken(join(folder, headFile), 'cannot be read', cause);
  }
}

/** All parts. @throws {ImportError} `version-broken` when a file is not as it was written, or no longer fits. */
export function readImported(folder: string): Imported {
  const { files } = readHead(folder);
  return {
    drafts: readPart(folder, 'drafts', files),
    approved: readPart(folder, 'approved', files),
    rejected: readPart(folder, 'rejected', files),
    listed: readPart(folder, 'listed', files),
  };
}

/** What serves, without the drafts: they are ten times as much. @throws {ImportError} `version-broken` */
export const readApproved = (folder: string): readonly Approved[] => [
  ...readPart(folder, 'approved', readHead(folder).files).values(),
];

type Row<Name extends Part> = z.infer<(typeof parts)[Name]>;

function readPart<Name extends Part>(
  folder: string,
  part: Name,
  files: Version['files'],
): ReadonlyMap<string, Row<Name>> {
  const file = join(folder, fileOf(part));
  const bytes = readBytes(file);
  if (hashOf(bytes) !== files[fileOf(part)]) throw broken(file, 'is not as it was written');
  const rows = new Map<string, Row<Name>>();
  for (const [index, line] of bytes.toString('utf8').split('\n').entries()) {
    if (line === '') continue;
    const row = parts[part].safeParse(JSON.parse(line));
    if (!row.success)
      throw broken(file, `line ${index + 1} does not fit: ${row.error.issues[0]?.path.join('.')}`, row.error);
    rows.set(row.data.code, row.data as Row<Name>);
  }
  return rows;
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw broken(file, 'cannot be read', cause);
  }
}

const broken = (file: string, why: string, cause?: unknown) =>
  new ImportError(
    'version-broken',
    `${file} ${why}. Go back to the version before with: npm run knowledge -- import --rollback`,
    { cause },
  );
