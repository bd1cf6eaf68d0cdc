/** Notes which commune a question comes from: the channel's, or where the citizen says that he lives. */
import type { Commune, Place } from '../../knowledge/index.ts';
import type { FoundPlaces, PlaceFinder } from '../places/find-place.ts';
import type { AskedFrom, Step } from '../step.ts';
import type { Tools } from '../tools.ts';
import { type Residence, residenceIn } from '../understand/residence.ts';
import { wordingOf } from '../understand/wording.ts';
import { mannerOf, withoutPlace } from '../units/without-place.ts';

export const knowUnit = ({ places, units }: Pick<Tools, 'places' | 'units'>): Step => ({
  name: 'know-unit',
  run(turn) {
    const atDoor = units.atDoor(turn.message.unit ?? null);
    const before: AskedFrom = { code: turn.memory.unit ?? atDoor, said: null, unclear: null };
    const residence = residenceIn(wordingOf(turn.text));
    if (residence === null) return { next: { ...turn, unit: before } };
    const found = places.find(turn.text, { today: true, level: null });
    const unit = isMeant(turn.text, residence, found[0]) ? heard(found, { residence, before }, places) : before;
    const names = unit.said !== null || unit.unclear !== null ? (found[0]?.places ?? []) : [];
    return { next: { ...turn, unit, question: withoutPlace(turn.question, names) } };
  },
});

/** A name met by chance ("Cộng hòa Séc") is no home: it stands behind "xã", "phường", or behind "tôi ở". */
function isMeant(text: string, residence: Residence, found: FoundPlaces | undefined): boolean {
  const [place] = found?.places ?? [];
  if (!place) return false;
  const manner = mannerOf(text, place);
  return residence === 'lives' ? manner !== 'bare' : manner === 'kind';
}

interface Known {
  readonly residence: Residence;
  readonly before: AskedFrom;
}

/** The commune that the message names as the citizen's, when it can be only one; else the one known before. */
function heard(found: readonly FoundPlaces[], { residence, before }: Known, finder: PlaceFinder): AskedFrom {
  const [first] = found;
  // Two places named: a move, or a comparison. Which of them is home is not to be guessed.
  if (!first || found.length > 1) return before;
  if (first.places.every(isWide))
    return first.sure || residence === 'lives' ? withinWide(first.places, before, finder) : before;
  if (!first.sure) return before;
  if (first.unknownCommune || first.elsewhere) return { ...before, unclear: nameOf(first.places) };
  const communes = [...new Set(first.places.flatMap(communesOf))];
  if (communes.length === 0) return before;
  const near = nearest(communes, before.code, finder);
  return near ? { code: near.code, said: near.code, unclear: null } : { ...before, unclear: nameOf(first.places) };
}

const nameOf = (places: readonly Place[]): string => (places[0] ? `${places[0].kind} ${places[0].name}` : '');

const isWide = ({ level }: Place) => level !== 'commune' && level !== 'old-commune';

/** He names a province or an old district alone: the commune known before is his only if it lies there. */
function withinWide(named: readonly Place[], before: AskedFrom, { places }: PlaceFinder): AskedFrom {
  const home = before.code === null ? null : places.commune(before.code);
  const holds = (place: Place) =>
    home !== null &&
    (place === home.province ||
      (place.level === 'old-province' && home.province === place.now) ||
      (place.level === 'old-district' && place.communes.some(({ now }) => now.includes(home))));
  return home === null || named.some(holds) ? before : { ...before, unclear: nameOf(named) };
}

/** Of an old commune what it became; a province or a district names no commune. */
const communesOf = (place: Place): readonly Commune[] =>
  place.level === 'commune' ? [place] : place.level === 'old-commune' ? place.now : [];

/** Of several of one name the one known before, else the only one in the same province. */
function nearest(communes: readonly Commune[], before: string | null, { places }: PlaceFinder): Commune | null {
  const [only] = communes;
  if (communes.length === 1 && only) return only;
  const home = before === null ? null : places.commune(before);
  const same = communes.filter(
    ({ code, province }) => code === before || (home && province.code === home.province.code),
  );
  return communes.find(({ code }) => code === before) ?? (same.length === 1 ? (same[0] ?? null) : null);
}
