/** Says when a holiday is, how long it lasts, which days are made up, and whether an office works on a day. */
import {
  type Break,
  type Calendar,
  type Day,
  daysFrom,
  type Holiday,
  plusDays,
  type SpecialDay,
} from '../../knowledge/index.ts';
import type { Answer, Block } from '../answer.ts';
import { type Desk, hoursOfDay } from '../desk.ts';
import { makeAnswer } from '../make-answer.ts';
import type { Speech } from '../texts/speech.ts';
import { sourcesOfDays } from './calendar-sources.ts';
import { nameDay, nameSpecialDay, shortDay, whatIs } from './name-days.ts';

export interface CalendarTalk {
  readonly calendar: Calendar;
  readonly desk: Desk | null;
  readonly speech: Speech;
  /** The day of asking. */
  readonly today: Day;
}

const say = (text: string): Block => ({ kind: 'say', text });
const note = (text: string): Block => ({ kind: 'note', text });

/** A year that the calendar does not hold: said, not guessed. */
export const beyond = ({ calendar, speech }: CalendarTalk, year: number): Answer =>
  makeAnswer('partial', [
    say(speech.say('daysOff.beyond', { year, from: calendar.from.slice(0, 4), to: calendar.to.slice(0, 4) })),
  ]);

/** The next break of the holiday from today on, or that of `year`. */
export function answerBreak(holiday: Holiday, year: number | null, talk: CalendarTalk): Answer {
  const { calendar, speech, today } = talk;
  const years = year === null ? [0, 1].map((ahead) => Number(today.slice(0, 4)) + ahead) : [year];
  const found = years
    .flatMap((one) => calendar.year(one)?.days.find((day) => day.holiday === holiday && day.kind === 'holiday') ?? [])
    .map((day) => ({ day, off: breakOf(calendar, holiday, day.day) }))
    .find(({ off }) => year !== null || off.to >= today);
  if (!found && year !== null && calendar.year(year))
    return makeAnswer('answered', [say(notThen(holiday, year, speech))]);
  if (!found) return beyond(talk, year ?? Number(today.slice(0, 4)) + 1);
  const { off, day } = found;
  const sure = off.special.every(({ certain }) => certain);
  const blocks = [
    say(tellBreak(off, holiday, speech)),
    ...detailsOf(off, talk),
    ...caution(Number(day.day.slice(0, 4)), talk),
  ];
  return makeAnswer(sure ? 'answered' : 'partial', blocks, { sources: sourcesOfDays(calendar, off.special) });
}

const notThen = (holiday: Holiday, year: number, speech: Speech): string =>
  speech.say('daysOff.notThen', { holiday: speech.say(`holiday.${holiday}`), year });

/** The break around its first day; an uncertain day stands for itself. */
export function breakOf(calendar: Calendar, holiday: Holiday, day: Day): Break {
  const off = calendar.breakAround(day) ?? { from: day, to: day, special: [] };
  return { ...off, special: off.special.filter((one) => one.holiday === holiday || one.kind !== 'make-up') };
}

export const namesIn = (holidays: readonly Holiday[], speech: Speech): string =>
  [...new Set(holidays)].map((name) => speech.say(`holiday.${name}`)).join(speech.say('daysOff.and'));

function tellBreak({ from, to, special }: Break, holiday: Holiday, speech: Speech): string {
  const holidays = namesIn([holiday, ...special.map((day) => day.holiday)], speech);
  if (from === to) return speech.say('daysOff.one', { holidays, day: nameDay(speech, from) });
  const count = daysFrom(from, to) + 1;
  return speech.say('daysOff.break', { holidays, count, from: nameDay(speech, from), to: nameDay(speech, to) });
}

