/** The published records beside the project, where they are there: what guides are drafted from and compared with. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PortalRecord } from './portal-record.ts';
import { readRecords } from './read-records.ts';

/** Where the records lie; not part of the project, so it may be absent. */
export const recordFolder = join(import.meta.dirname, '../../../shared/data/procedures');

const fileNames = ['national_2026.jsonl', 'bqp_2025.jsonl'];

/** Every record by its code; empty where `folder` is absent. @throws {RecordFileError} for a broken line. */
export async function findRecords(folder = recordFolder): Promise<ReadonlyMap<string, PortalRecord>> {
  const records = new Map<string, PortalRecord>();
  for (const file of fileNames.map((name) => join(folder, name)).filter((name) => existsSync(name))) {
    for await (const record of readRecords(file)) records.set(record.id, record);
  }
  return records;
}

/** Every code of the ministries' official lists; empty where they are not there. */
export function findCatalogue(folder = recordFolder): ReadonlySet<string> {
  const file = join(folder, 'catalogue_2026.jsonl');
  if (!existsSync(file)) return new Set();
  const codes = readFileSync(file, 'utf8').matchAll(/^\{"id": ?"([^"]+)"/gm);
  return new Set([...codes].map(([, code = '']) => code));
}
