/** Finds the place that a free text names: by name, kind, district and province together. */
import type { Place, Places } from '../../knowledge/index.ts';
import { openGazetteer } from './gazetteer.ts';
import { hasUnknownCommune, type Mention, mentionsIn, slipsIn } from './mentions.ts';
import { type PlaceWord, readPlaceWords } from './place-words.ts';
import {
  leastQuality,
  overlaps,
  type PlaceWish,
  points,
  type Reading,
  size,
  surroundings,
  tie,
  weigh,
  worthOf,
} from './weigh-place.ts';

export interface FoundPlaces {
  /** All of one level; several where what was written does not decide between them. */
  readonly places: readonly Place[];
  /** Named with its kind, or together with its district or province. */
  readonly sure: boolean;
  /** A ward or commune is named beside the place found, and the tables do not have it there. */
  readonly unknownCommune: boolean;
  /** The district or province written right after the name is another one. */
  readonly elsewhere: boolean;
}

export interface PlaceFinder {
  readonly places: Places;
  /** What the text names, best first; [] for nothing. Never throws; at most a few ms. */
  find(text: string, wish?: PlaceWish): readonly FoundPlaces[];
  /** Those of `scope` that the text names by their own name, district or province; [] for none. */
  choose(text: string, scope: readonly Place[]): readonly Place[];
}

const mostPlacesAsked = 3;

/** Builds the look-up tables once; about 10 MB with the places. */
export function openPlaceFinder(places: Places): PlaceFinder {
  const gazetteer = openGazetteer(places);
  const readingsOf = (mentions: readonly Mention[], wish: PlaceWish): readonly Reading[] => {
    const byPlace = Map.groupBy(mentions, ({ place }) => place);
    const named = mentions.filter(speaksAgainst);
    return mentions
      .flatMap((head) => weigh(head, byPlace, named, wish) ?? [])
      .toSorted((a, b) => b.score - a.score || a.head.from - b.head.from);
  };
  return {
    places,
    find(text, wish = { today: false, level: null }) {
      const words = readPlaceWords(text);
      const exact = mentionsIn(words, gazetteer);
      const first = groups(readingsOf(exact, wish), words, exact);
      const best = first[0];
      if (best?.found.sure && best.found.places.length === 1 && !best.found.unknownCommune && !best.found.elsewhere)
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

/** A district or province that is surely named: a place that does not lie there is less likely meant. */
const speaksAgainst = ({ kind, quality, place }: Mention) =>
  size[place.level] > 0 && (kind === 'exact' ? quality >= leastQuality : kind === null && quality >= 0.95);

const best = (mentions: readonly Mention[] = []) => Math.max(0, ...mentions.map(worthOf));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
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
  for (const { head, score, contradicted } of readings) {
    if (found.length === mostPlacesAsked || (found.length > 0 && !mayStandBeside(head, taken))) break;
    if (found.length > 0 && contradicted) continue;
    if (taken.some((one) => overlaps(one, head))) continue;
    const equal = readings.filter(
      (one) =>
        one.score >= score - tie && overlaps(one.head, head) && size[one.head.place.level] === size[head.place.level],
    );
    taken.push(...equal.flatMap((one) => [one.head, ...one.around]));
    const others = size[head.place.level] > 0 && namesOtherCommune(mentions, head);
    const unknownCommune = others || (!isKindedCommune(head) && hasUnknownCommune(words, mentions));
    const sure = others || equal.every((one) => one.head.kind !== null || one.around.length > 0);
    const places = [...new Set(equal.map((one) => one.head.place))];
    found.push({ score, found: { places, sure, unknownCommune, elsewhere: contradicted } });
  }
  return found;
}

const isKindedCommune = ({ kind, place }: Mention) => kind !== null && size[place.level] === 0;

/** A second place is told of only where both are wards named with their kinds. */
const mayStandBeside = (head: Mention, taken: readonly Mention[]) =>
  head.kind === 'exact' && isKindedCommune(head) && taken.some(isKindedCommune);

/** "phường 6, quận 3" where that district had no such ward left. */
const namesOtherCommune = (mentions: readonly Mention[], head: Mention) =>
  mentions.some((one) => size[one.place.level] === 0 && one.kind !== null && !overlaps(one, head));
