import { describe, expect, it } from '@jest/globals';
import { loadPlaces } from '../places/load-places.ts';
import { type LocalFiles, noLocalFiles } from './load-local.ts';
import { localDiff } from './local-diff.ts';
import { provinceFileSchema } from './local-file.ts';
import { testProvince } from './test-local.ts';

const { provinces } = loadPlaces();
const laoCai = provinces.find(({ code }) => code === '15')!;
const filesOf = (file: object): LocalFiles => ({
  ...noLocalFiles,
  provinces: new Map([['15', provinceFileSchema.parse(file)]]),
});
const file = testProvince(laoCai);

describe('localDiff', () => {
  it('is empty for the same', () => {
    expect(localDiff(filesOf(file), filesOf(file))).toEqual([]);
  });

  it('tells a fee that was changed, by its procedure', () => {
    expect(localDiff(filesOf(file), filesOf(testProvince(laoCai, 60_000)))).toEqual([
      { file: 'province-15', path: 'fees.1.000656 2025-08-01.dong', before: 50_000, after: 60_000 },
      { file: 'province-15', path: 'fees.1.000656 2025-08-01.communeMay.most', before: 50_000, after: 60_000 },
    ]);
  });

  it('tells an entry put in before the others as that alone', () => {
    const phones = [{ name: 'Số mới', number: '1900 1111' }, ...file.phones];
    expect(localDiff(filesOf(file), filesOf({ ...file, phones })).map(({ path }) => path)).toEqual([
      'phones.Số mới.name',
      'phones.Số mới.number',
    ]);
  });

  it('tells a file that came and one that went', () => {
    const came = localDiff(noLocalFiles, filesOf(file));
    expect(came.every(({ before, after }) => before === null && after !== null)).toBe(true);
    expect(localDiff(filesOf(file), noLocalFiles)).toHaveLength(came.length);
  });
});
