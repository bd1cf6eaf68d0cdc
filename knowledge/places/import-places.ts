/**
 * `node knowledge/places/import-places.ts [FOLDER]`: reads the compilation (JSON lines) and writes the tables of this
 * folder. All or nothing: the tables are checked by loading them before the old ones are replaced.
 */
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compactPlaces,
  type PublishedChange,
  type PublishedCommune,
  type PublishedMapping,
  type PublishedPlaces,
  type PublishedProvince,
} from './compact-places.ts';
import { loadPlaces } from './load-places.ts';

/** Where the compilation lies beside the project. */
export const publishedFolder = join(import.meta.dirname, '../../../shared/data/places');

const readLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

/** Reads the four files of the compilation. */
export const readPublished = (folder: string): PublishedPlaces => ({
  provinces: readLines<PublishedProvince>(join(folder, 'provinces.jsonl')),
  communes: readLines<PublishedCommune>(join(folder, 'communes.jsonl')),
  mappings: readLines<PublishedMapping>(join(folder, 'communes_old_to_new.jsonl')),
  changes: readLines<PublishedChange>(join(folder, 'communes_changes_2026.jsonl')),
});

/** Writes the tables into `target`. @throws {PlaceTableError} when a record cannot be read: nothing is replaced then. */
export function importPlaces(source: string, target: string): string {
  const tables = Object.entries(compactPlaces(readPublished(source)));
  const draft = mkdtempSync(join(target, '.import-'));
  try {
    for (const [name, text] of tables) writeFileSync(join(draft, `${name}.tsv`), text);
    const { provinces, communes, oldCommunes, oldDistricts } = loadPlaces(draft);
    for (const [name] of tables) renameSync(join(draft, `${name}.tsv`), join(target, `${name}.tsv`));
    return `${provinces.length} provinces, ${communes.length} communes, ${oldCommunes.length} old communes, ${oldDistricts.length} old districts`;
  } finally {
    rmSync(draft, { recursive: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(`${importPlaces(process.argv[2] ?? publishedFolder, import.meta.dirname)}\n`);
}
