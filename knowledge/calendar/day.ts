/** Days and moments by the clock of Vietnam. A day is written `2026-11-24`, a time of day `07:30`: both sort as text. */
import { Temporal } from 'temporal-polyfill';
import { rememberLatest } from '../remember-latest.ts';

export type Day = string;
export type Clock = string;

/** `clock` is null where only the day is known. */
export interface Moment {
  readonly day: Day;
  readonly clock: Clock | null;
}

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

const zone = 'Asia/Ho_Chi_Minh';
/** A turn asks for the same few days again and again. */
const mostDays = 512;
const minuteMs = 60_000;

/** Day and clock in Vietnam at an instant, wherever the machine stands. */
export const momentOf = (at: Date): Moment & { readonly clock: Clock } =>
  momentOfMinute(String(Math.floor(at.getTime() / minuteMs)));

/** Since 1911 the clocks of Vietnam have been whole minutes from those of Greenwich. */
const momentOfMinute = rememberLatest((minute): Moment & { readonly clock: Clock } => {
  const local = Temporal.Instant.fromEpochMilliseconds(Number(minute) * minuteMs).toZonedDateTimeISO(zone);
  return { day: local.toPlainDate().toString(), clock: local.toPlainTime().toString({ smallestUnit: 'minute' }) };
}, mostDays);

/** The instant at which a day and clock come in Vietnam. */
export const instantOf = (day: Day, clock: Clock): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: clock }).epochMilliseconds);

/** The day `days` after (before, when negative). */
export const plusDays = (day: Day, days: number): Day => daysAfter(`${day}+${days}`);

const daysAfter = rememberLatest((sum): Day => {
  const [day = '', days] = sum.split('+');
  return Temporal.PlainDate.from(day)
    .add({ days: Number(days) })
    .toString();
}, mostDays);

/** Whole days from `from` to `to`; negative when `to` comes first. */
export const daysFrom = (from: Day, to: Day): number => Temporal.PlainDate.from(from).until(to).days;

export const weekdayOf = rememberLatest(
  (day: Day): Weekday => weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? 'monday',
  mostDays,
);

/** The day of this year, month and date; `null` where there is none (30 February). */
export function dayOn(year: number, month: number, date: number): Day | null {
  try {
    return Temporal.PlainDate.from({ year, month, day: date }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/** Minutes from midnight: `07:30` is 450. */
export const minutesOf = (clock: Clock): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** `450` is `07:30`. */
export const clockOf = (minutes: number): Clock =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
