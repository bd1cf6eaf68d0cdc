/** Working days, holidays, due dates and opening hours of Vietnam's offices. Depends on guides alone; pure but for loading. */

export { type Break, type Calendar, type DayKind, makeCalendar } from './calendar.ts';
export {
  type Clock,
  type Day,
  dayOn,
  daysFrom,
  instantOf,
  type Moment,
  momentOf,
  plusDays,
  weekdayOf,
  weekdays,
} from './day.ts';
export { type DueDate, dueDate, type TimeLimit } from './due-date.ts';
export { type GuideLimit, limitsOf } from './guide-limits.ts';
export { lintCalendar } from './lint-calendar.ts';
export { type CalendarFiles, loadCalendar, readCalendarFiles } from './load-calendar.ts';
export { hungKingsOf, lunarOf, lunarToDay, tetOf } from './lunar-days.ts';
export { type DayHours, hoursOn, type Opening, opensAt, type Week, type WeeklySpans } from './opening-hours.ts';
export type { Decision, Holiday, SpecialDay } from './special-day.ts';
export { addWorkingDays, isWorkingDay, workingDaysBetween, workingDaysLate } from './working-days.ts';
