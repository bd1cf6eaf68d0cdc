/** The days that a message names, relative to the day of asking: "mai", "chiều thứ sáu", "20/12", "mùng 3 Tết". */
import { type Day, dayOn, daysFrom, lunarToDay, plusDays, tetOf, weekdayOf, weekdays } from '../../knowledge/index.ts';
import { vi } from '../understand/keyed.ts';
import { datedText } from './dated-text.ts';

export interface DaySaid {
  readonly day: Day;
  /** Where it stands in the dated text. */
  readonly from: number;
  readonly to: number;
  /** "thứ bảy" with no week named: the next one, or every one. */
  readonly anyWeek: boolean;
  /** Written or told as a day of the month or of Tết, not by a weekday or "mai". */
  readonly dated: boolean;
}

/** Days before today that a date without its year may still mean. */
const usuallyAgo = 92;

interface Now {
  readonly today: Day;
  readonly longestAgo: number;
}

interface Rule {
  readonly pattern: RegExp;
  /** `null` when it is no day after all. */
  read(match: RegExpExecArray, now: Now, text: string): Day | null;
  readonly anyWeek?: boolean;
  readonly dated?: boolean;
}

/** "sinh con thứ ba", "lần thứ hai" count; they name no weekday. */
const weekday =
  '(?<!(?:con|đứa|lần|bé|cháu|vợ|chồng|người|bản|hàng|điều|trẻ|số|hạng|loại|nhà) )(thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn)';
const nextWeek = '(?:tuần (?:sau|tới)|tới)';
const lastWeek = '(?:tuần (?:trước|rồi|vừa rồi)|vừa rồi|hôm trước|rồi)';

const rules: readonly Rule[] = [
  {
    pattern: vi`\b(?:ngày |mùng |mồng )?(\d{1,2}) tháng (\d{1,2}|giêng|chạp)(?! ngày\b)(?: (?:năm|\.) (\d{4}))?(?: (âm))?\b`,
    read: readDate,
    dated: true,
  },
  {
    pattern: vi`\b(?:mùng|mồng) (\d{1,2}) tết\b`,
    read: ([, date], { today }) => dayOfTet(Number(date), today),
    dated: true,
  },
  { pattern: vi`\b(2\d|30) tết\b`, read: ([, date], { today }) => dayBeforeTet(Number(date), today), dated: true },
  {
    pattern: vi`\b(?:noel|nô en|giáng sinh)\b`,
    read: (_match, now) => nearest(now, (year) => dayOn(year, 12, 25)),
    dated: true,
  },
  {
    pattern: vi`\b(?:giao thừa|đêm ba mươi)\b`,
    read: (_match, { today }) => plusDays(nextTet(today), -1),
    dated: true,
  },
  { pattern: vi`\b${weekday}(?: (?:\S+ )?tuần) này\b`, read: ([, name], { today }) => inWeek(name, today, 0) },
  { pattern: vi`\b${weekday} ${nextWeek}\b`, read: ([, name], { today }) => inWeek(name, today, 1) },
  { pattern: vi`\b${weekday} ${lastWeek}\b`, read: ([, name], { today }) => inWeek(name, today, -1) },
  { pattern: vi`\b${weekday} này\b`, read: ([, name], { today }) => next(name, today) },
  { pattern: vi`\b${weekday}\b`, read: ([, name], { today }) => next(name, today), anyWeek: true },
  {
    pattern: vi`\b(?:hôm|bữa|ngày|sáng|trưa|chiều|tối) (?:nay|ni)\b|\b(?:bây giờ|giờ này|lúc này|ngay bây giờ)\b`,
    read: (_match, { today }) => today,
  },
  {
    pattern: vi`\b(?:ngày|sáng|trưa|chiều|tối|bữa) mai\b|^mai\b(?! (?:táng|mối)\b)|(?<!(?:chị|cô|bà|em|bé|tên|hoa|con|cháu|thị|bạn|ngày|sáng|trưa|chiều|tối) )\bmai(?= (?:\S+ ){0,2}(?:nộp|ra|đi|lên|đem|mang|tới|ghé|làm)\b)`,
    read: (_match, { today }) => plusDays(today, 1),
  },
  { pattern: vi`\b(?:ngày|sáng|trưa|chiều|tối|bữa) (?:mốt|kia)\b`, read: (_match, { today }) => plusDays(today, 2) },
  { pattern: vi`\b(?:hôm|bữa|sáng|trưa|chiều|tối) qua\b`, read: (_match, { today }) => plusDays(today, -1) },
  { pattern: vi`\b(?:hôm|bữa) kia\b`, read: (_match, { today }) => plusDays(today, -2) },
  {
    pattern: vi`\b(\d{1,2}) (?:ngày|hôm|bữa) (?:nữa|tới)\b`,
    read: ([, count], { today }) => plusDays(today, Number(count)),
  },
  { pattern: vi`\b(?:đầu )?tuần (?:sau|tới)\b`, read: (_match, { today }) => inWeek('2', today, 1) },
  {
    pattern: vi`\b(?:ngày|mùng|mồng) (\d{1,2})(?! (?:ngày|tháng|giờ|làm|công|lần|tết|\d)\b)(?= |$)`,
    read: ([, date], { today }) => dayOfMonth(Number(date), today),
    dated: true,
  },
];

