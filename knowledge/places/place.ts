/** Places (địa danh) of Viet Nam: the units since 1 July 2025, and the units before it with what became of them. */

/** What a place of any level has. `kind` is the published word before the name: `Xã`, `Thị trấn`, `Thành phố`. */
interface Named {
  readonly kind: string;
  /** Without its kind: `Cốc Mỳ`. */
  readonly name: string;
}

/** A change after 1 July 2025. The source gives the year alone. */
export interface PlaceChange {
  /** Full names, with their kinds. */
  readonly from: string;
  readonly to: string;
  readonly year: number;
}

/** A province or city of today (tỉnh, thành phố), with its name of 1 July 2025. */
export interface Province extends Named {
  readonly level: 'province';
  readonly code: string;
  readonly from: readonly OldProvince[];
  readonly communes: readonly Commune[];
  /** `null` when nothing changed since. */
  readonly change: PlaceChange | null;
}

export interface OldProvince extends Named {
  readonly level: 'old-province';
  readonly code: string;
  readonly now: Province;
}

/** A ward, commune or special zone of today (phường, xã, đặc khu), with its name of 1 July 2025. */
export interface Commune extends Named {
  readonly level: 'commune';
  readonly code: string;
  readonly province: Province;
  /** The resolution that formed it, `1673/NQ-UBTVQH15`, and its day (ISO 8601). */
  readonly decree: string;
  readonly decreedOn: string;
  /** As published; `null` where it is not. */
  readonly seat: string | null;
  /** The old units it was formed from; `partial` where another new unit took a part. */
  readonly from: readonly { readonly old: OldCommune; readonly partial: boolean }[];
  readonly change: PlaceChange | null;
}

/** A district of before (quận, huyện, thị xã, thành phố thuộc tỉnh); that level is gone. */
export interface OldDistrict extends Named {
  readonly level: 'old-district';
  readonly code: string;
  readonly province: OldProvince;
  readonly communes: readonly OldCommune[];
}

/** A ward, commune or township of before. Five island districts without communes stand here under their own name. */
export interface OldCommune extends Named {
  readonly level: 'old-commune';
  /** The statistics office's code; `h` and the district's code for the five island districts. */
  readonly code: string;
  readonly district: OldDistrict;
  /** One new unit, or several where the old one was split. */
  readonly now: readonly Commune[];
}

export type Place = Province | OldProvince | Commune | OldDistrict | OldCommune;

/** Everything known of places, each list in the order of the codes. */
export interface Places {
  readonly provinces: readonly Province[];
  readonly oldProvinces: readonly OldProvince[];
  readonly communes: readonly Commune[];
  readonly oldDistricts: readonly OldDistrict[];
  readonly oldCommunes: readonly OldCommune[];
  /** `null` for an unknown code. Codes of old and new communes overlap: they are not the same places. */
  commune(code: string): Commune | null;
  oldCommune(code: string): OldCommune | null;
  oldDistrict(code: string): OldDistrict | null;
  oldProvince(code: string): OldProvince | null;
  province(code: string): Province | null;
}

/** The new units came into force on this day (ISO 8601); on it the districts ended. */
export const unitsInForceFrom = '2025-07-01';

/** The compilation that the tables were read from, and the day they were compared with it (ISO 8601). */
export const placesEdition = {
  name: 'Bảng tổng hợp mã đơn vị hành chính của Tổng cục Thống kê',
  checkedOn: '2026-11-21',
} as const;

/** `Xã Cốc Mỳ`, as the tables have it. */
export const fullName = ({ kind, name }: Named): string => `${kind} ${name}`;

/** The new units on the land of a district, each once. */
export const unitsOfDistrict = ({ communes }: OldDistrict): readonly Commune[] => [
  ...new Set(communes.flatMap(({ now }) => now)),
];
