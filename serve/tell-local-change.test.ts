import { describe, expect, it } from '@jest/globals';
import { type LocalFiles, loadPlaces, noLocalFiles } from '../knowledge/index.ts';
import { communeFileSchema, provinceFileSchema } from '../knowledge/local/local-file.ts';
import { testCommune, testProvince } from '../knowledge/local/test-local.ts';
import { tellLocalChange } from './tell-local-change.ts';

const batXat = loadPlaces().commune('02683')!;
const province = (dong: number): LocalFiles => ({
  ...noLocalFiles,
  provinces: new Map([['15', provinceFileSchema.parse(testProvince(batXat.province, dong))]]),
});
const commune = (more: object): LocalFiles => ({
  ...noLocalFiles,
  communes: new Map([['02683', communeFileSchema.parse(testCommune(batXat, more))]]),
});

describe('tellLocalChange', () => {
  it('tells nothing of the same', () => {
    expect(tellLocalChange(province(50_000), province(50_000))).toEqual([]);
  });

  it('tells a fee by its procedure, with both amounts', () => {
    expect(tellLocalChange(province(50_000), province(40_000))).toContainEqual({
      file: 'province-15',
      field: 'fees 1.000656 dong',
      before: 50_000,
      after: 40_000,
    });
  });

  it('tells a desk, a phone and hours by their fields alone', () => {
    const points = [
      {
        name: 'Bàn của chị Nguyễn Thị Lan',
        address: 'nhà riêng chị Lan',
        phone: '0900 000 022',
        hours: { monday: ['08:00-11:00'] },
      },
    ];
    const told = tellLocalChange(
      commune({}),
      commune({ points, exceptions: [{ day: '2026-12-31', hours: [], note: 'chị Lan nghỉ' }] }),
    );
    expect(JSON.stringify(told)).not.toMatch(/Lan|0900|08:00/);
    expect(told.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['points phone', 'points hours monday', 'exceptions 2026-12-31 note']),
    );
  });
});
