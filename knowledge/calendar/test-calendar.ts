/** The shipped calendar, and one with days that are not certain, for tests. */
import { type Calendar, makeCalendar } from './calendar.ts';
import { loadCalendar } from './load-calendar.ts';
import type { CalendarYear, Decision } from './special-day.ts';

export const shipped: Calendar = loadCalendar(import.meta.dirname);

export const law: Decision = {
  id: 'law',
  number: '1/2026/QH16',
  title: 'Luật thí dụ',
  issuer: 'Quốc hội',
  on: null,
  url: null,
  seen: 'report',
};

export const yearWith = (days: CalendarYear['days'], rest: Partial<CalendarYear> = {}): CalendarYear => ({
  year: 2026,
  notice: 'law',
  mayChange: false,
  checkedOn: '2026-11-22',
  days,
  ...rest,
});

/** 2026 with one announced day of which no text is named: Tuesday, 24 November. */
export const unsure: Calendar = makeCalendar(
  [yearWith([{ day: '2026-11-24', kind: 'holiday', holiday: 'culture', basis: 'law', certain: false }])],
  [law],
);
