/** Days, months, hours: `15/3/2025`, `07:30-11:30`. */
import { readMonth, readNumber } from '../read-number.ts';
import { end, type SpokenRule, sticky } from './spoken-rule.ts';

const endsWith = (before: string, ...words: readonly string[]) => {
  const told = before.trimEnd().toLowerCase();
  return words.some((word) => told.endsWith(word));
};
const lead = (before: string, word: string, ...also: readonly string[]) =>
  endsWith(before, word, ...also) ? '' : `${word} `;

const dayText = (day: string, month: string, year?: string) =>
  `${readNumber(day)} tháng ${readMonth(Number(month))}${year ? ` năm ${readNumber(year)}` : ''}`;
const isDay = (day: string, month: string) =>
  Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
const clock = (hour: string, minute?: string) =>
  `${readNumber(hour)} giờ${minute && Number(minute) > 0 ? ` ${readNumber(minute)}${Number(minute) < 10 ? ' phút' : ''}` : ''}`;
const isClock = (hour: string, minute = '0') => Number(hour) <= 24 && Number(minute) < 60;

/** A house, not a day: "số nhà 12/3". */
const places = ['số nhà', 'nhà số', 'ngõ', 'ngách', 'hẻm', 'kiệt'];

export const days: readonly SpokenRule[] = [
  { pattern: sticky(`24/7${end}`), say: () => 'cả ngày lẫn đêm' },
  {
    // 12-15/3/2025
    pattern: sticky(String.raw`(\d{1,2})\s?[-–]\s?(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?${end}`),
    say: ([, from = '', to = '', month = '', year], { before }) =>
      isDay(from, month) && isDay(to, month) && Number(from) < Number(to)
        ? `${lead(before, 'ngày', 'mùng')}${readNumber(from)} đến ngày ${dayText(to, month, year)}`
        : null,
  },
  {
    // 12/3-15/3; what stands behind it says its own day
    pattern: sticky(String.raw`(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?\s?[-–]\s?(?=\d{1,2}\/\d{1,2}(?:\/|${end}))`),
    say: ([, day = '', month = '', year], { before }) =>
      isDay(day, month) ? `${lead(before, 'ngày', 'mùng')}${dayText(day, month, year)} đến ` : null,
  },
  {
    // thứ 2 - thứ 6
    pattern: sticky('[-–]\\s?(?=(?:[Tt]hứ|[Cc]hủ nhật|[Nn]gày|[Tt]háng) )'),
    say: (_match, { before }) => (/(?:thứ|ngày|tháng) \S+\s$/iu.test(before) ? 'đến ' : null),
  },
  {
    pattern: sticky(String.raw`(\d{4})-(\d{2})-(\d{2})${end}`),
    say: ([, year = '', month = '', day = ''], { before }) =>
      isDay(day, month) ? `${lead(before, 'ngày', 'mùng')}${dayText(day, month, year)}` : null,
  },
  {
    pattern: sticky(String.raw`(\d{1,2})[/-](\d{1,2})[/-](\d{4})${end}`),
    say: ([, day = '', month = '', year = ''], { before }) =>
      isDay(day, month) ? `${lead(before, 'ngày', 'mùng')}${dayText(day, month, year)}` : null,
  },
  {
    pattern: sticky(String.raw`(\d{1,2})\/(\d{4})${end}`),
    say: ([, month = '', year = ''], { before }) =>
      isDay('1', month) ? `${lead(before, 'tháng')}${readMonth(Number(month))} năm ${readNumber(year)}` : null,
  },
  {
    pattern: sticky(String.raw`(\d{4})-(\d{2})${end}`),
    say: ([, year = '', month = ''], { before }) =>
      isDay('1', month) ? `${lead(before, 'tháng')}${readMonth(Number(month))} năm ${readNumber(year)}` : null,
  },
  {
    pattern: sticky(String.raw`(\d{1,2})\/(\d{1,2})${end}`),
    say: ([, day = '', month = ''], { before }) =>
      isDay(day, month) && !endsWith(before, ...places)
        ? `${lead(before, 'ngày', 'mùng')}${dayText(day, month)}`
        : `${readNumber(day)} trên ${readNumber(month)}`,
  },
  {
    pattern: sticky(String.raw`(?<=(?:[Tt]hứ|[Tt]háng) )(\d{1,2})${end}(?!\s*ngày)`),
    say: ([, month = '']) => readMonth(Number(month)),
  },
];

export const clocks: readonly SpokenRule[] = [
  {
    pattern: sticky(String.raw`(\d{1,2})(?::|h)(\d{2})?\s?[-–]\s?(\d{1,2})(?::|h)(\d{2})?${end}`),
    say: ([, hour = '', minute, toHour = '', toMinute]) =>
      isClock(hour, minute) && isClock(toHour, toMinute)
        ? `${clock(hour, minute)} đến ${clock(toHour, toMinute)}`
        : null,
  },
  {
    pattern: sticky(String.raw`(\d{1,2}):(\d{2})(?::\d{2})?${end}`),
    say: ([, hour = '', minute = '']) => (isClock(hour, minute) ? clock(hour, minute) : null),
  },
  {
    pattern: sticky(String.raw`(\d{1,2})(?:h|g)(\d{2})?${end}`),
    say: ([, hour = '', minute]) => (isClock(hour, minute) ? clock(hour, minute) : null),
  },
];
