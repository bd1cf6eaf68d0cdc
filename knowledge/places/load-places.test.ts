import { describe, expect, it } from '@jest/globals';
import { loadPlaces } from './load-places.ts';
import { fullName, unitsOfDistrict } from './place.ts';
import { PlaceTableError, readTable, writeTable } from './table.ts';

const places = loadPlaces();

describe('the tables of places', () => {
  it('hold every province, commune, old commune and old district', () => {
    expect(places.provinces).toHaveLength(34);
    expect(places.oldProvinces).toHaveLength(63);
    expect(places.communes).toHaveLength(3321);
    expect(places.oldCommunes).toHaveLength(10_040);
    expect(places.oldDistricts).toHaveLength(696);
    expect(places.oldCommunes.filter(({ now }) => now.length > 1)).toHaveLength(471);
  });

  it('say the same in both directions', () => {
    const wrong = places.oldCommunes.filter(({ now }) => now.length === 0);
    const oneWay = places.communes.flatMap((unit) =>
      unit.from.filter(({ old, partial }) => !old.now.includes(unit) || partial !== old.now.length > 1),
    );
    expect([...wrong, ...oneWay]).toEqual([]);
  });

  it('follow Xã Cốc Mỳ to Xã Trịnh Tường', () => {
    const old = places.oldCommunes.find(({ name }) => name === 'Cốc Mỳ');
    expect(old?.district.name).toBe('Bát Xát');
    expect(old?.now.map(fullName)).toEqual(['Xã Trịnh Tường']);
    expect(old?.now[0]?.decree).toBe('1673/NQ-UBTVQH15');
  });

  it('keep an island district without communes under its own name', () => {
    const island = places.oldCommunes.find(({ name }) => name === 'Côn Đảo');
    expect(island?.kind).toBe('Huyện');
    expect(island?.now.map(fullName)).toEqual(['Đặc khu Côn Đảo']);
  });

  it('know what changed in 2026', () => {
    expect(places.province('75')?.change).toEqual({ from: 'Tỉnh Đồng Nai', to: 'Thành phố Đồng Nai', year: 2026 });
    expect(places.communes.filter(({ change }) => change !== null)).toHaveLength(10);
  });

  it('name the units on the land of a district once each', () => {
    const district = places.oldDistricts.find(({ kind, name }) => kind === 'Quận' && name === '3');
    expect(
      district &&
        unitsOfDistrict(district)
          .map(({ name }) => name)
          .sort(),
    ).toEqual(['Bàn Cờ', 'Nhiêu Lộc', 'Xuân Hòa']);
  });
});

describe('a table', () => {
  it('is read back as it was written', () => {
    const rows = [{ code: '1', name: 'Xã  A\tB' }];
    expect(readTable('t', writeTable(['code', 'name'], rows), ['code', 'name'])).toEqual([
      { code: '1', name: 'Xã A B' },
    ]);
  });

  it('with other columns, or a line too short, is refused with its name and line', () => {
    expect(() => readTable('t.tsv', 'code\tkind\n', ['code', 'name'])).toThrow(PlaceTableError);
    expect(() => readTable('t.tsv', 'code\tname\n1\n', ['code', 'name'])).toThrow(/t\.tsv:2/);
  });
});
