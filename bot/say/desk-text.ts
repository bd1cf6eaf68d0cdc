/** Sentences about the ward's desk, honest when it was never entered. */
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
export function hoursIn(unit: Unit, speech: Speech, at: Date): string[] {
  if (unit.points.length === 0) return unit.name ? [notLoadedText(unit, speech)] : deskHours(null, speech, at);
  return unit.points.flatMap((point) => {
    const note = noteOfDay(point, at);
    return [
      ...deskHours(point, speech, at),
      ...(note ? [speech.say('local.today', { note: note.replace(/\.$/, '') })] : []),
      ...(point.hoursBy ? [speech.say('local.hoursBy', { province: lowerFirst(point.hoursBy) })] : []),
    ];
  });
}

/** Where to go, with hours and phone. */
export function whereToGo(desk: Desk | null, speech: Speech): string {
  if (!desk) return speech.say('desk.unknown');
  const phone = desk.phone ? speech.say('desk.phone', { phone: desk.phone }) : '';
  return `${speech.say('desk.known', { name: desk.name, address: desk.address, hours: hoursText(desk) })}${phone}`;
}

/** The hours, and whether the desk is open at `at`. */
export function deskHours(desk: Desk | null, speech: Speech, at: Date): string[] {
  if (!desk) return [speech.say('desk.hoursUnknown')];
  const when = nextOpening(desk, at);
  return [
    speech.say('desk.hours', { name: desk.name, hours: hoursText(inSeason(desk, at)) }),
    isOpen(desk, at) ? speech.say('desk.openNow') : when ? speech.say('desk.closedNow', { when }) : '',
  ].filter((text) => text !== '');
}
