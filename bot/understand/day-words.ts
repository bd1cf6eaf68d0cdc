/** Days, months and years in words and figures, as spans of days: "1/7/2025", "tháng 3 năm ngoái", "hồi 2021". */
import { dayBefore, dayInVietnam, lastDayOf, twoTiersSince } from '../../knowledge/index.ts';
import { vi } from './keyed.ts';

export interface DaySpan {
  /** `2025-06-01`; `null`: open, "trước 1/7/2025". */
  readonly from: string | null;
  /** `2025-06-30`; `null`: open, "từ 1/7/2025". */
  readonly to: string | null;
  /** As it is said back: `tháng 6/2025`. */
  readonly said: string;
  /** Where it stands in the text it was read from. */
  readonly start: number;
  readonly end: number;
}

type Span = Omit<DaySpan, 'start' | 'end'>;
interface Rule {
  readonly pattern: RegExp;
  /** `null` where the words make no day ("32/13/2025"). */
  read(match: RegExpExecArray, today: string): Span | null;
}

const two = (figure: string | number) => String(figure).padStart(2, '0');
const spoken = (day: string) => day.split('-').reverse().join('/');
const exists = (day: string) => {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};

function oneDay(day: string): Span | null {
  return exists(day) ? { from: day, to: day, said: `ngày ${spoken(day)}` } : null;
}
function oneMonth(month: string, year: number): Span | null {
  const name = `${year}-${two(month)}`;
  if (Number(month) < 1 || Number(month) > 12) return null;
  return { from: `${name}-01`, to: lastDayOf(name), said: `tháng ${Number(month)}/${year}` };
}
const oneYear = (year: number): Span => ({ from: `${year}-01-01`, to: `${year}-12-31`, said: `năm ${year}` });

const yearOf = (today: string) => Number(today.slice(0, 4));
const yearsAgo: readonly (readonly [RegExp, number])[] = [
  [vi`^(?:ngoái|trước|rồi)`, 1],
  [vi`^kia`, 2],
  [vi`^nay`, 0],
  [vi`^sau`, -1],
];
const relativeYear = (word: string, today: string) =>
  yearOf(today) - (yearsAgo.find(([pattern]) => pattern.test(word))?.[1] ?? 0);

/** The month so many before (or after) the one of `today`. */
function monthsFrom(today: string, count: number): Span | null {
  const at = new Date(Date.UTC(yearOf(today), Number(today.slice(5, 7)) - 1 + count, 1));
  return oneMonth(String(at.getUTCMonth() + 1), at.getUTCFullYear());
}
const daysFrom = (today: string, count: number) =>
  new Date(Date.parse(today) + count * 86_400_000).toISOString().slice(0, 10);

const figure = (match: RegExpExecArray, index: number) => match[index] ?? '';
const which = '(ngoái|trước|kia|nay|rồi|sau)';

/** The most telling first: "ngày 1 tháng 7 năm 2025" is one day, not a month and a year. */
const rules: readonly Rule[] = [
  {
    pattern: vi`(?:ngày )?\b(\d{1,2}) (?:\. |tháng )?(\d{1,2}) (?:\. |năm )?(20\d\d)\b`,
    read: (match) => oneDay(`${figure(match, 3)}-${two(figure(match, 2))}-${two(figure(match, 1))}`),
  },
  {
    pattern: vi`tháng (\d{1,2}) (?:\. |năm )?(20\d\d)\b`,
    read: (match) => oneMonth(figure(match, 1), Number(figure(match, 2))),
  },
  {
    pattern: vi`tháng (\d{1,2}) năm ${which}\b`,
    read: (match, today) => oneMonth(figure(match, 1), relativeYear(figure(match, 2), today)),
  },
  { pattern: vi`năm (20\d\d)\b`, read: (match) => oneYear(Number(figure(match, 1))) },
  { pattern: vi`(?:hồi) (20\d\d)\b`, read: (match) => oneYear(Number(figure(match, 1))) },
  { pattern: vi`năm ${which}\b`, read: (match, today) => oneYear(relativeYear(figure(match, 1), today)) },
  {
    pattern: vi`hồi tháng (\d{1,2})\b`,
    read: (match, today) => {
      const month = figure(match, 1);
      const past = two(month) <= today.slice(5, 7);
      return oneMonth(month, yearOf(today) - (past ? 0 : 1));
    },
  },
  { pattern: vi`tháng (?:trước|rồi)\b`, read: (_match, today) => monthsFrom(today, -1) },
  { pattern: vi`tháng (?:sau|tới)\b`, read: (_match, today) => monthsFrom(today, 1) },
  { pattern: vi`hôm qua\b`, read: (_match, today) => oneDay(daysFrom(today, -1)) },
  { pattern: vi`(?:hôm nay|bữa nay|bây giờ)\b`, read: (_match, today) => oneDay(today) },
  { pattern: vi`(?:ngày mai|sáng mai|chiều mai)\b`, read: (_match, today) => oneDay(daysFrom(today, 1)) },
  {
    pattern: vi`(?:trước (?:khi )?(?:sáp nhập|sắp xếp|bỏ (?:cấp )?huyện)|(?:hồi|khi|lúc) (?:còn|chưa bỏ) (?:cấp )?huyện)\b`,
    read: () => ({ from: null, to: dayBefore(twoTiersSince), said: 'thời còn cấp huyện' }),
  },
];

const opensFrom = vi`\b(?:từ|kể từ|sau)(?: ngày)? $`;
const opensTo = vi`\btrước(?: ngày)? $`;

/** Every span of days in a text of the rules' spelling, in its order; none overlaps another. */
export function daySpans(keyed: string, at: Date): readonly DaySpan[] {
  const today = dayInVietnam(at);
  const found: DaySpan[] = [];
  for (const { pattern, read } of rules) {
    for (const match of keyed.matchAll(new RegExp(pattern, 'g'))) {
      const [start, end] = [match.index, match.index + match[0].length];
      const span = read(match, today);
      if (span && !found.some((other) => start < other.end && other.start < end))
        found.push({ ...opened(span, keyed.slice(0, start)), start, end });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** "từ 1/7/2025" has no end, "trước 1/7/2025" no beginning. */
function opened(span: Span, before: string): Span {
  if (opensFrom.test(before)) return { ...span, to: null, said: `từ ${span.said}` };
  if (opensTo.test(before) && span.from) return { from: null, to: dayBefore(span.from), said: `trước ${span.said}` };
  return span;
}
