/** What holds in one commune: the national guide is the ground, the province lies over it, the commune over both. */
import type { OfficialChannel } from '../official-channel.ts';
import { type Commune, fullName } from '../places/place.ts';
import type { LocalFiles } from './load-local.ts';
import type { AnyOffice, CommuneFile, Counter, LocalFee, ProvinceFile } from './local-file.ts';
import type { HoursException, OfficeHours } from './office-hours.ts';

/** Who wrote a value. */
export interface Origin {
  readonly level: 'province' | 'commune';
  /** `Tỉnh Lào Cai`. */
  readonly name: string;
  /** What its file was written from. */
  readonly source: string;
  readonly checkedOn: string;
}

export interface EffectivePoint {
  readonly name: string;
  readonly address: string;
  readonly phone: string | null;
  /** Fields it takes; `null`: all. */
  readonly fields: readonly string[] | null;
  readonly counters: readonly Counter[];
  readonly hours: OfficeHours;
  readonly hoursFrom: Origin;
}

export interface EffectiveFee {
  readonly fee: LocalFee;
  readonly from: Origin;
}

export interface EffectiveUnit {
  readonly code: string;
  /** `Xã Cốc Mỳ`. */
  readonly name: string;
  readonly province: { readonly code: string; readonly name: string };
  /** Whose files are here. */
  readonly loaded: { readonly province: Origin | null; readonly commune: Origin | null };
  /** Where files are handed in; [] where the commune's file is not loaded. */
  readonly points: readonly EffectivePoint[];
  /** The commune's before the province's. In force or not: the asker's moment decides. */
  readonly fees: readonly EffectiveFee[];
  /** The province's published list; `null` where it is not entered. */
  readonly anyOffice: AnyOffice | null;
  readonly tiers: ProvinceFile['tiers'];
  readonly phones: ProvinceFile['phones'];
  readonly channels: readonly OfficialChannel[];
}

const originOf = (level: Origin['level'], { name, source, checkedOn }: ProvinceFile | CommuneFile): Origin => ({
  level,
  name,
  source,
  checkedOn,
});

/** Of a commune without a file what its province wrote; nothing of any other commune ever. */
export function effectiveUnit(commune: Commune, files: LocalFiles): EffectiveUnit {
  const province = files.provinces.get(commune.province.code) ?? null;
  const own = files.communes.get(commune.code) ?? null;
  const from = { province: province && originOf('province', province), commune: own && originOf('commune', own) };
  const feesOf = (file: ProvinceFile | CommuneFile | null, origin: Origin | null): EffectiveFee[] =>
    file && origin ? file.fees.map((fee) => ({ fee, from: origin })) : [];
  return {
    code: commune.code,
    name: own?.name ?? fullName(commune),
    province: { code: commune.province.code, name: province?.name ?? fullName(commune.province) },
    loaded: from,
    points: own ? own.points.map((point) => pointOf(point, own, province)) : [],
    fees: [...feesOf(own, from.commune), ...feesOf(province, from.province)],
    anyOffice: province?.anyOffice ?? null,
    tiers: province?.tiers ?? null,
    phones: province?.phones ?? [],
    channels: [...(own?.channels ?? []), ...(province?.channels ?? [])],
  };
}

function pointOf(
  point: CommuneFile['points'][number],
  commune: CommuneFile,
  province: ProvinceFile | null,
): EffectivePoint {
  const { name, address, phone, fields, counters } = point;
  // The nearest that writes a week gives its seasons with it; single days add up, the nearest first.
  const writer = [point, commune, province].find((one) => one?.hours);
  const days = [point, commune, province].flatMap((one) => one?.exceptions ?? []);
  return {
    ...{ name, address, phone, fields, counters },
    hours: { hours: writer?.hours ?? {}, seasons: writer?.seasons, exceptions: onceADay(days) },
    hoursFrom: province && writer === province ? originOf('province', province) : originOf('commune', commune),
  };
}

const onceADay = (days: readonly HoursException[]) =>
  days.filter(({ day }, index) => days.findIndex((other) => other.day === day) === index);
