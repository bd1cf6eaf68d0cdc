/** Says what became of a place, in two or three plain sentences. Every name, number and day is the tables'. */
import {
  type Commune,
  fullName,
  type OldCommune,
  type OldDistrict,
  type OldProvince,
  type Place,
  type Province,
  unitsInForceFrom,
  unitsOfDistrict,
} from '../../knowledge/index.ts';
import type { Answer, Block } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import { plainDay } from '../say/money-and-time.ts';
import type { FoundPlaces } from './find-place.ts';
import { nameToChoose, type PlaceTalk, placeKey, sayNow, sayOld, sayProvinceNow } from './place-names.ts';
import type { PlaceQuestion } from './place-question.ts';
import { sourcesOf } from './place-sources.ts';

/** More units than these are not listed: the citizen is asked for the old ward instead. */
const mostUnits = 8;
const mostChoices = 5;
const mostChoicesTold = 3;
const mostKept = 60;

const from = plainDay(unitsInForceFrom);

/** The answer for one place, or the question back for several of one name. */
export function answerPlace(found: FoundPlaces, question: PlaceQuestion, talk: PlaceTalk): Answer {
  const { places } = found;
  const first = places[0];
  if (!first) throw new RangeError('answerPlace: no place was found');
  if (found.unknownCommune && first.level.endsWith('commune')) return unknownPlace(talk);
  if (found.elsewhere && first.level === 'old-commune') return which(places, talk, 'elsewhere');
  if (places.length > 1 && !sameOutcome(places)) return which(places, talk, 'which');
  return told(first, found, question, talk);
}

/** Old places of one name that all went to the same single unit need no question. */
function sameOutcome(places: readonly Place[]): boolean {
  const units = new Set(
    places.flatMap((place): readonly Place[] => (place.level === 'old-commune' ? place.now : [place])),
  );
  return units.size === 1;
}

function told(place: Place, found: FoundPlaces, question: PlaceQuestion, talk: PlaceTalk): Answer {
  switch (place.level) {
    case 'old-commune':
      return tellOldCommune(place, question, talk);
    case 'commune':
      return tellCommune(place, question, talk);
    case 'old-district':
      return tellDistrict(place, { found, question }, talk);
    default:
      return tellProvince(place, question, talk);
  }
}

const say = (text: string): Block => ({ kind: 'say', text });
const keep = (...places: readonly Place[]) => places.slice(0, mostKept).map(placeKey);

function tellOldCommune(old: OldCommune, question: PlaceQuestion, talk: PlaceTalk): Answer {
  const { speech } = talk;
  const [unit] = old.now;
  const rest = { sources: sourcesOf(old.now), places: keep(old) };
  if (!unit || old.now.length > 1) {
    const label = speech.say('placeAnswer.split', { old: sayOld(old, talk) });
    const blocks: Block[] = [
      { kind: 'list', label, items: old.now.map((one) => sayNow(one, talk)) },
      say(speech.say('placeAnswer.splitDecides')),
    ];
    return makeAnswer('place', blocks, rest);
  }
  const alone = unit.from.length === 1 && fullName(unit) === fullName(old);
  const key = alone ? 'alone' : fullName(unit) === fullName(old) ? 'sameName' : 'now';
  const lead = speech.say(`placeAnswer.${key}`, { old: sayOld(old, talk), now: sayNow(unit, talk) });
  return makeAnswer('place', [say(lead), ...about(unit, question, talk, alone)], rest);
}

/** The resolution of a new unit, then the seat; how the address is written, where that was asked. */
function about(unit: Commune, { about: asked }: PlaceQuestion, { speech, at }: PlaceTalk, alone: boolean): Block[] {
  const sentences = [
    ...(asked === 'address' ? [speech.say('placeAnswer.address', { now: sayNow(unit, { speech, at }), from })] : []),
    ...(alone ? [] : [speech.say('placeAnswer.decree', { decree: unit.decree, day: plainDay(unit.decreedOn), from })]),
    ...(unit.seat ? [speech.say('placeAnswer.seat', { seat: unit.seat.replace(/\.$/, '') })] : []),
    ...(unit.seat === null && asked === 'seat' ? [speech.say('placeAnswer.seatUnknown')] : []),
  ];
  return sentences.map(say);
}

