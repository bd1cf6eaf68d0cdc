/** `knowledge diff --local`: what each province sets over the national guides, and each commune over its province. */
import type { Filing, Guide } from '../guide.ts';
import type { Places } from '../places/place.ts';
import type { LocalFiles } from './load-local.ts';
import { isLeftOpen } from './local-fee.ts';
import type { CommuneFile, LocalFee, ProvinceFile } from './local-file.ts';

/** One line a difference, under a line that names the file; [] where nothing local is loaded. */
export function tellInheritance(files: LocalFiles, guides: readonly Guide[], places: Places): string[] {
  const byCode = new Map(guides.map((guide) => [guide.code, guide]));
  return [...files.provinces.values()]
    .flatMap((province) => {
      const communes = [...files.communes.values()].filter(
        ({ commune }) => places.commune(commune)?.province.code === province.province,
      );
      return [...tellProvince(province, byCode), ...communes.flatMap((commune) => tellCommune(commune, province))];
    })
    .concat(
      [...files.communes.values()]
        .filter(({ commune }) => !files.provinces.has(places.commune(commune)?.province.code ?? ''))
        .flatMap((commune) => tellCommune(commune, null)),
    );
}

function tellProvince(province: ProvinceFile, guides: ReadonlyMap<string, Guide>): string[] {
  const { anyOffice, hours, tiers, phones } = province;
  return [
    `${province.name} (province-${province.province}) over the national guides:`,
    ...province.fees.map((fee) => `  ${tellFee(fee, guides.get(fee.procedure) ?? null)}`),
    ...(anyOffice ? [`  any-office filing: ${anyOffice.offices.length} centres, ${anyOffice.decision.number}`] : []),
    ...(hours ? ['  hours: for all communes that write none'] : []),
    ...(tiers ? [`  centres: ${tiers} tier`] : []),
    ...(phones.length > 0 ? [`  phones: ${phones.length}`] : []),
  ];
}

const amountOf = ({ dong, kind }: { readonly dong: number | null; readonly kind: string }) =>
  dong === null || dong === 0 ? kind : `${kind} ${dong}`;

const scopeOf = ({ procedure, via, case: of }: LocalFee) =>
  [procedure, via ? via.join('+') : null, of].filter(Boolean).join(', ');

function tellFee(fee: LocalFee, guide: Guide | null): string {
  const set = `${amountOf(fee)} (${fee.resolution.number}, ${fee.from} to ${fee.to ?? 'further notice'})`;
  if (!guide) return `fee ${scopeOf(fee)}: no full guide -> ${set}; not used until there is one`;
  const rows = guide.filing.filter((row) => fee.via === null || fee.via.includes(row.via));
  const national = [...new Set(rows.map((row: Filing) => amountOf(row.fee)))].join(' or ') || 'no such way of filing';
  const unused = rows.some(isLeftOpen) ? '' : '; NOT USED: the national record sets the fee itself';
  return `fee ${scopeOf(fee)}: ${national} -> ${set}${unused}`;
}

function tellCommune(commune: CommuneFile, province: ProvinceFile | null): string[] {
  const over = province?.name ?? 'no province file';
  const own = commune.points.filter(({ hours }) => hours).length;
  const hours = own > 0 || commune.hours ? (province?.hours ? 'its own instead of the province’s' : 'its own') : null;
  return [
    `${commune.name} (commune-${commune.commune}) over ${over}:`,
    `  desks: ${commune.points.map(({ name }) => name).join('; ')}`,
    ...(hours ? [`  hours: ${hours}`] : []),
    ...commune.fees.map(
      (fee) => `  fee ${scopeOf(fee)}: ${provinceFees(fee, province)} -> ${amountOf(fee)} (${fee.resolution.number})`,
    ),
    ...(commune.channels.length > 0 ? [`  channels: ${commune.channels.map(({ value }) => value).join(', ')}`] : []),
  ];
}

const provinceFees = (fee: LocalFee, province: ProvinceFile | null) =>
  (province?.fees ?? [])
    .filter(({ procedure }) => procedure === fee.procedure)
    .map(amountOf)
    .join(' or ') || 'none';
