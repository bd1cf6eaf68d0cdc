/** Loads the tables of places and ties old units to new ones: about 15,000 places in under 10 MB. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitKind } from './compact-places.ts';
import type { Commune, OldCommune, OldDistrict, OldProvince, PlaceChange, Places, Province } from './place.ts';
import { PlaceTableError, readTable, type TableName, tableColumns } from './table.ts';

/** A place whose lists are still being filled. */
type Open<T, Key extends keyof T> = Omit<T, Key> & {
  readonly [K in Key]: T[K] extends readonly (infer One)[] ? One[] : never;
};
type OpenProvince = Open<Province, 'from' | 'communes'>;
type OpenDistrict = Open<OldDistrict, 'communes'>;
type OpenOldCommune = Open<OldCommune, 'now'>;
type ByCode<T> = ReadonlyMap<string, T>;

/** @throws {PlaceTableError} when a table is broken or names a code that no table has: the program must not start. */
export function loadPlaces(folder: string = import.meta.dirname): Places {
  const changes = readChanges(folder);
  const { provinces, oldProvinces } = readProvinces(folder, changes);
  const districts = readDistricts(folder, oldProvinces);
  const { oldCommunes, becomes } = readOldCommunes(folder, districts);
  const communes = readCommunes(folder, provinces, oldCommunes, changes);
  for (const [old, codes] of becomes) old.now.push(...codes.map((code) => known(communes, code, 'old-communes')));
  return {
    provinces: [...provinces.values()],
    oldProvinces: [...oldProvinces.values()],
    communes: [...communes.values()],
    oldDistricts: [...districts.values()],
    oldCommunes: [...oldCommunes.values()],
    commune: (code) => communes.get(code) ?? null,
    oldCommune: (code) => oldCommunes.get(code) ?? null,
    oldDistrict: (code) => districts.get(code) ?? null,
    oldProvince: (code) => oldProvinces.get(code) ?? null,
    province: (code) => provinces.get(code) ?? null,
  };
}

function readProvinces(folder: string, changes: ByCode<PlaceChange>) {
  const provinces = new Map<string, OpenProvince>();
  const oldProvinces = new Map<string, OldProvince>();
  for (const { code, kind, name, from } of rows(folder, 'provinces')) {
    const change = changes.get(`province ${code}`) ?? null;
    const now: OpenProvince = { level: 'province', code, kind, name, from: [], communes: [], change };
    provinces.set(code, now);
    for (const old of from.split('|')) {
      const [oldCode = '', ...words] = old.split(' ');
      const oldProvince: OldProvince = { level: 'old-province', code: oldCode, ...splitKind(words.join(' ')), now };
      oldProvinces.set(oldCode, oldProvince);
      now.from.push(oldProvince);
    }
  }
  return { provinces, oldProvinces };
}

function readDistricts(folder: string, provinces: ByCode<OldProvince>): ByCode<OpenDistrict> {
  const districts = rows(folder, 'old-districts').map(({ code, kind, name, province }): OpenDistrict => {
    return {
      level: 'old-district',
      code,
      kind,
      name,
      province: known(provinces, province, 'old-districts'),
      communes: [],
    };
  });
  return new Map(districts.map((district) => [district.code, district]));
}

function readOldCommunes(folder: string, districts: ByCode<OpenDistrict>) {
  const oldCommunes = new Map<string, OpenOldCommune>();
  const becomes: [OpenOldCommune, readonly string[]][] = [];
  for (const { code, kind, name, district, now } of rows(folder, 'old-communes')) {
    const home = known(districts, district, 'old-communes');
    const old: OpenOldCommune = { level: 'old-commune', code, kind, name, district: home, now: [] };
    oldCommunes.set(code, old);
    home.communes.push(old);
    becomes.push([old, now.split(' ')]);
  }
  return { oldCommunes, becomes };
}

function readCommunes(
  folder: string,
  provinces: ByCode<OpenProvince>,
  oldCommunes: ByCode<OldCommune>,
  changes: ByCode<PlaceChange>,
): ByCode<Commune> {
  const communes = new Map<string, Commune>();
  for (const { code, kind, name, province, decree, decreedOn, seat, from } of rows(folder, 'communes')) {
    const home = known(provinces, province, 'communes');
    const unit: Commune = {
      ...{ level: 'commune', code, kind, name, province: home, decree, decreedOn },
      seat: seat || null,
      from: from.split(' ').map((part) => ({
        old: known(oldCommunes, part.replace('*', ''), 'communes'),
        partial: part.endsWith('*'),
      })),
      change: changes.get(`commune ${code}`) ?? null,
    };
    communes.set(code, unit);
    home.communes.push(unit);
  }
  return communes;
}

const rows = <Name extends TableName>(folder: string, name: Name) =>
  readTable<(typeof tableColumns)[Name][number]>(
    `${name}.tsv`,
    readFileSync(join(folder, `${name}.tsv`), 'utf8'),
    tableColumns[name],
  );

const readChanges = (folder: string): ByCode<PlaceChange> =>
  new Map(
    rows(folder, 'changes-2026').map(({ code, level, from, to, year }) => [
      `${level} ${code}`,
      { from, to, year: Number(year) },
    ]),
  );

function known<T>(units: ByCode<T>, code: string, table: TableName): T {
  const unit = units.get(code);
  if (unit === undefined)
    throw new PlaceTableError(`${table}.tsv names the unknown code ${code}; import the places again`);
  return unit;
}
