/** Counting working days (ngày làm việc). The first day is never counted (Bộ luật Dân sự 2015, Điều 147 khoản 2). */
import type { Calendar, DayKind } from './calendar.ts';
import { type Day, momentOf, plusDays } from './day.ts';

/** One day where all is certain; a span where a day between may be off or not. */
export interface DaySpan {
  readonly earliest: Day;
  readonly latest: Day;
}

export interface CountSpan {
  readonly least: number;
  readonly most: number;
}

/** `null` where it is not known: an announced day without its text, a year without data. */
export function isWorkingDay(calendar: Calendar, day: Day): boolean | null {
  const kind = calendar.kindOf(day);
  return kind === 'unknown' || kind === 'unsure' ? null : kind === 'working';
}

const surely = (kind: DayKind) => kind === 'working';
const perhaps = (kind: DayKind) => kind === 'working' || kind === 'unsure';

/** The day itself when it is worked, else the next that is; `null` beyond the data. */
export const workingDayFrom = (calendar: Calendar, day: Day): DaySpan | null => walk(calendar, plusDays(day, -1), 1);

/**
 * The `count`-th working day after `day`; with 0, `day` itself or the first working day after it.
 *
 * @param count whole, 0 or more. @returns `null` when the way there leaves the years of the data.
 * @throws {RangeError} for a count that is no such number.
 */
export function addWorkingDays(calendar: Calendar, day: Day, count: number): DaySpan | null {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`addWorkingDays: count must be 0 or more: ${count}`);
  return count === 0 ? workingDayFrom(calendar, day) : walk(calendar, day, count);
}

function walk(calendar: Calendar, day: Day, count: number): DaySpan | null {
  const earliest = walkBy(calendar, day, count, perhaps);
  const latest = walkBy(calendar, day, count, surely);
  return earliest && latest ? { earliest, latest } : null;
}

function walkBy(calendar: Calendar, day: Day, count: number, works: (kind: DayKind) => boolean): Day | null {
  let [at, left] = [day, count];
  while (left > 0) {
    at = plusDays(at, 1);
    const kind = calendar.kindOf(at);
    if (kind === 'unknown') return null;
    if (works(kind)) left -= 1;
  }
  return at;
}

/**
 * Working days after `from` up to and with `to`; 0 when `to` is not later.
 *
 * @returns `null` when a day between lies outside the data.
 */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): CountSpan | null {
  let [least, most] = [0, 0];
  for (let at = plusDays(from, 1); at <= to; at = plusDays(at, 1)) {
    const kind = calendar.kindOf(at);
    if (kind === 'unknown') return null;
    if (surely(kind)) least += 1;
    if (perhaps(kind)) most += 1;
  }
  return { least, most };
}

/**
 * How many working days a promised moment has passed by at `now`: 0 on the promised day itself and before. Days that are
 * not certain do not count against the office. `null` outside the data.
 */
export const workingDaysLate = (calendar: Calendar, promisedAt: Date, now: Date): number | null =>
  workingDaysBetween(calendar, momentOf(promisedAt).day, momentOf(now).day)?.least ?? null;
