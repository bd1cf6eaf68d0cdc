/** Reads office hours as people write them at set-up. */
import { weeklyHoursSchema } from '../office-hours.ts';
import type { ReadAnswer } from './read-answers.ts';

export type Spans = readonly string[];

const clock = /^(\d{1,2})(?:[:h](\d{2})?)?$/;
const clockText = (text: string): string | null => {
  const [, hour, minute = '00'] = clock.exec(text.trim()) ?? [];
  return hour === undefined ? null : `${hour.padStart(2, '0')}:${minute}`;
};

/** "7:30-11:30, 13h30-17h"; `null` where nothing is written. */
export function readSpans(text: string): ReadAnswer<Spans | null> {
  if (text === '') return { value: null };
  const spans = text.split(/[,;]/).map((part) => part.split(/-|–|đến/).map(clockText));
  const written = spans.map(([from, to, ...more]) => (from && to && more.length === 0 ? `${from}-${to}` : 'x'));
  const parsed = weeklyHoursSchema.safeParse({ monday: written });
  return parsed.success
    ? { value: parsed.data.monday ?? [] }
    : { problem: 'Xin viết giờ như 7:30-11:30, 13:30-17:00 (giờ trước nhỏ hơn giờ sau).' };
}

export interface SeasonAnswer {
  readonly from: string;
  readonly to: string;
  readonly spans: Spans;
}

/** "16/4-15/10: 7:00-11:00, 13:30-17:00"; `null` where there is none. */
export function readSeason(text: string): ReadAnswer<SeasonAnswer | null> {
  if (text === '') return { value: null };
  const [, fromDay, fromMonth, toDay, toMonth, hours = ''] =
    /^(\d{1,2})\/(\d{1,2}) ?[-–] ?(\d{1,2})\/(\d{1,2}) ?: ?(.+)$/.exec(text) ?? [];
  const read = readSpans(hours);
  const days = [dayOfYear(fromDay, fromMonth), dayOfYear(toDay, toMonth)];
  const [from, to] = days;
  if (from && to && 'value' in read && read.value) return { value: { from, to, spans: read.value } };
  return { problem: 'Xin viết như 16/4-15/10: 7:00-11:00, 13:30-17:00. Không có giờ theo mùa thì để trống.' };
}

const dayOfYear = (day = '', month = ''): string | null => {
  const text = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`2024-${text}`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(5, 10) === text ? text : null;
};
