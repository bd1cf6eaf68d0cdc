/** One dossier in plain words: not the status word but what it means, who has it, when it is due, and what to do. */
import type { Answer, Block, Option } from '../answer.ts';
import { factsOf, type Library } from '../library.ts';
import { makeAnswer } from '../make-answer.ts';
import type { Speech } from '../texts/speech.ts';
import type { DossierReading, KeptDossier } from './dossier-desk.ts';
import { holderOf, lastStepOf, latenessOf } from './dossier-state.ts';
import { dayOf, hourOf } from './moments.ts';
import { sayDue } from './say-due.ts';
import { sayNext } from './say-next.ts';
import { sayTopic } from './say-topic.ts';
import { say, type Telling } from './telling.ts';

export function sayDossier(telling: Telling): Answer {
  const { reading, speech } = telling;
  const { dossier } = reading;
  const status = dossier.status ?? 'unknown';
  const blocks: Block[] = [
    { kind: 'title', text: titleOf(dossier, telling) },
    say([speech.say(`filed.status.${status}`), ...nothingToDo(telling)].join(' ')),
    ...sayHolder(dossier, speech),
    ...sayDue(telling),
    ...sayNext(telling),
    ...sayTopic(telling),
    ...whoFor(reading, speech),
    ...(reading.whole ? [] : [say(speech.say('filed.little'))]),
    { kind: 'note', text: saySource(reading, telling) },
  ];
  return makeAnswer('dossier', unique(blocks), {
    codes: dossier.procedure !== null && telling.library.find(dossier.procedure) ? [dossier.procedure] : [],
    options: [askForPerson(telling)],
    dossiers: { current: reading.id, offered: null },
  });
}

/** Who is kept waiting beyond the day is offered somebody for this very case. */
function askForPerson({ reading: { dossier }, speech, at, daysLate }: Telling): Option {
  return latenessOf(dossier, at, daysLate) === null
    ? { text: speech.say('filed.person.text'), send: speech.say('filed.person.send') }
    : { text: speech.say('filed.personLate.text'), send: speech.say('filed.personLate.send') };
}

const waiting: ReadonlySet<string | null> = new Set(['received', 'in-process', 'forwarded']);

/** Not to somebody who is kept waiting beyond the day, nor to one who says that he has to send something. */
const nothingToDo = ({ reading: { dossier }, speech, at, daysLate, topic }: Telling): string[] =>
  waiting.has(dossier.status) &&
  (dossier.missing ?? []).length === 0 &&
  topic !== 'missing' &&
  latenessOf(dossier, at, daysLate) === null
    ? [speech.say('filed.nothingToDo')]
    : [];

/** What was said to one question need not be said again to another. */
const unique = (blocks: readonly Block[]): Block[] => [
  ...new Map(blocks.map((block) => [JSON.stringify(block), block])).values(),
];

/** The procedure as people call it; `null` when the knowledge does not know it. */
export function procedureOf({ procedure }: KeptDossier, library: Library): string | null {
  const entry = procedure === null ? null : library.find(procedure);
  return entry ? factsOf(entry).plainTitle : null;
}

export const titleOf = (dossier: KeptDossier, { speech, library }: Pick<Telling, 'speech' | 'library'>): string => {
  const procedure = procedureOf(dossier, library);
  const { code } = dossier;
  return procedure === null ? speech.say('filed.untitled', { code }) : speech.say('filed.title', { procedure, code });
};

function sayHolder(dossier: KeptDossier, speech: Speech): Block[] {
  const [holder, last] = [holderOf(dossier), lastStepOf(dossier)];
  const texts = [
    dossier.receivedAt ? speech.say('filed.received', { day: dayOf(dossier.receivedAt) }) : null,
    holder && isOpen(dossier)
      ? holder.since
        ? speech.say('filed.deskSince', { desk: holder.desk, day: dayOf(holder.since) })
        : speech.say('filed.desk', { desk: holder.desk })
      : null,
    last ? speech.say('filed.lastStep', { what: last.what, day: dayOf(last.at) }) : null,
  ].filter((text) => text !== null);
  return texts.length > 0 ? [say(texts.join(' '))] : [];
}

const closed: ReadonlySet<string> = new Set(['collected', 'returned', 'refused', 'withdrawn', 'ready']);
const isOpen = ({ status }: KeptDossier): boolean => status === null || !closed.has(status);

/** Somebody who follows a case of another is told whose it is. */
const whoFor = ({ dossier, relations }: DossierReading, speech: Speech): Block[] =>
  relations.includes('applicant') || dossier.applicantName === null
    ? []
    : [say(speech.say('filed.for', { name: dossier.applicantName }))];

/** As of when the record speaks, and when its source was last heard; a clock that is ahead of the asker's is passed over. */
export function saySource(
  { dossier: { updatedAt }, keptAt, sourceDown }: DossierReading,
  { speech, at }: Pick<Telling, 'speech' | 'at'>,
): string {
  const isHeard = keptAt <= at && (updatedAt === null || keptAt > new Date(updatedAt));
  const heard = keptAt.toISOString();
  const texts = [
    sourceDown ? speech.say('filed.sourceDown') : null,
    updatedAt === null
      ? speech.say('filed.asOfUnknown')
      : speech.say('filed.asOf', { hour: hourOf(updatedAt), day: dayOf(updatedAt) }),
    isHeard ? speech.say('filed.heard', { hour: hourOf(heard), day: dayOf(heard) }) : null,
  ];
  return texts.filter((text) => text !== null).join(' ');
}
