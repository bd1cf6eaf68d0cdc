import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadPlaces } from '../places/load-places.ts';
import { effectiveUnit } from './effective-unit.ts';
import type { LocalFiles } from './load-local.ts';
import { feeOfAnotherTime, localFeeFor } from './local-fee.ts';
import { communeFileSchema, provinceFileSchema } from './local-file.ts';
import { openFeeCode, plainWeek, testCommune, testProvince, testResolution } from './test-local.ts';

const places = loadPlaces();
const batXat = places.commune('02683')!;
const byProvince = { via: 'in-person', case: null, fee: { kind: 'by-province', dong: null, note: null } } as const;
const at = (day: string) => new Date(`${day}T09:00:00+07:00`);

const filesOf = (provinceFees: object[], communeFees: object[] = []): LocalFiles => ({
  provinces: new Map([['15', provinceFileSchema.parse({ ...testProvince(batXat.province), fees: provinceFees })]]),
  communes: new Map([['02683', communeFileSchema.parse(testCommune(batXat, { hours: plainWeek, fees: communeFees }))]]),
});
const fee = (dong: number, more: object = {}) => ({
  procedure: openFeeCode,
  kind: 'fixed',
  dong,
  resolution: testResolution,
  from: '2025-08-01',
  ...more,
});
const dongOf = (
  files: LocalFiles,
  day = '2026-11-22',
  filing: Parameters<typeof localFeeFor>[1]['filing'] = byProvince,
) => localFeeFor(effectiveUnit(batXat, files), { procedure: openFeeCode, filing, at: at(day) })?.fee.dong ?? null;

describe('localFeeFor', () => {
  it('is the province’s for a commune that sets none, and the commune’s where it does', () => {
    expect(dongOf(filesOf([fee(50_000)]))).toBe(50_000);
    expect(dongOf(filesOf([fee(50_000)], [fee(40_000)]))).toBe(40_000);
  });

  it.each([
    ['2025-07-31', null],
    ['2025-08-01', 50_000],
    ['2026-06-30', 50_000],
    ['2026-07-01', 60_000],
    ['2026-12-31', 60_000],
    ['2027-01-01', null],
  ])('on %s is %s, by the days between which the text holds', (day, dong) => {
    const files = filesOf([fee(50_000, { to: '2026-06-30' }), fee(60_000, { from: '2026-07-01', to: '2026-12-31' })]);
    expect(dongOf(files, day)).toBe(dong);
  });

  it('takes the closest fit: the way of filing before all ways, the case before all cases', () => {
    const files = filesOf([fee(50_000), fee(25_000, { via: ['online'] }), fee(70_000, { case: 'Nhà ở riêng lẻ' })]);
    expect(dongOf(files)).toBe(50_000);
    expect(dongOf(files, '2026-11-22', { ...byProvince, via: 'online' })).toBe(25_000);
    expect(dongOf(files, '2026-11-22', { ...byProvince, case: 'nhà ở riêng lẻ' })).toBe(70_000);
  });

  it.each(['free', 'fixed', 'from-to'] as const)('never stands over a national fee that is %s', (kind) => {
    const filing = { ...byProvince, fee: { kind, dong: kind === 'free' ? 0 : 8000, note: null } };
    expect(dongOf(filesOf([fee(50_000)]), '2026-11-22', filing)).toBeNull();
  });

  it('says nothing of another procedure, and nothing for a commune of another province', () => {
    const files = filesOf([fee(50_000)]);
    const other = places.communes.find(({ province }) => province.code !== '15')!;
    const question = { procedure: openFeeCode, filing: byProvince, at: at('2026-11-22') };
    expect(localFeeFor(effectiveUnit(batXat, files), { ...question, procedure: '1.004884' })).toBeNull();
    expect(localFeeFor(effectiveUnit(other, files), question)).toBeNull();
  });

  it('knows the nearest text of another time, only where none is in force', () => {
    const files = filesOf([fee(50_000, { to: '2026-06-30' }), fee(60_000, { from: '2030-01-01' })]);
    const unit = effectiveUnit(batXat, files);
    const question = { procedure: openFeeCode, filing: byProvince };
    expect(feeOfAnotherTime(unit, { ...question, at: at('2026-11-22') })?.fee.dong).toBe(50_000);
    expect(feeOfAnotherTime(unit, { ...question, at: at('2026-01-22') })).toBeNull();
  });
});

describe('effectiveUnit', () => {
  it('takes the hours from the nearest that writes them, and says who that was', () => {
    const [own] = effectiveUnit(batXat, filesOf([])).points;
    expect(own?.hoursFrom).toMatchObject({ level: 'commune', name: 'Xã Bát Xát' });
    const files = filesOf([]);
    const withoutHours = communeFileSchema.parse(testCommune(batXat));
    const [inherited] = effectiveUnit(batXat, { ...files, communes: new Map([['02683', withoutHours]]) }).points;
    expect(inherited?.hoursFrom).toMatchObject({ level: 'province', name: 'Tỉnh Lào Cai' });
    expect(inherited?.hours.hours).toEqual(plainWeek);
  });

  it('adds single days up, the nearest first', () => {
    const day = (note: string) => [{ day: '2026-12-31', hours: [], note }];
    const files: LocalFiles = {
      provinces: new Map([
        [
          '15',
          provinceFileSchema.parse({
            ...testProvince(batXat.province),
            exceptions: [...day('của tỉnh'), { day: '2026-12-30', hours: [], note: 'của tỉnh' }],
          }),
        ],
      ]),
      communes: new Map([['02683', communeFileSchema.parse(testCommune(batXat, { exceptions: day('của xã') }))]]),
    };
    const [point] = effectiveUnit(batXat, files).points;
    expect(point?.hours.exceptions?.map(({ day: on, note }) => [on, note])).toEqual([
      ['2026-12-31', 'của xã'],
      ['2026-12-30', 'của tỉnh'],
    ]);
  });

  it('gives no commune a desk or a fee of another’s, whoever wrote files', () => {
    const ofProvince = places.provinces.filter((_province, index) => index % 3 === 0);
    const files: LocalFiles = {
      provinces: new Map(
        ofProvince.map((province, index) => [
          province.code,
          provinceFileSchema.parse(testProvince(province, 10_000 + index)),
        ]),
      ),
      communes: new Map(
        ofProvince.flatMap(({ communes }) =>
          communes.slice(0, 20).map((one) => [one.code, communeFileSchema.parse(testCommune(one))] as const),
        ),
      ),
    };
    const feeOf = new Map(ofProvince.map(({ code }, index) => [code, 10_000 + index]));
    fc.assert(
      // Codes, not places: a failure is printed, and a place holds all others.
      fc.property(fc.constantFrom(...places.communes.map(({ code }) => code)), (code) => {
        const one = places.commune(code)!;
        const unit = effectiveUnit(one, files);
        const found = localFeeFor(unit, { procedure: openFeeCode, filing: byProvince, at: at('2026-11-22') });
        expect(found?.fee.dong ?? null).toBe(feeOf.get(one.province.code) ?? null);
        expect(unit.points.length).toBe(files.communes.has(one.code) ? 1 : 0);
        for (const { address } of unit.points) expect(address).toBe(`số 1 đường Thí Dụ, ${one.kind} ${one.name}`);
      }),
      { endOnFailure: true },
    );
  });
});
