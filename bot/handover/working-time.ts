/** Time that counts against an office: minutes in which it is open. */
import {
  type Calendar,
  hoursOn,
  instantOf,
  momentOf,
  opensAt,
  plusDays,
  type Week,
  weekOf,
} from '../../knowledge/index.ts';
import type { Unit, UnitDirectory } from '../units/unit-directory.ts';

/** Office hours (giờ hành chính), where a unit has entered none of its own: for counting, never for telling. */
const usualSpans = ['07:30-11:30', '13:30-17:00'];
const usualWeek: Week = {
  hours: {
    monday: usualSpans,
    tuesday: usualSpans,
    wednesday: usualSpans,
    thursday: usualSpans,
    friday: usualSpans,
  },
};

export interface WorkingTime {
  readonly isOpen: boolean;
  /** When it opens next; `null` while it is open, or where its hours are not known. */
  readonly opensAt: Date | null;
  /** The same, also while it is open. */
  readonly nextOpensAt: Date | null;
  /** The moment so many open minutes later. */
  after(minutes: number): Date;
}

export interface WorkingTimes {
  /** Of a commune's desk at a moment; `null`: of the installation's own. */
  of(unit: string | null, at: Date): WorkingTime;
}

export const openWorkingTimes = (units: UnitDirectory, calendar: Calendar): WorkingTimes => ({
  of(code, at) {
    const { desk }: Pick<Unit, 'desk'> = units.of(code);
    const week = desk ? weekOf(desk) : usualWeek;
    const { open, next } = opensAt(week, calendar, at);
    const nextOpensAt = desk && next ? instantOf(next.day, next.clock) : null;
    return {
      isOpen: open,
      opensAt: open ? null : nextOpensAt,
      nextOpensAt,
      after: (minutes) => openMinutesAfter({ week, calendar }, at, minutes),
    };
  },
});

interface Hours {
  readonly week: Week;
  readonly calendar: Calendar;
}

const minuteMs = 60_000;
/** How far ahead is looked; a desk that never opens counts by the clock. */
const farthest = 60;

function openMinutesAfter({ week, calendar }: Hours, at: Date, minutes: number): Date {
  let left = minutes * minuteMs;
  const { day } = momentOf(at);
  for (let ahead = 0; ahead <= farthest; ahead += 1) {
    const on = plusDays(day, ahead);
    for (const span of hoursOn(week, calendar, on).spans) {
      const from = Math.max(instantOf(on, span.slice(0, 5)).getTime(), at.getTime());
      const open = instantOf(on, span.slice(6)).getTime() - from;
      if (open <= 0) continue;
      if (left <= open) return new Date(from + left);
      left -= open;
    }
  }
  return new Date(at.getTime() + minutes * minuteMs);
}
