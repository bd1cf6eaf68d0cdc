import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { loadPlaces } from '../places/load-places.ts';
import { loadLocal } from './load-local.ts';
import { communeFileSchema, provinceFileSchema } from './local-file.ts';
import { openFeeCode, plainWeek, testCommune, testProvince, testResolution, writeLocal } from './test-local.ts';

const places = loadPlaces();
const batXat = places.commune('02683')!;
const laoCai = batXat.province;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const load = () => loadLocal(folder, places);
const commune = (more: object) =>
  writeFileSync(join(folder, 'commune-02683.yaml'), stringify({ ...testCommune(batXat), ...more }));
const fee = (dong: number, more: object = {}) => ({
  procedure: openFeeCode,
  kind: dong === 0 ? 'free' : 'fixed',
  dong,
  resolution: testResolution,
  from: '2025-08-01',
  ...more,
});

describe('loadLocal', () => {
  it('is empty where there is no folder: an installation need not have one', () => {
    const { provinces, communes } = loadLocal(join(folder, 'none'), places);
    expect([provinces.size, communes.size]).toEqual([0, 0]);
  });

  it('reads a province and a commune, and takes no notice of other files', () => {
    writeLocal(folder, testProvince(laoCai));
    commune({});
    writeFileSync(join(folder, 'README.md'), '# của tỉnh');
    writeFileSync(join(folder, 'commune-02683.yaml.old'), 'cũ');
    const { provinces, communes } = load();
    expect(provinces.get('15')?.fees[0]).toMatchObject({ dong: 50_000, via: null, to: null });
    expect(communes.get('02683')?.points[0]).toMatchObject({ fields: null, counters: [] });
  });

  it('takes the name that a unit was given since', () => {
    const renamed = places.communes.find(({ change }) => change !== null)!;
    writeLocal(folder, testProvince(renamed.province));
    writeLocal(folder, { ...testCommune(renamed), name: renamed.change?.to });
    expect(load().communes.size).toBe(1);
  });

  it.each([
    ['a code that is no string', { commune: 2683 }, /commune-02683\.yaml:1: commune: write the code in quotes/],
    ['a code that is another', { commune: '02647' }, /commune: says "02647"; the file's name 02683/],
    ['the name of another unit', { name: 'Xã Cốc Mỳ' }, /name: "Xã Cốc Mỳ" is not the unit.*write "Xã Bát Xát"/],
    ['a field that a commune may not write', { anyOffice: null }, /a commune writes only: .*points/],
    [
      'a bank account',
      { points: [{ ...testCommune(batXat).points[0], address: 'nộp vào 123456789012' }] },
      /points\.0\.address: .*bank account.*Remove it/,
    ],
    ['a field for a bank account', { bank: {} }, /bank: this field is for a bank account/],
    [
      'a phone that is none',
      { points: [{ ...testCommune(batXat).points[0], phone: '123' }] },
      /points\.0\.phone: a phone is written/,
    ],
    ['no desk', { points: [] }, /points: /],
    [
      'a fee that the province does not leave to it',
      { fees: [fee(10_000, { procedure: '1.004884' })] },
      /fees\.0: the province does not let a commune set the fee of 1\.004884/,
    ],
    ['a fee above its range', { fees: [fee(60_000)] }, /fees\.0: the province allows 1000 to 50000 đồng.*not 60000/],
    ['a fee below its range', { fees: [fee(0)] }, /fees\.0: the province allows 1000 to 50000/],
    [
      'a fee of nothing that is not called free',
      { fees: [fee(10_000, { dong: 0 })] },
      /fees\.0\.dong: free goes with 0/,
    ],
    [
      'a fee that ends before it begins',
      { fees: [fee(10_000, { to: '2025-01-01' })] },
      /fees\.0\.to: it ends before it begins/,
    ],
    ['a fee that is no amount of a ward', { fees: [fee(60_000_000)] }, /fees\.0\.dong: more than/],
    ['an hour that is none', { hours: { monday: ['7:30-11:30'] } }, /hours\.monday\.0: hours are written 07:30-11:30/],
  ])('refuses %s, with file, path and what to write', (_what, more, message) => {
    writeLocal(folder, testProvince(laoCai));
    commune(more);
    expect(load).toThrow(message);
  });

  it('refuses a commune whose hours nobody gives, and takes them from any of the three', () => {
    commune({});
    expect(load).toThrow(/points\.0\.hours: nobody gives its hours/);
    commune({ hours: plainWeek });
    expect(load().communes.size).toBe(1);
    commune({ points: [{ ...testCommune(batXat).points[0], hours: plainWeek }] });
    expect(load().communes.size).toBe(1);
    commune({});
    writeLocal(folder, testProvince(laoCai));
    expect(load().communes.size).toBe(1);
  });

  it('refuses a fee of a commune whose province has no file', () => {
    commune({ hours: plainWeek, fees: [fee(10_000)] });
    expect(load).toThrow(/fees\.0: .*that file is not here/);
  });

  it.each([
    ['commune-2683.yaml', /no unit of today has this code|says "02683"/],
    ['commune-99999.yaml', /says "02683"; the file's name 99999/],
    ['bat-xat.yaml', /a local file is named province-15\.yaml or commune-02683\.yaml/],
  ])('refuses the file name %s', (name, message) => {
    writeFileSync(join(folder, name), stringify({ ...testCommune(batXat), hours: plainWeek }));
    expect(load).toThrow(message);
  });

  it('tells every problem of every file at once', () => {
    writeLocal(folder, { ...testProvince(laoCai), tiers: 'three' });
    commune({ name: 'Xã Khác', points: [] });
    expect(load).toThrow(/commune-02683[\s\S]*province-15/);
  });

  it('survives broken YAML and a bomb of aliases with a clear error', () => {
    writeFileSync(join(folder, 'province-15.yaml'), 'province: "15\nname: [');
    expect(load).toThrow(/province-15\.yaml:/);
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghij'
        .split('')
        .map(
          (key, at) =>
            `${key}: &${key} [${'*abcdefghij'.charAt(0)}${'abcdefghij'[at]}, *${'abcdefghij'[at]}, *${'abcdefghij'[at]}]`,
        ),
    ];
    writeFileSync(join(folder, 'province-15.yaml'), bomb.join('\n'));
    expect(load).toThrow(/too many aliases/);
  });
});

describe('the examples of the how-to pages', () => {
  it.each([
    ['write-a-province-file.md', provinceFileSchema],
    ['set-up-the-desk.md', communeFileSchema],
  ])('%s can be copied', (page, schema) => {
    const text = readFileSync(join(import.meta.dirname, '../../docs/how-to', page), 'utf8');
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
    expect(schema.safeParse(parse(example)).error?.issues ?? []).toEqual([]);
  });
});
