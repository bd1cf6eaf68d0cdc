/** How much speaks for a place: its name, its kind, and the district and province around it. */
import type { Commune, OldDistrict, OldProvince, Place, Province } from '../../knowledge/index.ts';
import { type Mention, slipQuality } from './mentions.ts';

/** What the citizen wants to know, as far as it tells which of two places of one name is meant. */
export interface PlaceWish {
  /** A unit of today is asked about rather than one of before. */
  readonly today: boolean;
  /** The level that is asked for; `null` where none is named. */
  readonly level: 'commune' | 'province' | null;
}

/** A place with all that speaks for it. */
export interface Reading {
  readonly head: Mention;
  readonly around: readonly Mention[];
  readonly score: number;
  /** A district or province is named right after it, and the place does not lie there. */
  readonly contradicted: boolean;
}

/** Readings no further apart than this are equally likely. */
export const tie = 0.05;
/** In words of a name that agree. */
export const points = {
  /** The kind is written and right, of the place itself or of what it lies in. */
  ownKind: 1,
  aroundKind: 0.5,
  /** "phường" for what is a xã. */
  otherKind: -0.5,
  /** A district or province is named with its kind and this place does not lie there. */
  contradicted: -1.5,
  /** An address goes from small to large: what stands before an unmarked name is less likely its district. */
  beforeName: 0.5,
  /** People ask where old places went. */
  notMeantAge: -0.3,
  /** With its old district named, the old ward is meant, though it was of another kind than the new one. */
  newInOldDistrict: -1.6,
  district: 0.2,
  slipMustGain: 0.3,
};
/** Below it a word is another word. */
export const leastQuality = 0.7;
/** By their names alone: a word may pass for the kind of one and end the other ("Hiền Quan, Tam Nông"). */
export const overlaps = (a: Mention, b: Mention) => a.to - a.length < b.to && b.to - b.length < a.to;

/** What a mention counts as a district or province around another place. */
export const worthOf = ({ length, quality, kind }: Mention) =>
  length * quality + (kind === 'exact' ? points.aroundKind : kind === 'near' ? points.otherKind / 2 : 0);

/** What a place may be said to lie in, smaller first; alternatives side by side. */
export function surroundings(place: Place): readonly (readonly (OldDistrict | OldProvince | Province)[])[] {
  switch (place.level) {
    case 'old-commune':
      return [[place.district], [place.district.province, place.district.province.now]];
    case 'old-district':
      return [[place.province, place.province.now]];
    case 'commune':
      return [districtsOf(place), [place.province, ...place.province.from]];
    default:
      return [];
  }
}

const districtsOf = ({ from }: Commune) => [...new Set(from.map(({ old }) => old.district))];

/** `null` when too little speaks for the place. */
export function weigh(
  head: Mention,
  byPlace: ReadonlyMap<Place, readonly Mention[]>,
  named: readonly Mention[],
  wish: PlaceWish,
): Reading | null {
  const around: Mention[] = [];
  let score = head.length * head.quality + ageAndLevel(head, wish);
  if (head.kind) score += head.kind === 'exact' ? points.ownKind : points.otherKind;
  for (const alternatives of surroundings(head.place)) {
    const fitting = alternatives
      .flatMap((place) => byPlace.get(place) ?? [])
      .filter(
        (one) => [head, ...around].every((other) => !overlaps(one, other)) && (one.kind || one.quality >= leastQuality),
      );
    const found = fitting.toSorted((a, b) => worthOf(b) - worthOf(a))[0];
    if (!found) continue;
    around.push(found);
    score += worthOf(found) * (head.kind === null && found.from < head.from ? points.beforeName : 1);
  }
  const inOldDistrict = around.some(({ place }) => place.level === 'old-district');
  if (head.place.level === 'commune' && !wish.today && inOldDistrict) score += points.newInOldDistrict;
  const against = named.filter((one) => isAround(one, head) && [head, ...around].every((own) => !overlaps(own, one)));
  const besideIt = against.filter(({ from }) => from >= head.to && from <= head.to + 1);
  const contradicted = besideIt.some(({ kind }) => around.length === 0 || (kind !== null && !inOldDistrict));
  if (contradicted || against.some(({ kind }) => kind !== null)) score += points.contradicted;
  return enough(head, around) ? { head, around, score, contradicted } : null;
}

/** Levels from small to large. */
export const size: Readonly<Record<Place['level'], number>> = {
  commune: 0,
  'old-commune': 0,
  'old-district': 1,
  'old-province': 2,
  province: 2,
};
const isAround = (one: Mention, head: Mention) => size[one.place.level] > size[head.place.level];

function ageAndLevel({ place, kind }: Mention, { today, level }: PlaceWish): number {
  const isToday = place.level === 'commune' || place.level === 'province';
  const age = isToday === today || place.level === 'old-district' ? 0 : points.notMeantAge;
  if (kind) return age;
  if (place.level === 'old-district') return points.district;
  return size[place.level] === 2 ? age + (level === 'commune' ? -0.5 : level === 'province' ? 0.5 : 0.3) : age;
}

/** A bare name of two words may do; with less, a kind or a surrounding place has to speak for it. */
function enough({ kind, quality, length, place, to, everyday }: Mention, around: readonly Mention[]): boolean {
  if (everyday && kind === null) return around.some(({ from }) => from >= to - 1 && from <= to + 1);
  if (kind || around.length > 0) return quality >= leastQuality || quality === slipQuality;
  return quality >= 0.9 && (length >= 2 || size[place.level] > 0);
}
