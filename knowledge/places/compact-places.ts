/** Turns the compilation's records into the rows of our tables: facts alone, each once. */
import { PlaceTableError, type TableName, tableColumns, writeTable } from './table.ts';

interface PublishedOld {
  readonly code: string | null;
  readonly name: string;
  readonly district: string;
  readonly districtCode: string;
  readonly provinceCode: string;
  readonly partial: boolean;
}

/** A record of `communes.jsonl`, as far as it is used. */
export interface PublishedCommune {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly provinceCode: string;
  /** `Số: 1656/NQ-UBTVQH15; Ngày: 16/06/2025`. */
  readonly decree: string;
  readonly centre: string | null;
  readonly formedFrom: readonly PublishedOld[];
}

/** A record of `communes_old_to_new.jsonl`. */
export interface PublishedMapping {
  readonly oldCode: string | null;
  readonly oldName: string;
  readonly oldDistrict: string;
  readonly oldProvinceCode: string;
  readonly newCodes: readonly string[];
}

/** A record of `provinces.jsonl`. */
export interface PublishedProvince {
  readonly code: string;
  readonly name: string;
  readonly formedFrom: readonly { readonly code: string; readonly name: string }[];
}

/** A record of `communes_changes_2026.jsonl`. */
export interface PublishedChange {
  readonly code: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly year: number;
  readonly source: string;
}

export interface PublishedPlaces {
  readonly provinces: readonly PublishedProvince[];
  readonly communes: readonly PublishedCommune[];
  readonly mappings: readonly PublishedMapping[];
  readonly changes: readonly PublishedChange[];
}

const kinds = ['Đặc khu', 'Thành phố', 'Thị trấn', 'Thị xã', 'Phường', 'Huyện', 'Quận', 'Tỉnh', 'Xã'];

/** `Thị Trấn Óc Eo` → `Thị trấn`, `Óc Eo`. @throws {PlaceTableError} for a name without a kind. */
export function splitKind(full: string): { kind: string; name: string } {
  const clean = full.normalize('NFC').replace(/\s+/g, ' ').trim();
  const kind = kinds.find((one) => clean.toLowerCase().startsWith(`${one.toLowerCase()} `));
  if (!kind) throw new PlaceTableError(`${full}: no kind of unit before the name`);
  const name = clean.slice(kind.length + 1);
  // The compilation doubles the kind in a few names ("Thị trấn Thị Trấn Óc Eo").
  return name.toLowerCase().startsWith(`${kind.toLowerCase()} `)
    ? { kind, name: name.slice(kind.length + 1) }
    : { kind, name };
}

/** What the compilation writes where it has no seat. */
const noSeat = /^(đang cập nhật|giữ nguyên|không sáp nhập|-)?\.?$/i;

/** The file of each table by its name. */
export function compactPlaces({ provinces, communes, mappings, changes }: PublishedPlaces): Record<TableName, string> {
  const districts = new Map<string, PublishedOld>();
  for (const { formedFrom } of communes) for (const old of formedFrom) districts.set(old.districtCode, old);
  const districtCode = new Map([...districts].map(([code, old]) => [`${old.provinceCode} ${old.district}`, code]));
  const oldKey = (code: string | null, district: string) => code ?? `h${district}`;
  const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);
  return {
    provinces: writeTable(
      tableColumns.provinces,
      provinces.map(({ code, name, formedFrom }) => ({
        code,
        ...splitKind(name),
        from: formedFrom.map((old) => `${old.code} ${old.name}`).join('|'),
      })),
    ),
    communes: writeTable(
      tableColumns.communes,
      communes
        .map((unit) => ({
          code: unit.code,
          ...splitKind(unit.name),
          province: unit.provinceCode,
          ...decreeOf(unit),
          seat: noSeat.test(unit.centre?.trim() ?? '') ? '' : (unit.centre ?? ''),
          from: unit.formedFrom
            .map((old) => `${oldKey(old.code, old.districtCode)}${old.partial ? '*' : ''}`)
            .join(' '),
        }))
        .toSorted(byCode),
    ),
    'old-districts': writeTable(
      tableColumns['old-districts'],
      [...districts]
        .map(([code, old]) => ({ code, ...splitKind(old.district), province: old.provinceCode }))
        .toSorted(byCode),
    ),
    'old-communes': writeTable(
      tableColumns['old-communes'],
      mappings
        .map((row) => {
          const district = districtCode.get(`${row.oldProvinceCode} ${row.oldDistrict}`);
          if (!district) throw new PlaceTableError(`${row.oldName}: unknown district ${row.oldDistrict}`);
          return {
            code: oldKey(row.oldCode, district),
            ...splitKind(row.oldName),
            district,
            now: row.newCodes.join(' '),
          };
        })
        .toSorted(byCode),
    ),
    'changes-2026': writeTable(
      tableColumns['changes-2026'],
      changes.map(({ code, kind, from, to, year, source }) => ({
        code,
        level: kind,
        from,
        to,
        year: `${year}`,
        source,
      })),
    ),
  };
}

function decreeOf({ name, decree }: PublishedCommune): { decree: string; decreedOn: string } {
  const found = /^Số: (\S+); Ngày: (\d{2})\/(\d{2})\/(\d{4})$/.exec(decree.trim());
  if (!found) throw new PlaceTableError(`${name}: cannot read the decree "${decree}"`);
  const [, number = '', day, month, year] = found;
  return { decree: number, decreedOn: `${year}-${month}-${day}` };
}
