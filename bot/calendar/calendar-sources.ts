/** The texts of the State that what is said of days rests on. */
import type { Calendar, Day, SpecialDay } from '../../knowledge/index.ts';
import type { Source } from '../answer.ts';

/** One source for each text behind these days. */
export function sourcesOfDays(calendar: Calendar, days: readonly SpecialDay[]): Source[] {
  const decisions = new Map(days.map((day) => [day.basis, calendar.decision(day)] as const));
  return [...decisions.values()].map(({ number, title, issuer, on, url }) => ({
    code: null,
    section: 'time',
    title,
    url,
    decision: number,
    edition: issuer,
    validFrom: on,
    checkedOn: calendar.year(Number(days[0]?.day.slice(0, 4)))?.checkedOn ?? '',
  }));
}

/** The special days from `from` to `to`, both included. */
export function specialBetween(calendar: Calendar, from: Day, to: Day): SpecialDay[] {
  const years = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return [...new Set(years)]
    .flatMap((year) => calendar.year(year)?.days ?? [])
    .filter(({ day }) => from <= day && day <= to);
}
