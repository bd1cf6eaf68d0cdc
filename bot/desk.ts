/** A desk: name, address, hours, phone. The ward's own is read from one file that the ward writes. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import {
  dayAt,
  weekdays as days,
  exceptionOn,
  loadYaml,
  type OfficeHours,
  officeHoursShape,
  spansOn,
  weekOn,
} from '../knowledge/index.ts';

export const deskSchema = z.strictObject({
  /** "Trung tâm Phục vụ hành chính công phường …". */
  name: z.string().min(3),
  address: z.string().min(5),
  phone: z.string().min(3).nullable(),
  /** Code of its commune, where it is written: then the files of its province hold for it too. */
  commune: z
    .string({ error: 'write the code in quotes: "02683"' })
    .regex(/^\d{5}$/, 'a commune code has 5 digits: "02683"')
    .optional(),
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

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** The local weekday and minute of `at` in Vietnam. */
function localTime(at: Date): { day: number; minute: number } {
  const local = new Date(at.getTime() + 7 * 3_600_000);
  return { day: (local.getUTCDay() + 6) % 7, minute: local.getUTCHours() * 60 + local.getUTCMinutes() };
}

/** Whether the desk is open by its hours. Holidays are not known here: the caller says "theo giờ hằng tuần". */
export function isOpen(desk: OfficeHours, at: Date): boolean {
  const { minute } = localTime(at);
  return spansOn(desk, dayAt(at)).some((span) => {
    const [from = '', to = ''] = span.split('-');
    return minutes(from) <= minute && minute < minutes(to);
  });
}

/** Days looked ahead for the next opening: a closure of two weeks is still told. */
const mostAhead = 21;

/** When it opens next, `thứ Hai, 7 giờ 30`, with the date where that is over a week away; `null` for a desk that does not open soon. */
export function nextOpening(desk: OfficeHours, at: Date): string | null {
  const { day, minute } = localTime(at);
  for (let ahead = 0; ahead <= mostAhead; ahead += 1) {
    const date = dayAt(new Date(at.getTime() + ahead * 86_400_000));
    const next = spansOn(desk, date)
      .map((span) => span.split('-')[0] ?? '')
      .find((from) => ahead > 0 || minutes(from) > minute);
    const name = names[days[(day + ahead) % 7] ?? 'monday'];
    const when = ahead > 7 ? `${name} ngày ${date.split('-').reverse().join('/')}` : name;
    if (next) return `${when}, ${spoken(next)}`;
  }
  return null;
}

/** The same desk with the week of the season that `at` falls into. */
export const inSeason = <T extends OfficeHours>(desk: T, at: Date): T => ({ ...desk, hours: weekOn(desk, dayAt(at)) });

/** Why the day of `at` differs from its week; `null` where it does not. */
export const noteOfDay = (desk: OfficeHours, at: Date): string | null => exceptionOn(desk, dayAt(at))?.note ?? null;
