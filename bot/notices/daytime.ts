/** Notices come by day: nobody's phone rings at night because a case moved. */

const zoneMs = 7 * 3_600_000;
const dayMs = 86_400_000;
/** In minutes after midnight in Vietnam. */
const from = 7 * 60 + 30;
const to = 20 * 60;

/** The moment itself by day, else the next 7:30 in Vietnam. */
export function nextDaytime(at: Date): Date {
  const local = at.getTime() + zoneMs;
  const minute = (((local % dayMs) + dayMs) % dayMs) / 60_000;
  if (minute >= from && minute < to) return at;
  const midnight = local - minute * 60_000;
  return new Date(midnight + (minute < from ? 0 : dayMs) + from * 60_000 - zoneMs);
}
