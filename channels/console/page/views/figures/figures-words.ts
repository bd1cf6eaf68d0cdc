/** How the page writes numbers, spans and weeks. */
import figures from '../../texts/figures.json' with { type: 'json' };
import { fill } from '../../texts/texts.ts';

export const words = figures;

const plain = new Intl.NumberFormat('vi-VN');
const oneDigit = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

export const numberWord = (value: number): string => plain.format(value);
export const meanWord = (value: number): string => oneDigit.format(value);

/** `12,5` of a hundred; 0 of nothing. */
export const shareWord = (part: number, whole: number): string =>
  oneDigit.format(whole === 0 ? 0 : (100 * part) / whole);

/** `+3`, `−2`, "như cũ". */
export function changeWord(now: number, before: number): string {
  if (now === before) return words.same;
  return now > before ? `+${plain.format(now - before)}` : `−${plain.format(before - now)}`;
}

/** Seconds as people say them; a dash for what was not measured. */
export function spanWord(seconds: number | null): string {
  if (seconds === null) return '–';
  if (seconds < 60) return fill(words.seconds, { seconds: Math.round(seconds) });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return fill(words.minutes, { minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return fill(words.hours, { hours, minutes: minutes % 60 });
  return fill(words.days, { days: Math.floor(hours / 24), hours: hours % 24 });
}

/** `2026-11-16` as `16/11/2026`. */
export const dayWord = (day: string): string => day.split('-').reverse().join('/');

/** `2026-W07` as `Tuần 7 năm 2026`. */
export function weekWord(week: string): string {
  const [year = '', number = ''] = week.split('-W');
  return fill(words.week, { year, number: Number(number) });
}

const moment = new Intl.DateTimeFormat('vi-VN', {
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour12: false,
  timeZone: 'Asia/Ho_Chi_Minh',
});
/** In Vietnam, wherever the reader is. */
export const momentWord = (iso: string): string => moment.format(new Date(iso));