/** What is in lieu, what is swapped and worked again, what the days rest on. */
function detailsOf({ special }: Break, { calendar, speech }: CalendarTalk): Block[] {
  const inLieu = special.filter(({ kind }) => kind === 'in-lieu').map(({ day }) => nameDay(speech, day));
  const swaps = special
    .filter(({ kind }) => kind === 'swapped')
    .map(({ day }) => {
      const made = calendar.year(Number(day.slice(0, 4)))?.days.find(({ instead }) => instead === day);
      return made ? speech.say('daysOff.swap', { day: nameDay(speech, day), made: nameDay(speech, made.day) }) : '';
    });
  const unsure = special.filter(({ certain }) => !certain);
  return [
    ...(inLieu.length > 0 ? [say(speech.say('daysOff.inLieu', { days: inLieu.join(', ') }))] : []),
    ...swaps.filter((text) => text !== '').map(say),
    ...unsure.map((day): Block => ({ kind: 'warning', text: tellUnsure(day, speech) })),
    ...basis(special, calendar, speech),
  ];
}

export function basis(special: readonly SpecialDay[], calendar: Calendar, speech: Speech): Block[] {
  const texts = [...new Set(special.filter(({ certain }) => certain).map((day) => calendar.decision(day)))];
  if (texts.length === 0) return [];
  return [note(speech.say('daysOff.basis', { texts: texts.map(({ title }) => title).join('; ') }))];
}

const tellUnsure = (special: SpecialDay, speech: Speech): string =>
  speech.say('daysOff.unsure', { day: nameDay(speech, special.day), what: whatIs(speech, special) });

/** The list is the State's own; more swaps may still come. */
export function caution(year: number, { calendar, speech }: CalendarTalk): Block[] {
  const known = calendar.year(year);
  return [
    ...(known?.mayChange ? [note(speech.say('daysOff.mayChange', { year, day: shortDay(known.checkedOn) }))] : []),
    note(speech.say('daysOff.civil')),
  ];
}

/** Whether offices work on a day, and when the desk is open then. */
export function answerDay(day: Day, talk: CalendarTalk): Answer {
  const { calendar, speech } = talk;
  const kind = calendar.kindOf(day);
  const special = calendar.special(day);
  if (kind === 'unknown') return beyond(talk, Number(day.slice(0, 4)));
  const rest = special
    ? { sources: sourcesOfDays(calendar, [special]), facet: 'place' as const }
    : { facet: 'place' as const };
  const reasons = special?.certain ? basis([special], calendar, speech) : [];
  if (kind === 'unsure' && special)
    return makeAnswer('partial', [say(tellUnsure(special, speech)), ...deskOn(day, talk)], rest);
  if (kind === 'working') {
    const lead = special
      ? say(tellMakeUp(special, speech))
      : say(speech.say('daysOff.worked', { day: nameDay(speech, day) }));
    return makeAnswer(talk.desk ? 'answered' : 'partial', [lead, ...deskOn(day, talk), ...reasons], rest);
  }
  const lead = special
    ? speech.say('daysOff.off', { day: nameSpecialDay(speech, special) })
    : speech.say('daysOff.weekend', { day: nameDay(speech, day) });
  return makeAnswer('answered', [say(lead), ...around(day, talk), say(speech.say('desk.online')), ...reasons], rest);
}

export const tellMakeUp = (special: SpecialDay, speech: Speech): string =>
  speech.say('daysOff.madeUp', {
    day: nameDay(speech, special.day),
    instead: nameDay(speech, special.instead ?? special.day),
    holiday: speech.say(`holiday.${special.holiday}`),
  });

/** On a day off: a session of the desk's own, and when offices work again. */
function around(day: Day, talk: CalendarTalk): Block[] {
  const { calendar, desk, speech } = talk;
  const session = desk ? hoursOfDay(desk, day, calendar) : '';
  if (session !== '') return deskOn(day, talk);
  let next = day;
  while (calendar.kindOf(next) === 'off') next = plusDays(next, 1);
  const again =
    calendar.kindOf(next) === 'unknown' ? [] : [say(speech.say('daysOff.again', { day: nameDay(speech, next) }))];
  return desk || calendar.special(day) ? again : [say(speech.say('daysOff.perhapsSession')), ...again];
}

function deskOn(day: Day, { desk, calendar, speech }: CalendarTalk): Block[] {
  if (!desk) return [say(speech.say('daysOff.deskUnknown'))];
  const hours = hoursOfDay(desk, day, calendar);
  return [
    say(
      hours === ''
        ? speech.say('daysOff.deskShut', { name: desk.name })
        : speech.say('daysOff.deskHours', { name: desk.name, hours }),
    ),
  ];
}
