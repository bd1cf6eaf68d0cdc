/** Weeks begin on Monday, by the clock of Viet Nam. */
import { dayInVietnam, plusDays } from '../../../knowledge/index.ts';

export interface Week {
  /** `2026-11-16`. */
  readonly monday: string;
  readonly from: Date;
  /** The next Monday's first moment. */
  readonly until: Date;
}

export function weekFrom(monday: string): Week {
  const startOf = (day: string) => new Date(`${day}T00:00:00+07:00`);
  return { monday, from: startOf(monday), until: startOf(plusDays(monday, 7)) };
}

/** The last one that is over. */
export function lastFullWeek(now: Date): Week {
  const today = dayInVietnam(now);
  const sinceMonday = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7;
  return weekFrom(plusDays(today, -sinceMonday - 7));
}
