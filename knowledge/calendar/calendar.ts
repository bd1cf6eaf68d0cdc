/** The working days of Vietnam's offices: weekends, holidays, days in lieu, swapped days, make-up days. Depends on its data alone. */
import { type Day, plusDays, weekdayOf } from './day.ts';
import type { CalendarYear, Decision, SpecialDay } from './special-day.ts';

/**
 * `unsure`: off or working by a text that nobody has named yet, so that both must be reckoned with.
 * `unknown`: outside the years of the data.
 */
export type DayKind = 'working' | 'off' | 'unsure' | 'unknown';

export interface Calendar {
  /** The first and the last day that is known. */
  readonly from: Day;
  readonly to: Day;
  kindOf(day: Day): DayKind;
  /** What is special about a day; `null` for a plain weekday or weekend. */
  special(day: Day): SpecialDay | null;
  /** The whole break that a day off belongs to, weekends at its ends included; `null` for a day that is worked. */
  breakAround(day: Day): Break | null;
  /** `null` for a year without data. */
  year(year: number): CalendarYear | null;
  /** The text that a special day rests on. */
  decision(day: SpecialDay): Decision;
  readonly decisions: readonly Decision[];
}

export interface Break {
  readonly from: Day;
  readonly to: Day;
  /** Its special days in order; none for a plain weekend. */
  readonly special: readonly SpecialDay[];
}

/** @throws {RangeError} when the years have a gap, or a day names a decision that is not there. */
export function makeCalendar(years: readonly CalendarYear[], decisions: readonly Decision[]): Calendar {
  const sorted = years.toSorted((a, b) => a.year - b.year);
  const gap = sorted.find((year, index) => index > 0 && year.year !== (sorted[index - 1]?.year ?? 0) + 1);
  if (gap || sorted.length === 0) throw new RangeError(`calendar: no data for the year before ${gap?.year ?? 'any'}`);
  const specialDays = new Map(sorted.flatMap(({ days }) => days.map((day) => [day.day, day] as const)));
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const [from, to] = [`${sorted[0]?.year}-01-01`, `${sorted.at(-1)?.year}-12-31`];
  const kindOf = (day: Day): DayKind => {
    if (day < from || day > to) return 'unknown';
    const special = specialDays.get(day);
    if (special) return special.certain ? (special.kind === 'make-up' ? 'working' : 'off') : 'unsure';
    return ['saturday', 'sunday'].includes(weekdayOf(day)) ? 'off' : 'working';
  };
  return {
    from,
    to,
    kindOf,
    special: (day) => specialDays.get(day) ?? null,
    breakAround: (day) => breakAround(day, kindOf, specialDays),
    year: (year) => sorted.find((one) => one.year === year) ?? null,
    decision: ({ basis }) => {
      const decision = byId.get(basis);
      if (!decision) throw new RangeError(`calendar: no decision ${basis}: write it into decisions.yaml`);
      return decision;
    },
    decisions,
  };
}

function breakAround(day: Day, kindOf: (day: Day) => DayKind, specialDays: ReadonlyMap<Day, SpecialDay>): Break | null {
  const off = (one: Day) => kindOf(one) === 'off' || (kindOf(one) === 'unsure' && one === day);
  if (!off(day)) return null;
  let [from, to] = [day, day];
  while (off(plusDays(from, -1))) from = plusDays(from, -1);
  while (off(plusDays(to, 1))) to = plusDays(to, 1);
  const special: SpecialDay[] = [];
  for (let one = from; one <= to; one = plusDays(one, 1)) {
    const found = specialDays.get(one);
    if (found) special.push(found);
  }
  return { from, to, special };
}
