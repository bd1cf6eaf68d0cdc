/** A data folder of its own in which every portal record is imported and approved: what a province may well do. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { approveDrafts, importRecords } from '../../knowledge/index.ts';

const records = join(import.meta.dirname, '../../../shared/data/procedures');
const files = ['national_2026.jsonl', 'bqp_2025.jsonl'].map((name) => join(records, name));

/** False where the records are not beside the project. */
export const recordsThere = (): boolean => files.every((file) => existsSync(file));

/** Brings `dataFolder/imported` to hold all of them; quick when it does already. Resolves with their number. */
export async function importAllRecords(dataFolder: string, at: Date): Promise<number> {
  const folder = join(dataFolder, 'imported');
  const { read } = await importRecords({ folder, files, code: null, by: 'evaluation', at });
  approveDrafts({ codes: [], clean: false, level: null }, { folder, by: 'evaluation', at });
  return read;
}
