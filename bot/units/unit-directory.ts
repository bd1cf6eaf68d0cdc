/** The communes that one installation serves: for each its desks and what its province and it wrote. */
import {
  type Commune,
  type EffectivePoint,
  type EffectiveUnit,
  effectiveUnit,
  fullName,
  type LocalFiles,
  type OfficialChannel,
  type Places,
} from '../../knowledge/index.ts';
import { fold } from '../../retrieval/index.ts';
import type { Desk } from '../desk.ts';

/** A desk where files are handed in (điểm tiếp nhận). */
export interface ReceptionPoint extends Desk {
  /** Fields (lĩnh vực) it takes; `null`: all. */
  readonly fields: readonly string[] | null;
  readonly counters: EffectivePoint['counters'];
  /** The province whose hours these are; `null`: its own. */
  readonly hoursBy: string | null;
}

/** What is known of the commune that a question comes from. */
export interface Unit {
  /** `null` for the installation's own desk where its file names no commune, and where nothing is known. */
  readonly code: string | null;
  /** `Xã Cốc Mỳ, Tỉnh Lào Cai`; `null` where no commune is known. */
  readonly name: string | null;
  /** Its files, and those of its province; `null` where no commune is known. */
  readonly local: EffectiveUnit | null;
  /** [] where nobody entered them. */
  readonly points: readonly ReceptionPoint[];
  /** The first of the points. */
  readonly desk: ReceptionPoint | null;
  /** The seat (trụ sở) as the tables of places have it; `null` where they do not. */
  readonly seat: string | null;
  /** Official numbers and addresses of the commune and its province. */
  readonly channels: readonly OfficialChannel[];
}

export interface UnitDirectory {
  /**
   * The unit of a commune code; of `null` the installation's own. A code without a file has no desk: another's is never
   * given in its place.
   */
  of(code: string | null): Unit;
  /** The unit of a commune that a portal or a kiosk names: an installation with one desk alone serves that desk there. */
  atDoor(code: string | null): string | null;
  /** Communes with a file. */
  readonly communes: number;
}

export interface UnitParts {
  /** The installation's own desk, `unit.yaml`. */
  readonly desk: Desk | null;
  readonly files: LocalFiles;
  readonly places: Places;
}

const nobody: Unit = { code: null, name: null, local: null, points: [], desk: null, seat: null, channels: [] };

export function openUnits({ desk, files, places }: UnitParts): UnitDirectory {
  const known = new Map<string, Unit>();
  const own = desk && pointOfDesk(desk);
  const [only] = files.communes.size === 1 ? files.communes.keys() : [];
  const home = desk ? (desk.commune ?? null) : (only ?? null);
  const make = (code: string): Unit => {
    const commune = places.commune(code);
    if (!commune) return nobody;
    const unit = unitOf(commune, effectiveUnit(commune, files));
    return own && unit.points.length === 0 && isDeskOf(own, commune) ? { ...unit, points: [own], desk: own } : unit;
  };
  const of = (code: string): Unit => {
    const unit = known.get(code) ?? make(code);
    known.set(code, unit);
    return unit;
  };
  const default_ = home === null ? { ...nobody, points: own ? [own] : [], desk: own } : of(home);
  return {
    of: (code) => (code === null ? default_ : of(code)),
    atDoor: (code) => (code !== null && own && !own.commune && files.communes.size === 0 ? null : code),
    communes: files.communes.size,
  };
}

const pointOfDesk = (desk: Desk): ReceptionPoint => ({
  ...desk,
  fields: null,
  counters: desk.counters ?? [],
  hoursBy: null,
});

/** A desk that names no commune by its code is that of the commune in its name or address. */
const isDeskOf = ({ commune, name, address }: Desk, unit: Commune): boolean =>
  commune === undefined
    ? ` ${fold(`${name} , ${address}`)} `.replace(/[^\p{L}\d]+/gu, ' ').includes(` ${fold(fullName(unit))} `)
    : commune === unit.code;

function unitOf(commune: Commune, local: EffectiveUnit): Unit {
  const points = local.points.map(({ hours, hoursFrom, ...point }): ReceptionPoint => {
    const { fields, counters, ...desk } = point;
    const hoursBy = hoursFrom.level === 'province' ? hoursFrom.name : null;
    return { ...desk, ...hours, fields, counters, hoursBy, commune: commune.code };
  });
  return {
    code: commune.code,
    name: `${local.name}, ${local.province.name}`,
    local,
    points,
    desk: points[0] ?? null,
    seat: commune.seat,
    channels: [...local.channels, ...numbersOf(local)],
  };
}

/** Whoever calls from the commune's own number or its province's is official. */
const numbersOf = ({ points, phones, name, province }: EffectiveUnit): OfficialChannel[] => [
  ...points.flatMap((point) =>
    point.phone ? [{ kind: 'number' as const, value: point.phone, name: point.name, source: name }] : [],
  ),
  ...phones.map(({ name: of, number }) => ({
    kind: 'number' as const,
    value: number,
    name: of,
    source: province.name,
  })),
];
