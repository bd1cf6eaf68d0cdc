/** Sentences about the ward's desk, honest when it was never entered. */
import { type Calendar, type Day, momentOf, plusDays } from '../../knowledge/index.ts';
import { nameSpecialDay } from '../calendar/name-days.ts';
import { type Desk, hoursText, inSeason, isOpen, nextOpening, noteOfDay } from '../desk.ts';
import type { Speech } from '../texts/speech.ts';
import type { Unit } from '../units/unit-directory.ts';
import { notLoadedText } from './local-place.ts';
import { lowerFirst } from './money-and-time.ts';

/** Where to go in a commune: its main point, the others by name, the numbers of its province. */
export function whereToGoIn(unit: Unit, speech: Speech, at: Date): string {
  const [first, ...others] = unit.points;
  if (!first) return unit.name ? notLoadedText(unit, speech) : whereToGo(null, speech);
  const phones = unit.local?.phones.map((phone) => speech.say('local.provincePhone', phone)) ?? [];
  const beside = others.map((point) => ` ${whereToGo(inSeason(point, at), speech)}`);
  return [whereToGo(inSeason(first, at), speech), ...beside, ...phones].join('');
}

/** The hours of each point of a commune, and whether it is open at `at`. */
export function hoursIn(unit: Unit, talk: DeskTalk, at: Date): string[] {
  const { speech } = talk;
  const soon = sayDaysSoon(talk, at);
  if (unit.points.length === 0)
    return [unit.name ? notLoadedText(unit, speech) : speech.say('desk.hoursUnknown'), ...soon];
  const hours = unit.points.flatMap((point) => {
    const note = noteOfDay(point, at);
    return [
      ...deskHours(point, talk, at),
      ...(note ? [speech.say('local.today', { note: note.replace(/\.$/, '') })] : []),
      ...(point.hoursBy ? [speech.say('local.hoursBy', { province: lowerFirst(point.hoursBy) })] : []),
    ];
  });
  return [...hours, ...soon];
}

/** Where to go, with hours and phone. */
export function whereToGo(desk: Desk | null, speech: Speech): string {
  if (!desk) return speech.say('desk.unknown');
  const phone = desk.phone ? speech.say('desk.phone', { phone: desk.phone }) : '';
  return `${speech.say('desk.known', { name: desk.name, address: desk.address, hours: hoursText(desk) })}${phone}`;
}

export interface DeskTalk {
  readonly calendar: Calendar;
  readonly speech: Speech;
}

/** The hours of its season, and whether the desk is open at `at`. */
function deskHours(desk: Desk, { calendar, speech }: DeskTalk, at: Date): string[] {
  const hours = speech.say('desk.hours', { name: desk.name, hours: hoursText(inSeason(desk, at)) });
  if (isOpen(desk, at, calendar)) return [hours, speech.say('desk.openNow')];
  const when = nextOpening(desk, at, calendar);
  return when ? [hours, speech.say('desk.closedNow', { when })] : [hours];
}

/** The days of the coming week on which offices do otherwise. */
function sayDaysSoon({ calendar, speech }: DeskTalk, at: Date): string[] {
  const special = specialSoon(calendar, momentOf(at).day).map((day) => nameSpecialDay(speech, day));
  return special.length > 0 ? [speech.say('desk.specialSoon', { days: special.join('; ') })] : [];
}

const daysAhead = 7;

const specialSoon = (calendar: Calendar, today: Day) =>
  Array.from({ length: daysAhead }, (_, ahead) => calendar.special(plusDays(today, ahead))).flatMap((day) => day ?? []);
