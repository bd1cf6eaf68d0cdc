/** What a commune may write only where its province has: fees within a range, hours where the province gives none. */
import type { CommuneFile, LocalFee, ProvinceFile } from './local-file.ts';

/** `path: problem` for each; [] when the file may stand. */
export const communeProblems = (commune: CommuneFile, province: ProvinceFile | null): string[] => [
  ...commune.fees.flatMap((fee, index) => feeProblem(fee, province).map((text) => `fees.${index}: ${text}`)),
  ...commune.points.flatMap((point, index) =>
    point.hours || commune.hours || province?.hours
      ? []
      : [`points.${index}.hours: nobody gives its hours; write them here, or in the file of the province`],
  ),
];

function feeProblem(fee: LocalFee, province: ProvinceFile | null): string[] {
  if (!province)
    return ['a commune may write a fee only where the file of its province allows it; that file is not here'];
  const limits = province.fees.filter((one) => one.procedure === fee.procedure && covers(one, fee));
  const allowed = limits.flatMap(({ communeMay }) => communeMay ?? []);
  if (allowed.length === 0)
    return [`the province does not let a commune set the fee of ${fee.procedure}; take it out, or ask the province`];
  if (allowed.some(({ least, most }) => least <= fee.dong && fee.dong <= most)) return [];
  const ranges = allowed.map(({ least, most }) => `${least} to ${most}`).join(', or ');
  return [`the province allows ${ranges} đồng for ${fee.procedure}, not ${fee.dong}`];
}

/** Whether the province's entry speaks of every way and case that the commune's does. */
const covers = (province: LocalFee, own: LocalFee) =>
  (province.via === null || (own.via?.every((via) => province.via?.includes(via)) ?? false)) &&
  (province.case === null || province.case === own.case);
