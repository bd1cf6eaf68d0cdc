/** Lists the days off of a year, and the Saturdays that are worked. */
import { type Break, daysFrom } from '../../knowledge/index.ts';
import type { Answer, Block } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import type { Speech } from '../texts/speech.ts';
import { sourcesOfDays } from './calendar-sources.ts';
import { nameDay } from './name-days.ts';
import { beyond, breakOf, type CalendarTalk, caution, namesIn, tellMakeUp } from './say-days-off.ts';

const say = (text: string): Block => ({ kind: 'say', text });

function itemOf({ from, to, special }: Break, speech: Speech): string {
  const holidays = namesIn(
    special.map(({ holiday }) => holiday),
    speech,
  );
  if (from === to) return speech.say('daysOff.itemOne', { holidays, day: nameDay(speech, from) });
  const count = daysFrom(from, to) + 1;
  return speech.say('daysOff.item', { holidays, count, from: nameDay(speech, from), to: nameDay(speech, to) });
}

/** Every break of a year from today on, or of the whole year when it is another. */
export function answerYear(asked: number | null, talk: CalendarTalk): Answer {
  const { calendar, speech, today } = talk;
  const year = asked ?? Number(today.slice(0, 4));
  const known = calendar.year(year);
  if (!known) return beyond(talk, year);
  const days = known.days.filter(({ kind }) => kind !== 'make-up');
  const breaks = new Map(days.map((day) => [breakOf(calendar, day.holiday, day.day).from, day] as const));
  const items = [...breaks.values()].map((day) => itemOf(breakOf(calendar, day.holiday, day.day), speech));
  const made = known.days.filter(({ kind }) => kind === 'make-up').map((day) => tellMakeUp(day, speech));
  const blocks: Block[] = [
    { kind: 'list', label: speech.say('daysOff.year', { year }), items },
    ...made.map(say),
    ...caution(year, talk),
  ];
  return makeAnswer('answered', blocks, { sources: sourcesOfDays(calendar, known.days) });
}

/** The Saturdays that are worked: those to come, or those of a year. */
export function answerMakeUps(asked: number | null, talk: CalendarTalk): Answer {
  const { calendar, speech, today } = talk;
  if (asked !== null && !calendar.year(asked)) return beyond(talk, asked);
  const years = asked === null ? [0, 1].map((ahead) => Number(today.slice(0, 4)) + ahead) : [asked];
  const days = years
    .flatMap((year) => calendar.year(year)?.days ?? [])
    .filter(({ kind, day }) => kind === 'make-up' && (asked !== null || day >= today));
  const last = calendar.year(years.at(-1) ?? 0);
  const blocks =
    days.length > 0 ? days.map((day) => say(tellMakeUp(day, speech))) : [say(speech.say('daysOff.noMakeUp'))];
  return makeAnswer('answered', [...blocks, ...(last ? caution(last.year, talk) : [])], {
    sources: sourcesOfDays(calendar, days),
  });
}
