/** Sentences about the ward's desk, honest when it was never entered. */
import { type Calendar, type Day, momentOf, plusDays } from '../../knowledge/index.ts';
import { nameSpecialDay } from '../calendar/name-days.ts';
import { type Desk, hoursText, isOpen, nextOpening } from '../desk.ts';
import type { Speech } from '../texts/speech.ts';

/** Where to go, with hours and phone. */
export function whereToGo(desk: Desk | null, speech: Speech): string {
  if (!desk) return speech.say('desk.unknown');
  const phone = desk.phone ? speech.say('desk.phone', { phone: desk.phone }) : '';
  return `${speech.say('desk.known', { name: desk.name, address: desk.address, hours: hoursText(desk) })}${phone}`;
}

export interface DeskTalk {
  readonly desk: Desk | null;
  readonly calendar: Calendar;
  readonly speech: Speech;
}

/** The hours, whether the desk is open at `at`, and the days of the coming week on which offices do otherwise. */
export function deskHours({ desk, calendar, speech }: DeskTalk, at: Date): string[] {
  const special = specialSoon(calendar, momentOf(at).day).map((day) => nameSpecialDay(speech, day));
  const soon = special.length > 0 ? [speech.say('desk.specialSoon', { days: special.join('; ') })] : [];
  if (!desk) return [speech.say('desk.hoursUnknown'), ...soon];
  const when = nextOpening(desk, at, calendar);
  const now = isOpen(desk, at, calendar)
    ? speech.say('desk.openNow')
    : when
      ? speech.say('desk.closedNow', { when })
      : '';
  return [speech.say('desk.hours', { name: desk.name, hours: hoursText(desk) }), now, ...soon].filter(
    (text) => text !== '',
  );
}

const daysAhead = 7;

const specialSoon = (calendar: Calendar, today: Day) =>
  Array.from({ length: daysAhead }, (_, ahead) => calendar.special(plusDays(today, ahead))).flatMap((day) => day ?? []);
