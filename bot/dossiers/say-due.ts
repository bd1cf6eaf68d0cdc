/** When a dossier is promised, how late it is, and what the one-stop rules then ask of the office. */
import type { Block } from '../answer.ts';
import { apologyIn, latenessOf } from './dossier-state.ts';
import { dayKey, dayOf, namedDayOf } from './moments.ts';
import { say, type Telling } from './telling.ts';

/** Nothing is due any more. */
const over: ReadonlySet<string> = new Set(['ready', 'collected', 'returned', 'refused', 'withdrawn']);

export function sayDue(telling: Telling): Block[] {
  const { reading, speech, at, daysLate, topic } = telling;
  const { dossier } = reading;
  const { promisedAt, receivedAt, status } = dossier;
  const asked = topic === 'due' || topic === 'promise';
  if (status !== null && over.has(status) && !asked) return [];
  if (promisedAt === null) return [say(speech.say('filed.dueUnknown'))];
  const day = namedDayOf(promisedAt, speech);
  const late = latenessOf(dossier, at, daysLate);
  const mixed = receivedAt !== null && Date.parse(receivedAt) > Date.parse(promisedAt);
  return [
    say(speech.say(status === 'needs-papers' ? 'filed.dueStill' : 'filed.due', { day })),
    ...(late ? sayLate(telling, late.days) : []),
    ...(topic === 'promise' ? [say(speech.say('filed.noPromise'))] : []),
    ...(mixed ? [say(speech.say('filed.mixedDays'))] : []),
    ...(namesAnotherDay(telling, promisedAt) ? [say(speech.say('filed.otherDay'))] : []),
  ];
}

/** The general duty; that it was done is said only where the record says so. */
function sayLate({ reading, speech }: Telling, days: number | null): Block[] {
  const apology = apologyIn(reading.dossier);
  return [
    { kind: 'warning', text: days ? speech.say('filed.late', { count: days }) : speech.say('filed.lateToday') },
    say(
      apology
        ? speech.say('filed.lateSorry', { what: apology.what, day: dayOf(apology.at) })
        : speech.say('filed.lateDuty'),
    ),
  ];
}

const namesAnotherDay = ({ namedDays }: Telling, promisedAt: string): boolean => {
  const [, month, day] = dayKey(promisedAt).split('-').map(Number);
  return namedDays.length > 0 && !namedDays.includes(String(day)) && !namedDays.includes(`${day}/${month}`);
};
