/** How long a citizen waited while the desk was open: nights, weekends and holidays do not count against an officer. */
import { type Calendar, hoursOn, momentOf, type Week } from '../../knowledge/index.ts';
import { addDays } from './iso-week.ts';

const usual = ['07:30-11:30', '13:30-17:00'];
/** Where no hours were entered: those of offices in general. */
export const usualWeek: Week = {
  hours: { monday: usual, tuesday: usual, wednesday: usual, thursday: usual, friday: usual },
};

/** A wait is never counted over more days than these. */
const longest = 60;

/** Seconds of opening time between two moments; 0 when `to` is not later. */
export function openSeconds(
  { week, calendar }: { readonly week: Week; readonly calendar: Calendar },
  from: Date,
  to: Date,
): number {
  let ms = 0;
  let { day } = momentOf(from);
  for (let count = 0; count <= longest && instant(day, '00:00') < to.getTime(); count += 1) {
    for (const span of hoursOn(week, calendar, day).spans) {
      const begin = Math.max(instant(day, span.slice(0, 5)), from.getTime());
      const end = Math.min(instant(day, span.slice(6)), to.getTime());
      ms += Math.max(0, end - begin);
    }
    day = addDays(day, 1);
  }
  return Math.round(ms / 1000);
}

const instant = (day: string, clock: string): number => Date.parse(`${day}T${clock}:00+07:00`);
