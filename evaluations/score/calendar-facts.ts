/** What an answer may state of days: what the calendar says of the days that it names, reckoned here once more. */
import type { Library } from '../../bot/library.ts';
import {
  addWorkingDays,
  type Calendar,
  type Day,
  dayOn,
  daysFrom,
  dueDate,
  limitsOf,
  lunarOf,
  weekdayOf,
  workingDaysBetween,
} from '../../knowledge/index.ts';
import type { AnswerLine } from '../answer-line.ts';

const names = {
  monday: 'thứ hai',
  tuesday: 'thứ ba',
  wednesday: 'thứ tư',
  thursday: 'thứ năm',
  friday: 'thứ sáu',
  saturday: 'thứ bảy',
  sunday: 'chủ nhật',
} as const;
const named = /(thứ \p{L}+|chủ nhật), (\d{1,2})\/(\d{1,2})\/(\d{4})/giu;
/** Before and after the cut-off of the guides, and after closing. */
const clocks = ['08:00', '16:00', '19:00'] as const;

export interface CalendarSources {
  readonly calendar: Calendar;
  readonly library: Library;
}

/** Finds these facts as texts; [] for an answer that names no day with its weekday. */
export function calendarFactsFinder(sources: CalendarSources): (answer: AnswerLine) => readonly string[] {
  const { calendar } = sources;
  const own = [...calendar.decisions.map(({ title }) => title), ...yearsOf(calendar)];
  return (answer) => {
    const days = daysIn(answer.text);
    if (days.length === 0) return /lịch (?:nghỉ|năm)/iu.test(answer.text) ? own : [];
    const borneOut = days.filter((day) => isSpecial(day, calendar) || saysKind(day, answer.text, calendar));
    const related = days.flatMap((from) => days.flatMap((to) => relation(from, to, { answer, ...sources })));
    return [...own, ...borneOut.flatMap((day) => [written(day), lunar(day)]), ...related];
  };
}

const written = (day: Day): string => day.split('-').map(Number).reverse().join('/');
const lunar = (day: Day): string => `${lunarOf(day).day} Tết, ngày ${lunarOf(day).day} tháng Chạp`;

const yearsOf = (calendar: Calendar): string[] => {
  const [from, to] = [Number(calendar.from.slice(0, 4)), Number(calendar.to.slice(0, 4))];
  const years = Array.from({ length: to - from + 2 }, (_, index) => from + index);
  return years.flatMap((year) => [`năm ${year}`, `${year},`, written(calendar.year(year)?.checkedOn ?? calendar.to)]);
};

/** The days that stand with their right weekday; a wrong one bears nothing out. */
const daysIn = (text: string): Day[] => [
  ...new Set(
    [...text.matchAll(named)].flatMap(([, name = '', date, month, year]) => {
      const day = dayOn(Number(year), Number(month), Number(date));
      return day && names[weekdayOf(day)] === name.toLowerCase() ? [day] : [];
    }),
  ),
];

function isSpecial(day: Day, calendar: Calendar): boolean {
  const off = calendar.breakAround(day);
  const ends = off !== null && off.special.length > 0 && [off.from, off.to].includes(day);
  return calendar.special(day) !== null || ends;
}

/** "23/11/2026 là ngày làm việc": as the calendar has it. */
function saysKind(day: Day, text: string, calendar: Calendar): boolean {
  const works = text.includes(`${written(day)} là ngày làm việc`) || text.includes('Làm việc lại:');
  const rests = text.includes(`${written(day)} là ngày nghỉ`);
  const kind = calendar.kindOf(day);
  return (works && kind === 'working') || (rests && kind === 'off');
}

interface Beside extends CalendarSources {
  readonly answer: AnswerLine;
}

/** What two days of the answer say together, when that is right. */
function relation(from: Day, to: Day, { answer, calendar, library }: Beside): string[] {
  if (from > to) return [];
  const both = [written(from), written(to)];
  const length = daysFrom(from, to);
  const between = workingDaysBetween(calendar, from, to);
  const counts = [
    [`nghỉ ${length + 1} ngày`, `${length + 1} ngày`],
    [`(${length + 1} ngày`, `${length + 1} ngày`],
    [`${length} ngày kể từ`, `${length} ngày`],
    [`${between?.most} ngày làm việc kể từ`, `${between?.most} ngày làm việc`],
    [`có ${between?.most} ngày làm việc`, `${between?.most} ngày làm việc`],
  ] as const;
  const said = counts.filter(([words]) => answer.text.includes(words)).map(([, fact]) => fact);
  const moved = from < to && /coi như tiếp nhận|Làm việc lại|kéo đến hết/u.test(answer.text);
  const next = moved && [0, 1].some((count) => addWorkingDays(calendar, from, count)?.latest === to);
  const due = answer.codes.some((code) => dueDays(code, from, { calendar, library }).includes(to));
  return [...said, ...(said.length > 0 || due || next ? both : [])];
}

function dueDays(code: string, day: Day, { calendar, library }: CalendarSources): Day[] {
  const entry = library.find(code);
  if (entry?.kind !== 'guide') return [];
  return limitsOf(entry.guide).flatMap(({ limit, atMost, cutOff }) =>
    [limit, atMost].flatMap((one) =>
      clocks.flatMap((clock) => {
        const due = dueDate({ calendar, accepted: { day, clock }, limit: one, cutOff, closes: '17:00' });
        return due ? [due.latest] : [];
      }),
    ),
  );
}