const readers = rules.map((rule) => ({ rule, everywhere: new RegExp(rule.pattern.source, 'g') }));

/**
 * In the order in which they stand; a piece of text names one day at most.
 *
 * @param longestAgo how many days back a date without its year may lie: "2/9" in November is next year's for who asks
 *   whether the office is open, and this year's for who has handed something in.
 */
export function daysSaid(text: string, today: Day, longestAgo = usuallyAgo): DaySaid[] {
  const dated = datedText(text);
  const found: DaySaid[] = [];
  for (const { rule, everywhere } of readers) {
    for (const match of dated.matchAll(everywhere)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (found.some((one) => from < one.to && one.from < to)) continue;
      const day = rule.read(match, { today, longestAgo }, dated);
      if (day) found.push({ day, from, to, anyWeek: rule.anyWeek ?? false, dated: rule.dated ?? false });
    }
  }
  const inOrder = found.toSorted((a, b) => a.from - b.from);
  return inOrder.filter((one, index) => !namesDate(one, inOrder[index + 1], dated));
}

/** "thứ hai, ngày 12/10": the weekday is said of the date behind it. */
const namesDate = ({ anyWeek, to }: DaySaid, next: DaySaid | undefined, dated: string): boolean =>
  anyWeek && next?.dated === true && /^[ ,]*$/.test(dated.slice(to, next.from));

const namesOfWeekdays = [vi`^hai$`, vi`^ba$`, vi`^tư$`, vi`^năm$`, vi`^sáu$`, vi`^bảy$`];

/** 0 is Monday. */
function weekdayIndex(name = ''): number {
  const last = name.split(' ').at(-1) ?? '';
  if (/^\d$/.test(last)) return Number(last) - 2;
  const index = namesOfWeekdays.findIndex((pattern) => pattern.test(last));
  return index >= 0 ? index : 6;
}

const indexOf = (day: Day) => weekdays.indexOf(weekdayOf(day));
const inWeek = (name: string | undefined, today: Day, weeks: number): Day =>
  plusDays(today, weekdayIndex(name) - indexOf(today) + 7 * weeks);
const next = (name: string | undefined, today: Day): Day =>
  plusDays(today, (weekdayIndex(name) - indexOf(today) + 7) % 7);

const yearWords = vi`\bnăm (\d{4})\b`;
const nextYear = vi`\b(?:năm (?:sau|tới)|sang năm)\b`;
const lastYear = vi`\bnăm (?:ngoái|trước)\b`;
const thisYear = vi`\bnăm nay\b`;

/** The year that the message names; `null` when it names none. */
export function yearSaid(text: string, today: Day): number | null {
  const dated = datedText(text);
  const year = Number(today.slice(0, 4));
  const written = yearWords.exec(dated)?.[1] ?? /\b(20[2-4]\d)\b/.exec(dated)?.[1];
  if (written) return Number(written);
  if (nextYear.test(dated)) return year + 1;
  if (lastYear.test(dated)) return year - 1;
  return thisYear.test(dated) ? year : null;
}

function readDate([, date, month, written, lunar]: RegExpExecArray, now: Now, text: string): Day | null {
  const lunarMonth = vi`^giêng$`.test(month ?? '') ? 1 : vi`^chạp$`.test(month ?? '') ? 12 : null;
  const year = written ? Number(written) : yearSaid(text, now.today);
  if (lunarMonth || lunar) return lunarDate(Number(date), lunarMonth ?? Number(month), { ...now, year });
  if (year !== null) return dayOn(year, Number(month), Number(date));
  return nearest(now, (one) => dayOn(one, Number(month), Number(date)));
}

function lunarDate(date: number, month: number, { year, ...now }: Now & { readonly year: number | null }): Day | null {
  if (date < 1 || date > 30 || month > 12) return null;
  const of = (one: number) => lunarToDay({ year: one, month, day: date });
  return year === null ? nearest(now, of) : of(year);
}

/** The first of last year's, this year's and next year's that is not long ago. */
function nearest({ today, longestAgo }: Now, of: (year: number) => Day | null): Day | null {
  const year = Number(today.slice(0, 4));
  const days = [year - 1, year, year + 1, year + 2].flatMap((one) => of(one) ?? []);
  return days.find((day) => daysFrom(today, day) >= -longestAgo) ?? null;
}

/** Mùng 1 of the Tết that is near or comes next: that of some days ago still counts. */
function nextTet(today: Day): Day {
  const year = Number(today.slice(0, 4));
  const tet = tetOf(year);
  return daysFrom(today, tet) >= -15 ? tet : tetOf(year + 1);
}

const dayOfTet = (date: number, today: Day): Day | null =>
  date >= 1 && date <= 15 ? plusDays(nextTet(today), date - 1) : null;

/** "29 Tết": the 29th of tháng Chạp; "30 Tết" is the last day of the year, whatever its number. */
function dayBeforeTet(date: number, today: Day): Day | null {
  const tet = nextTet(today);
  if (date === 30) return plusDays(tet, -1);
  const year = Number(tet.slice(0, 4)) - 1;
  return lunarToDay({ year, month: 12, day: date });
}

function dayOfMonth(date: number, today: Day): Day | null {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const here = dayOn(year, month, date);
  if (here && here >= today) return here;
  return month === 12 ? dayOn(year + 1, 1, date) : dayOn(year, month + 1, date);
}
