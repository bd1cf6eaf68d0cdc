/** What an answer rests on beside the record: the local texts that it names, and every fact of theirs that it may state. */
import { type Calendar, dayInVietnam, type Facet, type Guide, type Origin } from '../../knowledge/index.ts';
import type { Source } from '../answer.ts';
import { hoursText, inSeason, nextOpening } from '../desk.ts';
import type { PlaceFinder } from '../places/find-place.ts';
import { sourcesOf } from '../places/place-sources.ts';
import type { Speech } from '../texts/speech.ts';
import type { Unit } from '../units/unit-directory.ts';
import { type LocalView, legalName, localFeeOf } from './local-fee-text.ts';
import { lowerFirst } from './money-and-time.ts';

const feeFacets: ReadonlySet<Facet> = new Set(['fee', 'overview']);

/** The local texts behind an answer about `guide`, in the order of what is said; [] where nothing local is said. */
export function localSources(guide: Guide, facets: readonly Facet[], local: LocalView, speech: Speech): Source[] {
  const wanted: readonly Facet[] = facets.length > 0 ? facets : ['overview'];
  return [
    ...(wanted.some((facet) => feeFacets.has(facet)) ? feeSources(guide, local, speech) : []),
    ...(wanted.includes('place') ? placeSources(local, speech) : []),
  ];
}

function feeSources(guide: Guide, local: LocalView, speech: Speech): Source[] {
  const found = guide.filing.flatMap((filing) => localFeeOf(guide, filing, local)?.effective ?? []);
  const byText = new Map(found.map((one) => [one.fee.resolution.number, one]));
  return [...byText.values()].map(({ fee, from }) => ({
    ...sourceOfFile('fee', from, speech),
    title: [legalName(fee.resolution, speech), fee.resolution.title].filter(Boolean).join(': '),
    url: fee.resolution.url,
    decision: fee.resolution.number,
    validFrom: fee.from,
  }));
}

function placeSources({ unit }: LocalView, speech: Speech): Source[] {
  if (!unit.local) return [];
  const { anyOffice, loaded } = unit.local;
  const own = deskSources(unit, speech);
  if (!anyOffice || !loaded.province) return own;
  const list: Source = {
    ...sourceOfFile('place', loaded.province, speech),
    title: [legalName(anyOffice.decision, speech), anyOffice.decision.title].filter(Boolean).join(': '),
    url: anyOffice.decision.url,
    decision: anyOffice.decision.number,
    validFrom: anyOffice.from,
    checkedOn: anyOffice.checkedOn,
  };
  return [...own, list];
}

/** The file that the commune's desks stand in; [] where there is none. */
export function deskSources({ local }: Unit, speech: Speech): Source[] {
  return local?.loaded.commune ? [sourceOfFile('place', local.loaded.commune, speech)] : [];
}

const sourceOfFile = (section: Facet, { name, source, checkedOn }: Origin, speech: Speech): Source => ({
  code: null,
  section,
  title: speech.say('local.source', { who: lowerFirst(name) }),
  url: null,
  decision: null,
  edition: source,
  validFrom: null,
  checkedOn,
});

/** The tables of places, where nothing but their seat is known of the commune. */
export function seatSources(unit: Unit, { places }: PlaceFinder): readonly Source[] {
  const commune = unit.code !== null && unit.points.length === 0 ? places.commune(unit.code) : null;
  return commune?.seat ? sourcesOf([commune]) : [];
}

/** Pieces of the local record that an answer of this unit may state: its own desks, and the fees of these guides alone. */
export function localFacts(
  guides: readonly Guide[],
  { unit, at, calendar }: LocalView & { readonly calendar: Calendar },
): unknown[] {
  const { local, points, name, seat } = unit;
  const list = local?.anyOffice;
  const fees = guides.flatMap((guide) => guide.filing.map((filing) => localFeeOf(guide, filing, { unit, at })));
  return [
    name,
    seat,
    points.map(({ name: point, address, phone, counters }) => [point, address, phone, counters]),
    points.map((point) => [hoursText(inSeason(point, at)), nextOpening(point, at, calendar), dayInVietnam(at)]),
    local?.phones,
    list && [list.decision, list.from],
    fees.map((found) => {
      if (!found) return null;
      const { fee } = found.effective;
      const days = [fee.resolution, fee.from, fee.to];
      return found.inForce ? [fee.dong, fee.note, ...days] : days;
    }),
  ];
}
