import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compactPlaces, splitKind } from './compact-places.ts';
import { importPlaces, publishedFolder, readPublished } from './import-places.ts';
import { tableColumns } from './table.ts';

const present = existsSync(publishedFolder);
if (!present)
  process.stdout.write('skipped: the published places are not beside the project, tables are not compared\n');

describe('the tables of places', () => {
  (present ? it : it.skip)('are what the published files say', () => {
    const tables = compactPlaces(readPublished(publishedFolder));
    for (const [name, text] of Object.entries(tables)) {
      expect(readFileSync(join(import.meta.dirname, `${name}.tsv`), 'utf8') === text ? 'same' : name).toBe('same');
    }
  });

  it('are small enough to be read in a review', () => {
    for (const name of Object.keys(tableColumns)) {
      expect(readFileSync(join(import.meta.dirname, `${name}.tsv`)).length).toBeLessThan(1_500_000);
    }
  });
});

describe('an import', () => {
  it('that fails leaves the old tables and no draft', () => {
    const folder = mkdtempSync(join(tmpdir(), 'places-'));
    const commune = { code: '1', name: 'Xã A', provinceCode: '01', decree: 'không rõ', centre: null, formedFrom: [] };
    writeFileSync(join(folder, 'provinces.jsonl'), '');
    writeFileSync(join(folder, 'communes.jsonl'), JSON.stringify(commune));
    writeFileSync(join(folder, 'communes_old_to_new.jsonl'), '');
    writeFileSync(join(folder, 'communes_changes_2026.jsonl'), '');
    const before = readdirSync(folder);
    expect(() => importPlaces(folder, folder)).toThrow(/cannot read the decree/);
    expect(readdirSync(folder)).toEqual(before);
    rmSync(folder, { recursive: true });
  });

  it('parts a kind from a name, doubled or not', () => {
    expect(splitKind('Thị trấn Thị Trấn Óc Eo')).toEqual({ kind: 'Thị trấn', name: 'Óc Eo' });
    expect(splitKind('Thị xã Sơn Tây')).toEqual({ kind: 'Thị xã', name: 'Sơn Tây' });
    expect(() => splitKind('Cốc Mỳ')).toThrow(/no kind/);
  });
});
