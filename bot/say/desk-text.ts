/** Sentences about the ward's desk, honest when it was never entered. */
import { type Desk, hoursText, isOpen, nextOpening } from '../desk.ts';
import type { Speech } from '../texts/speech.ts';

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
    speech.say('desk.hours', { name: desk.name, hours: hoursText(desk) }),
    isOpen(desk, at) ? speech.say('desk.openNow') : when ? speech.say('desk.closedNow', { when }) : '',
  ].filter((text) => text !== '');
}
