/** Finds the place that a free text names: by name, kind, district and province together. */
import type { Commune, OldDistrict, OldProvince, Place, Places, Province } from '../../knowledge/index.ts';
import { openGazetteer } from './gazetteer.ts';
import { hasUnknownCommune, type Mention, mentionsIn, slipsIn } from './mentions.ts';
import { type PlaceWord, readPlaceWords } from './place-words.ts';

export interface FoundPlaces {
  /** All of one level; several where what was written does not decide between them. */
  readonly places: readonly Place[];
  /** Named with its kind, or together with its district or province. */
  readonly sure: boolean;
  /** A ward or commune is named beside the district found, and the tables do not have it there. */
  readonly unknownCommune: boolean;
}

/** What the citizen wants to know, as far as it tells which of two places of one name is meant. */
export interface PlaceWish {
  /** A unit of today is asked about rather than one of before. */
  readonly today: boolean;
  /** The level that is asked for; `null` where none is named. */
  readonly level: 'commune' | 'province' | null;
}

export interface PlaceFinder {
  /** What the text names, best first; [] for nothing. Never throws; at most a few ms. */
  find(text: string, wish?: PlaceWish): readonly FoundPlaces[];
  /** Those of `scope` that the text names by their own name, district or province; [] for none. */
  choose(text: string, scope: readonly Place[]): readonly Place[];
}

/** A place with all that speaks for it. */
interface Reading {
  readonly head: Mention;
  readonly around: readonly Mention[];
  readonly score: number;
}

/** Readings no further apart than this are equally likely. */
const tie = 0.05;
const points = {
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
  district: 0.2,
  slipMustGain: 0.3,
};
const leastQuality = 0.7;
const mostPlacesAsked = 3;

/** Builds the look-up tables once; about 10 MB with the places. */
export function openPlaceFinder(places: Places): PlaceFinder {
  const gazetteer = openGazetteer(places);
  const readingsOf = (mentions: readonly Mention[], wish: PlaceWish): readonly Reading[] => {
    const byPlace = Map.groupBy(mentions, ({ place }) => place);
    const named = mentions.filter(({ kind, quality }) => kind === 'exact' && quality >= leastQuality);
    return mentions
      .flatMap((head) => reading(head, byPlace, named, wish) ?? [])
      .toSorted((a, b) => b.score - a.score || a.head.from - b.head.from);
  };
  return {
    find(text, wish = { today: false, level: null }) {
      const words = readPlaceWords(text);
      const exact = mentionsIn(words, gazetteer);
      const first = groups(readingsOf(exact, wish), words, exact);
      const best = first[0];
      if (best?.found.sure && best.found.places.length === 1 && !best.found.unknownCommune)
        return first.map(({ found }) => found);
      const slips = slipsIn(words, gazetteer, exact);
      const all = [...exact, ...slips];
      const second = slips.length === 0 ? [] : groups(readingsOf(all, wish), words, all);
      const better = (second[0]?.score ?? 0) > (best?.score ?? 0) + points.slipMustGain;
      return (better ? second : first).map(({ found }) => found);
    },
    choose(text, scope) {
      const words = readPlaceWords(text);
      const exact = mentionsIn(words, gazetteer);
      const byPlace = Map.groupBy([...exact, ...slipsIn(words, gazetteer, exact)], ({ place }) => place);
      const worth = (place: Place) => sum([place, ...surroundings(place).flat()].map((one) => best(byPlace.get(one))));
      const most = Math.max(0, ...scope.map(worth));
      return most === 0 ? [] : scope.filter((place) => worth(place) >= most - tie);
    },
  };
}

const best = (mentions: readonly Mention[] = []) => Math.max(0, ...mentions.map(worthOf));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
/** By their names alone: a word may pass for the kind of one and end the other ("Hiền Quan, Tam Nông"). */
const overlaps = (a: Mention, b: Mention) => a.to - a.length < b.to && b.to - b.length < a.to;

/** What a mention counts as a district or province around another place. */
const worthOf = ({ length, quality, kind }: Mention) =>
  length * quality + (kind === 'exact' ? points.aroundKind : kind === 'near' ? points.otherKind / 2 : 0);

/** What a place may be said to lie in, smaller first; alternatives side by side. */
function surroundings(place: Place): readonly (readonly (OldDistrict | OldProvince | Province)[])[] {
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
function reading(
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
  const against = named.filter((one) => isAround(one, head) && [head, ...around].every((own) => !overlaps(own, one)));
  if (against.length > 0) score += points.contradicted;
  return enough(head, around) ? { head, around, score } : null;
}

const size: Readonly<Record<Place['level'], number>> = {
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
function enough({ kind, quality, length, place }: Mention, around: readonly Mention[]): boolean {
  if (kind || around.length > 0)
    return quality >= leastQuality || (quality === 0.6 && (kind !== null || around.length > 0));
  return quality >= 0.9 && (length >= 2 || size[place.level] > 0);
}

interface Group {
  readonly found: FoundPlaces;
  readonly score: number;
}

/** The best readings, those as likely together; then further places named beside them with their kind. */
function groups(
  readings: readonly Reading[],
  words: readonly PlaceWord[],
  mentions: readonly Mention[],
): readonly Group[] {
  const found: Group[] = [];
  const taken: Mention[] = [];
  for (const { head, score } of readings) {
    if (found.length === mostPlacesAsked || (found.length > 0 && (head.kind !== 'exact' || size[head.place.level] > 0)))
      break;
    if (taken.some((one) => overlaps(one, head))) continue;
    const equal = readings.filter(
      (one) =>
        one.score >= score - tie && overlaps(one.head, head) && size[one.head.place.level] === size[head.place.level],
    );
    taken.push(...equal.flatMap((one) => [one.head, ...one.around]));
    const sure = equal.every((one) => one.head.kind !== null || one.around.length > 0);
    const unknownCommune =
      size[head.place.level] > 0 && (hasUnknownCommune(words, mentions) || namesOtherCommune(mentions, head));
    found.push({ score, found: { places: [...new Set(equal.map((one) => one.head.place))], sure, unknownCommune } });
  }
  return found;
}

/** "phường 6, quận 3" where that district had no such ward left. */
const namesOtherCommune = (mentions: readonly Mention[], head: Mention) =>
  mentions.some((one) => size[one.place.level] === 0 && one.kind !== null && !overlaps(one, head));
