/** The ward's own desk: name, address, hours, phone. Read from one file that the ward writes. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { loadYaml } from '../knowledge/index.ts';

const hours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'hours are written 07:30-11:30')
  .refine((span) => span.slice(0, 5) < span.slice(6), 'the span ends before it begins');
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const deskSchema = z.strictObject({
  /** "Trung tâm Phục vụ hành chính công phường …". */
  name: z.string().min(3),
  address: z.string().min(5),
  phone: z.string().min(3).nullable(),
  /** Working hours by day, earliest first whatever the file's order; a day without an entry is closed. */
  hours: z.partialRecord(
    z.enum(days),
    z
      .array(hours)
      .min(1)
      .transform((spans) => spans.toSorted()),
  ),
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

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** The local weekday and minute of `at` in Vietnam. */
function localTime(at: Date): { day: number; minute: number } {
  const local = new Date(at.getTime() + 7 * 3_600_000);
  return { day: (local.getUTCDay() + 6) % 7, minute: local.getUTCHours() * 60 + local.getUTCMinutes() };
}

/** Whether the desk is open by its weekly hours. Holidays are not known here: the caller says "theo giờ hằng tuần". */
export function isOpen(desk: Desk, at: Date): boolean {
  const { day, minute } = localTime(at);
  return (desk.hours[days[day] ?? 'monday'] ?? []).some((span) => {
    const [from = '', to = ''] = span.split('-');
    return minutes(from) <= minute && minute < minutes(to);
  });
}

/** When it opens next, `thứ Hai, 7 giờ 30`; `null` for a desk that never opens. */
export function nextOpening(desk: Desk, at: Date): string | null {
  const { day, minute } = localTime(at);
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const index = (day + ahead) % 7;
    const next = (desk.hours[days[index] ?? 'monday'] ?? [])
      .map((span) => span.split('-')[0] ?? '')
      .find((from) => ahead > 0 || minutes(from) > minute);
    if (next) return `${names[days[index] ?? 'monday']}, ${spoken(next)}`;
  }
  return null;
}
