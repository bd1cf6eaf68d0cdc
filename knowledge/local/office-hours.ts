/** Office hours: a week, seasons with a week of their own, single days that differ. */
import { z } from 'zod';
import { type Week, weekdays } from '../calendar/index.ts';

const span = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'hours are written 07:30-11:30')
  .refine((text) => text.slice(0, 5) < text.slice(6), 'the span ends before it begins');
const inOrder = (spans: string[]): string[] => spans.toSorted();

/** Working hours by weekday, earliest first whatever the file's order; a day without an entry is closed. */
export const weeklyHoursSchema = z.partialRecord(z.enum(weekdays), z.array(span).min(1).transform(inOrder));
export type WeeklyHours = z.infer<typeof weeklyHoursSchema>;

const isDay = (day: string) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);

/** A day of the calendar, `2026-11-22`. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written 2026-11-22')
  .refine(isDay, 'the calendar has no such day');

/** A day of every year, `04-16`. 29 February is a day of no year in particular and may stand. */
const dayOfYear = z
  .string()
  .regex(/^\d{2}-\d{2}$/, 'a day of the year is written 04-16: month, then day')
  .refine((text) => isDay(`2024-${text}`), 'the calendar has no such day');

const seasonSchema = z.strictObject({
  name: z.string().min(2),
  /** First and last day, every year; a season may run over New Year. */
  from: dayOfYear,
  to: dayOfYear,
  hours: weeklyHoursSchema,
});

const exceptionSchema = z.strictObject({
  day: daySchema,
  /** [] where the office is closed. */
  hours: z.array(span).transform(inOrder),
  note: z.string().min(3),
});

/** The parts of a file that say hours: `hours` for the week, `seasons`, `exceptions`. */
export const officeHoursShape = {
  hours: weeklyHoursSchema,
  seasons: z.array(seasonSchema).readonly().optional(),
  exceptions: z.array(exceptionSchema).readonly().optional(),
};
export type Season = z.infer<typeof seasonSchema>;
export type HoursException = z.infer<typeof exceptionSchema>;

export interface OfficeHours {
  readonly hours: WeeklyHours;
  readonly seasons?: readonly Season[] | undefined;
  readonly exceptions?: readonly HoursException[] | undefined;
}

/** The week in force on a day (`2026-11-22`): that of the first season it falls into, else the plain one. */
export function weekOn({ hours, seasons = [] }: OfficeHours, day: string): WeeklyHours {
  const date = day.slice(5);
  return seasons.find((season) => isWithin(date, season))?.hours ?? hours;
}

const isWithin = (date: string, { from, to }: Season) =>
  from <= to ? from <= date && date <= to : from <= date || date <= to;

export const exceptionOn = ({ exceptions = [] }: OfficeHours, day: string): HoursException | null =>
  exceptions.find((one) => one.day === day) ?? null;

/** Its hours in the calendar's form. */
export const weekOf = ({ hours, seasons, exceptions }: OfficeHours): Week => ({
  hours,
  seasons,
  exceptions: exceptions?.map(({ day, hours: spans }) => ({ from: day, to: day, hours: spans })),
});
