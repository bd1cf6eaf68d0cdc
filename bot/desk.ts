/** The ward's own desk: name, address, hours, phone. Read from one file that the ward writes. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import {
  type Calendar,
  type Day,
  weekdays as days,
  daysFrom,
  hoursOn,
  loadYaml,
  momentOf,
  opensAt,
  weekdayOf,
} from '../knowledge/index.ts';

const hours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'hours are written 07:30-11:30')
  .refine((span) => span.slice(0, 5) < span.slice(6), 'the span ends before it begins');
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day of the year is written 04-16');
/** Working hours by day, earliest first whatever the file's order; a day without an entry is closed. */
const weekly = z.partialRecord(
  z.enum(days),
  z
    .array(hours)
    .min(1)
    .transform((spans) => spans.toSorted()),
);

export const deskSchema = z.strictObject({
  /** "Trung tâm Phục vụ hành chính công phường …". */
  name: z.string().min(3),
  address: z.string().min(5),
  phone: z.string().min(3).nullable(),
  hours: weekly,
  /** Other hours for a part of each year, `from` and `to` as `04-16`, both included. */
  seasons: z.array(z.strictObject({ from: monthDay, to: monthDay, hours: weekly })).optional(),
  /** Days of its own: closed (`hours: []`) or with other hours. They come before holidays and make-up days. */
  exceptions: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date(), hours: z.array(hours) })).optional(),
});
export type Desk = z.infer<typeof deskSchema>;

/** `null` when there is no such file. @throws {KnowledgeFileError} when the file is broken. */
export const loadDesk = (file: string): Desk | null => (existsSync(file) ? loadYaml(file, deskSchema) : null);

const names: Readonly<Record<(typeof days)[number], string>> = {
  monday: 'thứ Hai',
  tuesday: 'thứ Ba',
  wednesday: 'thứ Tư',
  thursday: 'thứ Năm',
  friday: 'thứ Sáu',
  saturday: 'thứ Bảy',
  sunday: 'Chủ nhật',
};

const spoken = (span: string) =>
  span
    .replace('-', ' đến ')
    .replace(/\b0(\d):/g, '$1:')
    .replace(/:00/g, ' giờ')
    .replace(/(\d):(\d\d)/g, '$1 giờ $2');

/** `thứ Hai đến thứ Sáu: 7 giờ 30 đến 11 giờ 30, 13 giờ đến 17 giờ`. Days with the same hours are one span. */
export function hoursText(desk: Desk): string {
  const spans: { from: number; to: number; text: string }[] = [];
  days.forEach((day, index) => {
    const text = (desk.hours[day] ?? []).map(spoken).join(', ');
    const last = spans.at(-1);
    if (text === '') return;
    if (last && last.text === text && last.to === index - 1) last.to = index;
    else spans.push({ from: index, to: index, text });
  });
  const name = (index: number) => names[days[index] ?? 'monday'];
  return spans
    .map(({ from, to, text }) => `${from === to ? name(from) : `${name(from)} đến ${name(to)}`}: ${text}`)
    .join('; ');
}

/** Whether the desk is open; holidays and make-up days are known with a calendar, else the week alone counts. */
export const isOpen = (desk: Desk, at: Date, calendar: Calendar | null = null): boolean =>
  opensAt(desk, calendar, at).open;

/** Days ahead from which a weekday alone would be taken for the near one. */
const farAhead = 7;

/** When it opens next, `thứ Hai, 7 giờ 30`, with its date when that is far ahead; `null` for a desk that never opens. */
export function nextOpening(desk: Desk, at: Date, calendar: Calendar | null = null): string | null {
  const { next } = opensAt(desk, calendar, at);
  if (!next) return null;
  const far = daysFrom(momentOf(at).day, next.day) > farAhead;
  const date = far ? ` ${next.day.split('-').reverse().join('/')}` : '';
  return `${names[weekdayOf(next.day)]}${date}, ${spoken(next.clock)}`;
}

/** The hours of one day in words, holidays and make-up days heeded; empty when it is closed. */
export const hoursOfDay = (desk: Desk, day: Day, calendar: Calendar): string =>
  hoursOn(desk, calendar, day).spans.map(spoken).join(', ');
