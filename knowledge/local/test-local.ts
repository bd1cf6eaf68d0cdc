/** Local files for suites: invented desks, phones and fees at real places. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Commune, fullName, type Province } from '../places/place.ts';

const weekday = ['07:30-11:30', '13:30-17:00'];
export const plainWeek = { monday: weekday, tuesday: weekday, wednesday: weekday, thursday: weekday, friday: weekday };

export const testResolution = {
  number: '12/2025/NQ-HĐND',
  title: 'Quy định mức thu lệ phí trên địa bàn tỉnh',
  url: 'https://vanban.example.gov.vn/12-2025-nq-hdnd',
  on: '2025-07-10',
};

/** A death registered late: its guide leaves the fee to the province. */
export const openFeeCode = '1.000656';

/** A province that sets one fee, lets communes go down with it, and publishes a list. */
export const testProvince = (province: Pick<Province, 'code' | 'kind' | 'name'>, dong = 50_000) => ({
  province: province.code,
  name: fullName(province),
  source: 'Tệp thử của tỉnh',
  checkedOn: '2026-11-01',
  tiers: 'two',
  fees: [
    {
      procedure: openFeeCode,
      kind: 'fixed',
      dong,
      resolution: testResolution,
      from: '2025-08-01',
      communeMay: { least: 1000, most: dong },
    },
  ],
  anyOffice: {
    decision: { number: '77/QĐ-UBND', url: 'https://congbao.example.gov.vn/77', on: '2025-09-01' },
    checkedOn: '2026-11-01',
    from: '2025-09-01',
    offices: [{ name: 'Trung tâm Phục vụ hành chính công tỉnh', address: 'số 2 đường Thí Dụ' }],
  },
  hours: plainWeek,
  phones: [{ name: 'Tổng đài của tỉnh', number: '1900 0000' }],
});

export const testCommune = (commune: Pick<Commune, 'code' | 'kind' | 'name'>, more: object = {}) => ({
  commune: commune.code,
  name: fullName(commune),
  source: 'Tệp thử của xã',
  checkedOn: '2026-11-01',
  points: [
    {
      name: `Trung tâm Phục vụ hành chính công ${fullName(commune)}`,
      address: `số 1 đường Thí Dụ, ${fullName(commune)}`,
      phone: '0900 000 011',
    },
  ],
  ...more,
});

type LocalFileText = ({ readonly province: string } | { readonly commune: string }) & Readonly<Record<string, unknown>>;

/** Writes `province-….yaml` or `commune-….yaml` into the folder. */
export function writeLocal(folder: string, file: LocalFileText): void {
  const name = 'province' in file ? `province-${file.province}` : `commune-${file.commune}`;
  writeFileSync(join(folder, `${name}.yaml`), stringify(file));
}
