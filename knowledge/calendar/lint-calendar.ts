/** What is wrong with the calendar's files, and what somebody should look at. */
import { daysBetween } from '../day.ts';
import { daysUntilStale } from '../lint/lint-dates.ts';
import type { LintNote } from '../lint/lint-note.ts';
import { weekdayOf } from './day.ts';
import type { CalendarFiles } from './load-calendar.ts';
import { hungKingsOf, tetOf } from './lunar-days.ts';
import type { CalendarYear, Decision, SpecialDay } from './special-day.ts';

/**
 * Notes with `code` `calendar:2026`. Errors: a day without its decision, twice, in another year's file, a make-up day
 * that stands for no swapped day, Tết or Giỗ Tổ beside the lunar calendar. Warnings: a day that is not certain, a notice
 * not published, a text known by reports only, a year not looked at for long, a calendar that ends
 * soon.
 *
 * @param today `2026-11-22`.
 */
export function lintCalendar({ years, decisions }: CalendarFiles, today: string): LintNote[] {
  const known = new Set(decisions.map(({ id }) => id));
  return [
    ...decisions.flatMap(lintDecision),
    ...years.flatMap((year) => [
      ...lintYear(year, known, today),
      ...lintDays(year, known),
      ...lintSwaps(year),
      ...lintLunar(year),
    ]),
    ...lintGap(years),
    ...lintEnd(years, today),
  ];
}

type Grade = LintNote['grade'];
const note = (year: CalendarYear | string, path: string, says: string, grade: Grade = 'error'): LintNote => ({
  grade,
  code: `calendar:${typeof year === 'string' ? year : year.year}`,
  path,
  says,
});

const lintDecision = ({ id, number, seen }: Decision): LintNote[] =>
  seen === 'report'
    ? [note('decisions', id, `${number} is known by reports: read the text, then write seen: original`, 'warning')]
    : [];

function lintYear(year: CalendarYear, known: ReadonlySet<string>, today: string): LintNote[] {
  const age = daysBetween(year.checkedOn, today);
  return [
    ...(year.notice === null
      ? [note(year, 'notice', 'not published: Tết and National Day are reckoned by the law', 'warning')]
      : known.has(year.notice)
        ? []
        : [note(year, 'notice', `no decision ${year.notice}: write it into decisions.yaml`)]),
    ...(age > daysUntilStale && year.mayChange ? [note(year, 'checkedOn', `stale: ${age} days ago`, 'warning')] : []),
    ...(age < 0 ? [note(year, 'checkedOn', `${year.checkedOn} is in the future`)] : []),
  ];
}

function lintDays(year: CalendarYear, known: ReadonlySet<string>): LintNote[] {
  const seen = new Set<string>();
  return year.days.flatMap(({ day, kind, basis, certain }) => {
    const weekend = ['saturday', 'sunday'].includes(weekdayOf(day));
    const notes: LintNote[] = [];
    if (!known.has(basis)) notes.push(note(year, day, `rests on no decision: ${basis} is not in decisions.yaml`));
    if (!day.startsWith(`${year.year}-`)) notes.push(note(year, day, 'belongs into the file of another year'));
    if (seen.has(day)) notes.push(note(year, day, 'stands twice'));
    if (kind === 'make-up' && !weekend) notes.push(note(year, day, 'is worked anyway: a make-up day is a weekend day'));
    if ((kind === 'swapped' || kind === 'in-lieu') && weekend)
      notes.push(note(year, day, 'is off anyway: only a working day is swapped or given in lieu'));
    if (!certain) notes.push(note(year, day, `not certain: name the text that decides it (${basis})`, 'warning'));
    seen.add(day);
    return notes;
  });
}

/** Each swapped day is made up once, by a day of the same file. */
function lintSwaps(year: CalendarYear): LintNote[] {
  const of = (kind: SpecialDay['kind']) => year.days.filter((day) => day.kind === kind);
  const swapped = of('swapped').map(({ day }) => day);
  const madeUp = of('make-up').map(({ instead }) => instead);
  return [
    ...swapped
      .filter((day) => madeUp.filter((one) => one === day).length !== 1)
      .map((day) => note(year, day, 'is swapped, and not made up by exactly one day')),
    ...of('make-up')
      .filter(({ instead }) => !swapped.includes(instead ?? ''))
      .map(({ day }) => note(year, day, 'makes up for no swapped day: write instead: and that day')),
  ];
}

function lintLunar(year: CalendarYear): LintNote[] {
  const days = (holiday: SpecialDay['holiday']) =>
    year.days.filter((day) => day.holiday === holiday && day.kind === 'holiday').map(({ day }) => day);
  const [tet, kings] = [tetOf(year.year), hungKingsOf(year.year)];
  return [
    ...(days('tet').includes(tet) ? [] : [note(year, tet, 'is mùng 1 Tết and not among the days of Tết')]),
    ...(days('tet').length === 5 ? [] : [note(year, tet, `Tết has ${days('tet').length} days; the law gives five`)]),
    ...(days('hung-kings').join() === kings
      ? []
      : [note(year, kings ?? '(day)', 'is mùng 10 tháng 3 and not the day of Giỗ Tổ')]),
  ];
}

/** Promised days reach into the next year: it is wanted before this one is over. */
const daysBeforeEnd = 120;

function lintEnd(years: readonly CalendarYear[], today: string): LintNote[] {
  const last = Math.max(...years.map(({ year }) => year));
  const left = daysBetween(today, `${last}-12-31`);
  return left < daysBeforeEnd
    ? [note(String(last), '(file)', `ends in ${left} days: write years/${last + 1}.yaml`, 'warning')]
    : [];
}

const lintGap = (years: readonly CalendarYear[]): LintNote[] =>
  years
    .map(({ year }) => year)
    .toSorted((a, b) => a - b)
    .flatMap((year, index, all) =>
      index > 0 && year !== (all[index - 1] ?? 0) + 1
        ? [note(String(year), '(file)', 'follows a year without data')]
        : [],
    );
