/** Says which day is so many days from another, and how many working days lie between two. */
import { addWorkingDays, type Calendar, type Day, plusDays, workingDaysBetween } from '../../knowledge/index.ts';
import type { Answer, Block } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import type { Speech } from '../texts/speech.ts';
import { sourcesOfDays, specialBetween } from './calendar-sources.ts';
import { nameDay, nameSpecialDay } from './name-days.ts';
import { beyond, type CalendarTalk } from './say-days-off.ts';

const say = (text: string): Block => ({ kind: 'say', text });

export interface Counted {
  readonly count: number;
  readonly unit: 'working-day' | 'day';
  readonly from: Day;
}

export function answerCount({ count, unit, from }: Counted, talk: CalendarTalk): Answer {
  const { calendar, speech } = talk;
  const values = { count, from: nameDay(speech, from) };
  if (unit === 'day') {
    const end = plusDays(from, count);
    const blocks = [say(speech.say('counted.days', { ...values, to: nameDay(speech, end) })), ...whenOff(end, talk)];
    return makeAnswer('answered', blocks);
  }
  const end = addWorkingDays(calendar, from, count);
  if (!end) return beyond(talk, Number((inside(from, calendar) ? plusDays(calendar.to, 1) : from).slice(0, 4)));
  const special = specialBetween(calendar, plusDays(from, 1), end.latest);
  const sure = end.earliest === end.latest;
  const lead = sure
    ? speech.say('counted.workingDays', { ...values, to: nameDay(speech, end.latest) })
    : speech.say('counted.unsure', { ...values, to: nameDay(speech, end.earliest), or: nameDay(speech, end.latest) });
  return makeAnswer(sure ? 'answered' : 'partial', [say(lead), ...leftOut(special, speech)], {
    sources: sourcesOfDays(calendar, special),
  });
}

const inside = (day: Day, { from, to }: Calendar): boolean => from <= day && day <= to;

/** A limit that ends on a day off runs to the next working day. */
function whenOff(end: Day, { calendar, speech }: CalendarTalk): Block[] {
  if (calendar.kindOf(end) !== 'off') return [];
  const next = addWorkingDays(calendar, end, 0);
  return next ? [say(speech.say('counted.endsOff', { next: nameDay(speech, next.latest) }))] : [];
}

/** What was not counted, in words: weekends, and each special day by its name. */
export function leftOut(special: ReturnType<typeof specialBetween>, speech: Speech): Block[] {
  const named = (worked: boolean) =>
    special.filter(({ kind }) => (kind === 'make-up') === worked).map((day) => nameSpecialDay(speech, day));
  const [off, made] = [named(false), named(true)];
  return [
    {
      kind: 'note',
      text: speech.say(off.length > 0 ? 'counted.leftOut' : 'counted.weekends', { days: off.join('; ') }),
    },
    ...(made.length > 0
      ? [{ kind: 'note' as const, text: speech.say('counted.madeUp', { days: made.join('; ') }) }]
      : []),
  ];
}

export function answerBetween(from: Day, to: Day, talk: CalendarTalk): Answer {
  const { calendar, speech } = talk;
  const [first, last] = from <= to ? [from, to] : [to, from];
  const between = workingDaysBetween(calendar, first, last);
  if (!between) return beyond(talk, Number((last > calendar.to ? last : first).slice(0, 4)));
  const special = specialBetween(calendar, plusDays(first, 1), last);
  const sure = between.least === between.most;
  const values = { from: nameDay(speech, first), to: nameDay(speech, last), count: between.least, most: between.most };
  const lead = speech.say(sure ? 'counted.between' : 'counted.betweenUnsure', values);
  return makeAnswer(sure ? 'answered' : 'partial', [say(lead), ...leftOut(special, speech)], {
    sources: sourcesOfDays(calendar, special),
  });
}