function tellCommune(unit: Commune, question: PlaceQuestion, talk: PlaceTalk): Answer {
  const { speech } = talk;
  const parts = unit.from.map(({ old, partial }) => {
    const name = fullName(old);
    return partial ? speech.say('placeAnswer.part', { name }) : name;
  });
  const rest = { sources: sourcesOf([unit]), places: keep(unit) };
  const now = sayNow(unit, talk);
  if (question.about === 'seat') {
    const key = unit.seat ? 'seatOf' : 'seatOfUnknown';
    return makeAnswer('place', [say(speech.say(`placeAnswer.${key}`, { now, seat: unit.seat ?? '' }))], rest);
  }
  const alone = unit.from.length === 1 && parts[0] === fullName(unit);
  const lead = speech.say(alone ? 'placeAnswer.alone' : 'placeAnswer.formed', {
    now,
    parts: parts.join(', '),
    from,
  });
  return makeAnswer('place', [say(lead), ...about(unit, question, talk, alone)], rest);
}

interface Asked {
  readonly found: FoundPlaces;
  readonly question: PlaceQuestion;
}

function tellDistrict(district: OldDistrict, { found: { unknownCommune }, question }: Asked, talk: PlaceTalk): Answer {
  const { speech } = talk;
  const units = unitsOfDistrict(district);
  const name = sayOld(district, talk);
  const rest = { sources: sourcesOf(units), places: keep(district) };
  const gone = speech.say(`placeAnswer.${unknownCommune ? 'notThere' : 'district'}`, { district: name, from });
  const [unit] = units;
  if (units.length === 1 && unit) {
    const lead = speech.say('placeAnswer.now', { old: name, now: sayNow(unit, talk) });
    return makeAnswer('place', [say(lead), ...about(unit, question, talk, false)], rest);
  }
  if (units.length > mostUnits) {
    const ask = speech.say(`placeAnswer.${unknownCommune ? 'notThere' : 'districtMany'}`, { district: name, from });
    const again = unknownCommune ? [say(speech.say('placeAnswer.whichOld'))] : [];
    return makeAnswer('clarify', [say(ask), ...again], rest);
  }
  const list: Block = {
    kind: 'list',
    label: speech.say('placeAnswer.districtUnits'),
    items: units.map((one) => sayNow(one, talk)),
  };
  const blocks = [say(gone), list, say(speech.say('placeAnswer.districtAsk'))];
  return makeAnswer(unknownCommune ? 'clarify' : 'place', blocks, rest);
}

function tellProvince(place: OldProvince | Province, { wish, about: asked }: PlaceQuestion, talk: PlaceTalk): Answer {
  const { speech } = talk;
  const province = place.level === 'province' ? place : place.now;
  const alone = province.from.length === 1;
  const kept = fullName(place) === fullName(province);
  const lead = speech.say(`placeAnswer.${alone ? 'provinceAlone' : kept ? 'provinceKept' : 'province'}`, {
    old: sayOld(place, talk),
    now: sayProvinceNow(province, talk),
    parts: province.from.map(fullName).join(', '),
    from,
  });
  const asksUnit = wish.level === 'commune' && asked !== 'parts';
  const ask = asksUnit ? [say(speech.say('placeAnswer.whichOld'))] : [];
  return makeAnswer(asksUnit ? 'clarify' : 'place', [say(lead), ...ask], {
    sources: sourcesOf([province]),
    places: keep(place),
  });
}

/** Several places of one name: which district and province was it? A few are told at once. */
function which(places: readonly Place[], talk: PlaceTalk, key: 'which' | 'elsewhere'): Answer {
  const { speech } = talk;
  const name = fullName(places[0] as Place);
  const bySize = places[0]?.level === 'old-district' ? 'whichProvince' : 'which';
  const asked = places.length === 1 ? key : bySize;
  const few = places.length <= mostChoicesTold;
  const items = few ? places.flatMap((place) => outcome(place, talk) ?? []) : [];
  const blocks: Block[] = [
    say(speech.say(`placeAnswer.${asked}`, { name })),
    ...(items.length > 0 ? [{ kind: 'list' as const, label: null, items }] : []),
  ];
  const options = places.length <= mostChoices ? places.map((place) => choice(place, talk)) : [];
  return makeAnswer('clarify', blocks, { options, places: keep(...places) });
}

/** The name is in no table: the words to look it up by are asked for. */
export const unknownPlace = ({ speech }: Pick<PlaceTalk, 'speech'>): Answer =>
  makeAnswer('clarify', [say(speech.say('placeAnswer.unknown', { from }))], { places: [placeAsked] });

/** Stands in the memory of a talk in which a place was asked for and none is known yet. */
export const placeAsked = 'asked';

function outcome(place: Place, talk: PlaceTalk): string | null {
  if (place.level !== 'old-commune') return null;
  const now = place.now.map((unit) => sayNow(unit, talk)).join('; ');
  return talk.speech.say('placeAnswer.outcome', { old: nameToChoose(place), now });
}

const choice = (place: Place, { speech }: PlaceTalk) => {
  const text = nameToChoose(place);
  return { text, send: speech.say('placeAnswer.send', { old: text }) };
};
