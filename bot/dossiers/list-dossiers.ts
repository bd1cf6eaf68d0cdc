/** Several dossiers to choose from, told apart by procedure, day and state. */
import type { Answer, Option } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import type { Speech } from '../texts/speech.ts';
import type { DossierReading } from './dossier-desk.ts';
import { dayOf } from './moments.ts';
import { procedureOf } from './say-dossier.ts';
import { say, type Telling } from './telling.ts';

type Listing = Pick<Telling, 'speech' | 'library'>;

/** So many fit a screen; the rest is found by code. */
const mostShown = 10;

/** @param lead what is said before the list. */
export function listDossiers(readings: readonly DossierReading[], lead: string, listing: Listing): Answer {
  const shown = readings.slice(0, mostShown);
  const items = shown.map((reading) => itemText(reading, listing));
  return makeAnswer('dossier', [say(lead), { kind: 'list', label: null, items, ordered: true }], {
    options: shown.map((reading) => optionOf(reading, listing)),
    dossiers: { current: null, offered: shown.map(({ id }) => id) },
  });
}

const nameOf = ({ dossier }: DossierReading, { speech, library }: Listing): string =>
  procedureOf(dossier, library) ?? speech.say('filed.procedureUnknown');

function itemText(reading: DossierReading, listing: Listing): string {
  const { receivedAt, status } = reading.dossier;
  const state = listing.speech.say(`filed.short.${status ?? 'unknown'}`);
  const procedure = nameOf(reading, listing);
  return receivedAt === null
    ? listing.speech.say('filed.itemUndated', { procedure, state })
    : listing.speech.say('filed.item', { procedure, state, day: dayOf(receivedAt) });
}

/** A chip sends the code: it opens the same dossier tomorrow as well, and is masked like any code that is typed. */
function optionOf(reading: DossierReading, listing: Listing): Option {
  const { speech } = listing;
  const { code, receivedAt } = reading.dossier;
  const procedure = nameOf(reading, listing);
  return {
    text: chipText(speech, procedure, receivedAt),
    send: speech.say('filed.open.send', { code }),
  };
}

const chipText = (speech: Speech, procedure: string, receivedAt: string | null): string =>
  receivedAt === null
    ? speech.say('filed.chipUndated', { procedure })
    : speech.say('filed.chip', { procedure, day: dayOf(receivedAt) });
