/** When a desk is open: weekly spans, seasons and exceptions of its own, and the calendar's holidays and make-up days. Pure. */
import type { Calendar } from './calendar.ts';
import { type Clock, clockOf, type Day, minutesOf, momentOf, plusDays, type Weekday, weekdayOf } from './day.ts';
import type { SpecialDay } from './special-day.ts';

/** Spans `07:30-11:30` by weekday, earliest first; a day without an entry is closed. */
export type WeeklySpans = { readonly [day in Weekday]?: readonly string[] | undefined };

export interface Week {
  readonly hours: WeeklySpans;
  /** Other hours for a part of each year; the first that fits counts. `from` and `to` are `04-16`, both included. */
  readonly seasons?: readonly { readonly from: string; readonly to: string; readonly hours: WeeklySpans }[] | undefined;
  /** Days of its own: other spans, or none at all. They come before the calendar. */
  readonly exceptions?:
    | readonly { readonly from: Day; readonly to: Day; readonly hours: readonly string[] }[]
    | undefined;
}

export interface DayHours {
  readonly spans: readonly string[];
  /** The holiday or make-up day that made the hours what they are; `null` for an ordinary day. */
  readonly because: SpecialDay | null;
  /** Whether the day is known at all, and certain: else the hours are those of the week. */
  readonly certain: boolean;
}

export interface Opening {
  readonly day: Day;
  readonly clock: Clock;
}

/** How far ahead an opening is looked for: longer than any holiday. */
const farthest = 60;

/** The spans of one day. A make-up day keeps the hours of the day that it stands for; at Tết weekend sessions fall away. */
export function hoursOn(week: Week, calendar: Calendar | null, day: Day): DayHours {
  const own = week.exceptions?.find(({ from, to }) => from <= day && day <= to);
  if (own) return { spans: own.hours, because: null, certain: true };
  const usual = seasonal(week, day)[weekdayOf(day)] ?? [];
  if (!calendar) return { spans: usual, because: null, certain: true };
  const special = calendar.special(day);
  const kind = calendar.kindOf(day);
  if (special?.kind === 'make-up' && special.certain)
    return { spans: seasonal(week, day)[weekdayOf(special.instead ?? day)] ?? usual, because: special, certain: true };
  if (special && kind === 'off') return { spans: [], because: special, certain: true };
  const tet = kind === 'off' ? calendar.breakAround(day)?.special.find(({ holiday }) => holiday === 'tet') : undefined;
  if (tet) return { spans: [], because: tet, certain: true };
  return { spans: usual, because: special, certain: kind === 'working' || kind === 'off' };
}

function seasonal({ hours, seasons }: Week, day: Day): WeeklySpans {
  const monthDay = day.slice(5);
  const within = (from: string, to: string) =>
    from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to;
  return seasons?.find(({ from, to }) => within(from, to))?.hours ?? hours;
}

/** Whether it is open at `at`, and when it opens next; `null` for a desk that opens on none of the next 60 days. */
export function opensAt(
  week: Week,
  calendar: Calendar | null,
  at: Date,
): { readonly open: boolean; readonly next: Opening | null; readonly today: DayHours } {
  const { day, clock } = momentOf(at);
  const today = hoursOn(week, calendar, day);
  const open = today.spans.some((span) => startOf(span) <= clock && clock < endOf(span));
  return { open, next: nextOpening({ week, calendar }, day, clock), today };
}

interface Hours {
  readonly week: Week;
  readonly calendar: Calendar | null;
}

function nextOpening({ week, calendar }: Hours, day: Day, clock: Clock): Opening | null {
  for (let ahead = 0; ahead <= farthest; ahead += 1) {
    const on = plusDays(day, ahead);
    const span = hoursOn(week, calendar, on).spans.find((one) => ahead > 0 || startOf(one) > clock);
    if (span) return { day: on, clock: startOf(span) };
  }
  return null;
}

/** `hours` of opening time after `from`; `null` when it never opens long enough. */
export function addWorkingHours({ week, calendar }: Hours, from: Opening, hours: number): Opening | null {
  let left = Math.round(hours * 60);
  for (let ahead = 0; ahead <= farthest; ahead += 1) {
    const day = plusDays(from.day, ahead);
    if (calendar?.kindOf(day) === 'unknown') return null;
    for (const span of hoursOn(week, calendar, day).spans) {
      const start = Math.max(minutesOf(startOf(span)), ahead === 0 ? minutesOf(from.clock) : 0);
      const room = Math.max(0, minutesOf(endOf(span)) - start);
      if (room > 0 && left <= room) return { day, clock: clockOf(start + left) };
      left -= room;
    }
  }
  return null;
}

const startOf = (span: string): Clock => span.split('-')[0] ?? '';
const endOf = (span: string): Clock => span.split('-')[1] ?? '';
