/** Days as they stand in the knowledge: `2026-11-21`, in Vietnam. They compare as strings. */
import { z } from 'zod';

/** A date as the record or the editor gives it. `null` in a guide means that no source gives it. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written 2026-11-21');

/** The day in Vietnam at a moment: that of the editors who write `checkedOn`, and of the citizen who asks. */
export const dayInVietnam = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

/** Whole days from `from` to `to`; negative when `to` is earlier, NaN for a day that does not exist. */
export const daysBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The day before. */
export const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** The last day of a month, `2026-02` → `2026-02-28`. */
export const lastDayOf = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

/** From this day districts no longer exist: communes and provinces took their procedures over (Nghị quyết 203/2025/QH15). */
export const twoTiersSince = '2025-07-01';
