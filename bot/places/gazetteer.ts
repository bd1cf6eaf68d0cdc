/** Every name of the tables, to be looked up as people write it. */
import { fullName, type Place, type Places } from '../../knowledge/index.ts';
import { districtNicknames, mergedDistricts, numberWords, otherSpellings, provinceNicknames } from './nicknames.ts';
import { type PlaceWord, readName } from './place-words.ts';

/** One way of writing the name of one place. */
export interface Entry {
  readonly place: Place;
  readonly words: readonly PlaceWord[];
  /** Too short or too common to be meant without its kind: numbers, communes of one syllable. */
  readonly needsKind: boolean;
}

export interface Gazetteer {
  /** Entries whose keys, parted by a space, are `key`. */
  named(key: string): readonly Entry[];
  /** Entries of as many words of which all but one have these keys and that one differs by one letter. */
  nearly(words: readonly PlaceWord[]): readonly Entry[];
  /** Words of the longest name. */
  readonly longest: number;
}

export function openGazetteer(places: Places): Gazetteer {
  const entries = [
    ...places.provinces.flatMap(entriesOf),
    ...places.oldProvinces.flatMap(entriesOf),
    ...places.oldDistricts.flatMap(entriesOf),
    // The island districts without communes stand among the districts already.
    ...places.oldCommunes.filter(({ kind }) => kind !== 'Huyện').flatMap(entriesOf),
    ...places.communes.flatMap(entriesOf),
  ];
  const byKey = Map.groupBy(entries, ({ words }) => keysOf(words).join(' '));
  // Names of one key stand together: "Tân Thành" is looked at once, not forty times.
  const byGap = Map.groupBy(
    [...byKey.keys()]
      .map((key) => key.split(' '))
      .filter(({ length }) => length > 1)
      .flatMap(gapsOf),
    ({ gap }) => gap,
  );
  return {
    longest: Math.max(...entries.map(({ words }) => words.length)),
    named: (key) => byKey.get(key) ?? [],
    nearly: (words) =>
      gapsOf(keysOf(words)).flatMap(({ gap, word }) =>
        (byGap.get(gap) ?? [])
          .filter((other) => oneLetterApart(word, other.word))
          .flatMap(({ key }) => byKey.get(key) ?? []),
      ),
  };
}

const keysOf = (words: readonly PlaceWord[]) => words.map(({ key }) => key);

/** A name with each of its words left out in turn. */
const gapsOf = (keys: readonly string[]) =>
  keys.map((word, at) => ({ gap: keys.with(at, '*').join(' '), word, key: keys.join(' ') }));

function entriesOf(place: Place): Entry[] {
  const isCommune = place.level === 'commune' || place.level === 'old-commune';
  const nicknames = (isCommune ? {} : place.level === 'old-district' ? districtNicknames : provinceNicknames)[
    fullName(place)
  ];
  const joined = isCommune ? [] : [place.name.replace(/[\s-]+/g, '')];
  const merged = (place.level === 'old-district' && mergedDistricts[fullName(place)]) || [];
  const ways = new Set([place.name, ...otherSpellings(place.name), ...(nicknames ?? []), ...joined, ...merged]);
  const number = /^(\d+|[IVX]+)$/.test(place.name);
  const byKeys = new Map<string, Entry>();
  for (const way of ways) {
    const words = readName(way);
    const needsKind = number || merged.includes(way) || (isCommune && words.length === 1);
    const key = keysOf(words).join(' ');
    if (words.length > 0 && !byKeys.has(key)) byKeys.set(key, { place, words, needsKind });
  }
  return [...byKeys.values()];
}

/** Whether a slip of one key makes one word of the other: a letter more, less, another, or two exchanged. */
export function oneLetterApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return false;
  if (/\d/.test(a + b) || a in numberWords || b in numberWords) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  if (a.length === b.length) {
    const exchanged = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
    return exchanged || restA.slice(1) === restB.slice(1);
  }
  return a.length > b.length ? restA.slice(1) === restB : restB.slice(1) === restA;
}
