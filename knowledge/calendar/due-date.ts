/** When a result is due: from a moment of acceptance and a time limit, by working days. Pure. */
import type { Filing } from '../guide.ts';
import type { Calendar } from './calendar.ts';
import { type Clock, type Day, type Moment, minutesOf, plusDays } from './day.ts';
import { addWorkingHours, type Week } from './opening-hours.ts';
import { addWorkingDays, type DaySpan, workingDayFrom } from './working-days.ts';

export interface TimeLimit {
  /** 0 working days: on the day of acceptance itself. */
  readonly value: number;
  readonly unit: NonNullable<NonNullable<Filing['time']>['unit']>;
}

export interface DueDateQuestion {
  readonly calendar: Calendar;
  /** The moment of acceptance at the desk, not that of sending. */
  readonly accepted: Moment;
  /** `null`: the record has no limit, or lost its unit. */
  readonly limit: TimeLimit | null;
  /** What is accepted later than this counts from the next working day; `null` where the guide does not say so. */
  readonly cutOff: Clock | null;
  /** The desk closes at this time: what comes later is accepted on the next working day. */
  readonly closes?: Clock;
  /** The desk's hours; limits in hours are only known with them. */
  readonly week?: Week | null;
}

export interface DueDate extends DaySpan {
  /** The day that counts as the day of acceptance. */
  readonly countedFrom: DaySpan;
  /** The time of day, for limits in hours. */
  readonly clock: Clock | null;
  /** Why the day of acceptance is not the day named: after the cut-off, after closing, on a day off. */
  readonly movedBecause: 'cut-off' | 'closed' | 'day-off' | null;
  /** The limit in calendar days ended on a day off and runs to the next working day. */
  readonly endMoved: boolean;
}

/**
 * A limit of calendar days that ends on a day off runs to the end of the next working day (Bộ luật Dân sự 2015, Điều 148
 * khoản 5); the day of acceptance itself is not counted (Điều 147 khoản 2).
 *
 * @returns `null` for an unknown limit, and where the way leaves the years of the calendar: nothing is guessed.
 */
export function dueDate(question: DueDateQuestion): DueDate | null {
  const { calendar, limit } = question;
  const start = acceptance(question);
  if (limit === null || start === null) return null;
  const { countedFrom } = start;
  if (limit.unit === 'hour') return dueInHours(question, start, limit.value);
  const earliest = endOf(calendar, countedFrom.earliest, limit);
  const latest = endOf(calendar, countedFrom.latest, limit);
  if (!earliest || !latest) return null;
  return { ...start, clock: null, earliest: earliest.day, latest: latest.lastDay, endMoved: latest.moved };
}

type Start = Pick<DueDate, 'countedFrom' | 'movedBecause'>;

/** The day that the limit runs from, and why it is not the day named. */
function acceptance({ calendar, accepted, cutOff, closes }: DueDateQuestion): Start | null {
  const { day, clock } = accepted;
  const later = (than: Clock | null | undefined) =>
    clock !== null && than != null && minutesOf(clock) > minutesOf(than);
  const kind = calendar.kindOf(day);
  if (kind === 'unknown') return null;
  const nextDay = later(cutOff) || later(closes);
  const countedFrom = workingDayFrom(calendar, nextDay ? plusDays(day, 1) : day);
  if (!countedFrom) return null;
  const because = kind === 'off' ? 'day-off' : later(closes) ? 'closed' : 'cut-off';
  return { countedFrom, movedBecause: kind === 'off' || nextDay ? because : null };
}

function endOf(
  calendar: Calendar,
  from: Day,
  { value, unit }: TimeLimit,
): { readonly day: Day; readonly lastDay: Day; readonly moved: boolean } | null {
  const end = unit === 'day' ? plusDays(from, value) : from;
  const span = unit === 'day' ? workingDayFrom(calendar, end) : addWorkingDays(calendar, from, value);
  if (!span || calendar.kindOf(end) === 'unknown') return null;
  return { day: span.earliest, lastDay: span.latest, moved: unit === 'day' && span.latest !== end };
}

function dueInHours({ calendar, accepted, week }: DueDateQuestion, start: Start, hours: number): DueDate | null {
  const { earliest, latest } = start.countedFrom;
  if (!week || earliest !== latest) return null;
  const from = start.movedBecause === null ? accepted : { day: earliest, clock: '00:00' };
  if (from.clock === null) return null;
  const end = addWorkingHours({ week, calendar }, { day: from.day, clock: from.clock }, hours);
  return end && { ...start, earliest: end.day, latest: end.day, clock: end.clock, endMoved: false };
}
