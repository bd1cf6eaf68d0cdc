/** The clock of an invented office: Monday to Friday, morning and afternoon, Vietnam's time. */

export const hour = 3_600_000;
export const day = 24 * hour;
const zone = 7 * hour;

/** On Vietnam's clock, to the second. */
export const isoOf = (ms: number): string => `${new Date(ms + zone).toISOString().slice(0, 19)}+07:00`;

/**
 * The moment of that day when the desk is open; a weekend's is on the Friday before.
 *
 * @param part how much of the desk's day has passed, 0 to 1; by default as much as of the whole day.
 */
export function atDesk(ms: number, part = ((ms + zone) % day) / day): number {
  const midnight = Math.floor((ms + zone) / day) * day;
  const weekday = new Date(midnight).getUTCDay();
  const back = weekday === 0 ? 2 : weekday === 6 ? 1 : 0;
  const worked = part * 7.5 * hour;
  const opened = worked < 4 * hour ? 7.5 * hour : 9.5 * hour;
  return midnight - back * day + opened + worked - zone;
}
