/** A desk: name, address, hours, phone. The ward's own is read from one file that the ward writes. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import {
  type Calendar,
  counterSchema,
  type Day,
  weekdays as days,
  daysFrom,
  exceptionOn,
  hoursOn,
  loadYaml,
  momentOf,
  type OfficeHours,
  officeHoursShape,
  opensAt,
  weekdayOf,
  weekOf,
  weekOn,
} from '../knowledge/index.ts';
import { plainDay } from './say/money-and-time.ts';

const deskSchema = z.strictObject({
  /** "Trung tâm Phục vụ hành chính công phường …". */
  name: z.string().min(3),
  address: z.string().min(5),
  phone: z.string().min(3).nullable(),
  /** Code of its commune, where it is written: then the files of its province hold for it too. */
  commune: z
    .string({ error: 'write the code in quotes: "02683"' })
    .regex(/^\d{5}$/, 'a commune code has 5 digits: "02683"')
    .optional(),
  /** Its counters, for kiosks; a commune's own file may name them too. */
  counters: z.array(counterSchema).readonly().optional(),
  ...officeHoursShape,
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
export function hoursText(desk: Pick<OfficeHours, 'hours'>): string {
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
export const isOpen = (desk: OfficeHours, at: Date, calendar: Calendar | null = null): boolean =>
  opensAt(weekOf(desk), calendar, at).open;

/** Days ahead from which a weekday alone would be taken for the near one. */
const farAhead = 7;

/** When it opens next, `thứ Hai, 7 giờ 30`, with its date when that is far ahead; `null` for a desk that never opens. */
export function nextOpening(desk: OfficeHours, at: Date, calendar: Calendar | null = null): string | null {
  const { next } = opensAt(weekOf(desk), calendar, at);
  if (!next) return null;
  const far = daysFrom(momentOf(at).day, next.day) > farAhead;
  const date = far ? ` ngày ${plainDay(next.day)}` : '';
  return `${names[weekdayOf(next.day)]}${date}, ${spoken(next.clock)}`;
}

/** The same desk with the week of the season that `at` falls into. */
export const inSeason = <T extends OfficeHours>(desk: T, at: Date): T => ({
  ...desk,
  hours: weekOn(desk, momentOf(at).day),
});

/** Why the day of `at` differs from its week; `null` where it does not. */
export const noteOfDay = (desk: OfficeHours, at: Date): string | null =>
  exceptionOn(desk, momentOf(at).day)?.note ?? null;

/** The hours of one day in words, holidays and make-up days heeded; empty when it is closed. */
export const hoursOfDay = (desk: OfficeHours, day: Day, calendar: Calendar): string =>
  hoursOn(weekOf(desk), calendar, day).spans.map(spoken).join(', ');
