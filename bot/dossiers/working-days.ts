/** How late a promised moment is. The only place where dossiers count days. */

/** In working days after the promised day, today counted; `null` when the calendar does not reach so far. */
export type DaysLate = (promisedAt: Date, now: Date) => number | null;

const dayMs = 86_400_000;
/** Vietnam has one zone and no summer time. */
const zoneMs = 7 * 3_600_000;
const dayNumber = (at: Date): number => Math.floor((at.getTime() + zoneMs) / dayMs);
/** Day 0, 1 January 1970, was a Thursday. */
const isWeekend = (day: number): boolean => [2, 3].includes(((day % 7) + 7) % 7);

/** Counts Monday to Friday and knows no holiday: for where no calendar is given. */
export const weekdaysLate: DaysLate = (promisedAt, now) => {
  const [from, to] = [dayNumber(promisedAt), dayNumber(now)];
  const weeks = Math.max(0, Math.floor((to - from) / 7));
  let late = weeks * 5;
  for (let day = from + weeks * 7 + 1; day <= to; day += 1) if (!isWeekend(day)) late += 1;
  return late;
};
