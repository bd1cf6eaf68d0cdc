/** Weeks as the calendar on the wall counts them (ISO 8601): from Monday to Sunday, `2026-W47`. Days are Vietnam's. */

export type IsoWeek = string;

const dayMs = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const textOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The day `days` after; before, when negative. */
export const addDays = (day: string, days: number): string => textOf(utc(day) + days * dayMs);

/** The week that a day falls into: the year is that of its Thursday. */
export function weekOf(day: string): IsoWeek {
  const thursday = utc(day) + (4 - (new Date(utc(day)).getUTCDay() || 7)) * dayMs;
  const year = new Date(thursday).getUTCFullYear();
  const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayMs)) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** Monday and Sunday of a week; `null` for one that does not exist, such as `2026-W54`. */
export function daysOfWeek(week: IsoWeek): { readonly from: string; readonly to: string } | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  if (!year || !number) return null;
  const fourth = `${year}-01-04`;
  const monday = addDays(fourth, 1 - (new Date(utc(fourth)).getUTCDay() || 7) + (Number(number) - 1) * 7);
  return weekOf(monday) === week ? { from: monday, to: addDays(monday, 6) } : null;
}

/** The instant at which a day begins in Vietnam. */
export const beginOf = (day: string): Date => new Date(`${day}T00:00:00+07:00`);
