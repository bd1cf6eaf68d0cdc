/** The day on which a case was filed, as people name it: "nộp hôm thứ hai", "nộp tuần trước", "nộp ngày 16". */
import { Temporal } from 'temporal-polyfill';
import type { Wording } from './wording.ts';

/** First and last day, `2026-11-16`, both in. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const filing = '(?:nop|gui|lam|ke khai|dang ky)';
const near = `\\b${filing}\\b(?: \\S+){0,6}?(?: ho so)?`;
const weekdays: Readonly<Record<string, number>> = {
  hai: 1,
  ba: 2,
  tu: 3,
  nam: 4,
  sau: 5,
  bay: 6,
  nhat: 7,
  '2': 1,
  '3': 2,
  '4': 3,
  '5': 4,
  '6': 5,
  '7': 6,
};

type Rule = readonly [
  RegExp,
  (today: Temporal.PlainDate, match: RegExpExecArray) => readonly [Temporal.PlainDate, Temporal.PlainDate] | null,
];

const one = (day: Temporal.PlainDate) => [day, day] as const;
const week = (today: Temporal.PlainDate, weeks: number) => {
  const monday = today.subtract({ days: today.dayOfWeek - 1, weeks });
  return [monday, monday.add({ days: 6 })] as const;
};
const month = (first: Temporal.PlainDate) => [first, first.add({ months: 1 }).subtract({ days: 1 })] as const;

/** The last day of this number on or before today. */
function lastDay(today: Temporal.PlainDate, day: number): Temporal.PlainDate | null {
  for (let back = 0; back < 12; back += 1) {
    const first = today.with({ day: 1 }).subtract({ months: back });
    if (day <= first.daysInMonth && Temporal.PlainDate.compare(first.with({ day }), today) <= 0)
      return first.with({ day });
  }
  return null;
}

function written(today: Temporal.PlainDate, [, day, monthText, year]: RegExpExecArray) {
  const number = Number(day);
  if (number < 1 || number > 31) return null;
  if (monthText === undefined) {
    const found = lastDay(today, number);
    return found && one(found);
  }
  const monthNumber = Number(monthText);
  if (monthNumber < 1 || monthNumber > 12) return null;
  const at = (chosen: number) =>
    Temporal.PlainDate.from({ year: chosen, month: monthNumber, day: number }, { overflow: 'reject' });
  const found = year === undefined ? at(today.year) : at(Number(year));
  return one(year === undefined && Temporal.PlainDate.compare(found, today) > 0 ? at(today.year - 1) : found);
}

const rules: readonly Rule[] = [
  [
    /\b(?:hom|bua|ngay|sang|chieu|nop) (?:thu (hai|ba|tu|nam|sau|bay|[2-7])|chu (nhat))(?: (tuan truoc))?\b/,
    (today, [, name, sunday, before]) => {
      const wanted = weekdays[name ?? sunday ?? ''] ?? 1;
      const [monday] = week(today, before ? 1 : 0);
      const day = monday.add({ days: wanted - 1 });
      return one(Temporal.PlainDate.compare(day, today) > 0 ? day.subtract({ weeks: 1 }) : day);
    },
  ],
  [/\b(?:hom qua|bua qua|chieu qua|sang qua)\b/, (today) => one(today.subtract({ days: 1 }))],
  [/\b(?:hom kia|bua kia)\b/, (today) => one(today.subtract({ days: 2 }))],
  [/\b(?:hom nay|sang nay|chieu nay|hoi sang)\b/, (today) => one(today)],
  [/\b(?:ngay|mung|mong|hom|hom ngay) (\d{1,2})(?: (?:thang )?(\d{1,2})(?: (?:nam )?(20\d\d))?)?\b/, written],
  [/\b(\d{1,2}) (\d{1,2})(?: (20\d\d))?\b/, written],
  [/\btuan (?:truoc|roi)\b/, (today) => week(today, 1)],
  [/\btuan (?:nay)\b/, (today) => week(today, 0)],
  [/\bthang (?:truoc|roi)\b/, (today) => month(today.with({ day: 1 }).subtract({ months: 1 }))],
  [
    /\bthang (\d{1,2})\b/,
    (today, [, text]) => {
      const number = Number(text);
      if (number < 1 || number > 12) return null;
      const first = Temporal.PlainDate.from({ year: today.year, month: number, day: 1 });
      return month(Temporal.PlainDate.compare(first, today) > 0 ? first.subtract({ years: 1 }) : first);
    },
  ],
];

const filed = new RegExp(near);

/** `null` when no day of filing is named. Counted back from the moment of asking, in Vietnam. */
export function filedDayIn({ folded }: Wording, at: Date): Days | null {
  const filedAt = filed.exec(folded);
  if (!filedAt) return null;
  const today = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainDate();
  const rest = folded
    .slice(filedAt.index)
    .replace(/[^\p{L}\d ]/gu, ' ')
    .replace(/\s+/g, ' ');
  for (const [pattern, days] of rules) {
    const match = pattern.exec(rest);
    const found = match && daysOf(() => days(today, match));
    if (found) return { from: found[0].toString(), to: found[1].toString() };
  }
  return null;
}

/** "Ngày 31 tháng 2" is no day. */
function daysOf<Found>(read: () => Found): Found | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
