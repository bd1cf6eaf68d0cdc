import { describe, expect, it } from '@jest/globals';
import type { Guide } from '../guide.ts';
import { loadPlaces } from '../places/load-places.ts';
import type { LocalFiles } from './load-local.ts';
import { communeFileSchema, provinceFileSchema } from './local-file.ts';
import { tellInheritance } from './tell-inheritance.ts';
import { openFeeCode, plainWeek, testCommune, testProvince, testResolution } from './test-local.ts';

const places = loadPlaces();
const batXat = places.commune('02683')!;
const guide = (code: string, kind: string, dong: number | null) =>
  ({ code, filing: [{ via: 'in-person', case: null, fee: { kind, dong, note: null } }] }) as unknown as Guide;
const fee = (procedure: string, dong: number) => ({
  ...{ procedure, kind: 'fixed', dong, resolution: testResolution, from: '2025-08-01' },
});
const province = {
  ...testProvince(batXat.province),
  fees: [fee(openFeeCode, 50_000), fee('2.000815', 3000), fee('1.004884', 9000)],
};
const commune = testCommune(batXat, { hours: plainWeek, fees: [fee(openFeeCode, 40_000)] });
const communes = new Map([['02683', communeFileSchema.parse(commune)]]);
const files: LocalFiles = { provinces: new Map([['15', provinceFileSchema.parse(province)]]), communes };
const guides = [guide(openFeeCode, 'by-province', null), guide('2.000815', 'fixed', 2000)];

describe('tellInheritance', () => {
  it('tells what the province sets over the guides, and the commune over the province', () => {
    const lines = tellInheritance(files, guides, places);
    expect(lines).toContain(
      '  fee 1.000656: by-province -> fixed 50000 (12/2025/NQ-HĐND, 2025-08-01 to further notice)',
    );
    expect(lines).toContain('  fee 1.000656: fixed 50000 -> fixed 40000 (12/2025/NQ-HĐND)');
    expect(lines).toContain('  hours: its own instead of the province’s');
  });

  it('marks a fee that does not stand: the record sets it, or there is no guide', () => {
    const lines = tellInheritance(files, guides, places);
    expect(lines.filter((line) => /NOT USED/.test(line))).toEqual([expect.stringContaining('2.000815: fixed 2000')]);
    expect(lines.filter((line) => /not used until/.test(line))).toEqual([expect.stringContaining('1.004884')]);
  });

  it('tells of a commune whose province has no file, and nothing where nothing is loaded', () => {
    const [first] = tellInheritance({ provinces: new Map(), communes }, guides, places);
    expect(first).toBe('Xã Bát Xát (commune-02683) over no province file:');
    expect(tellInheritance({ provinces: new Map(), communes: new Map() }, guides, places)).toEqual([]);
  });
});
