/** How a desk works on the day of a moment, in words: for a screen that shows it all day. */
import { type Calendar, hoursOn, momentOf, weekOf } from '../../knowledge/index.ts';
import { whatIs } from '../calendar/name-days.ts';
import { hoursOfDay, hoursText, inSeason, isOpen, nextOpening, noteOfDay } from '../desk.ts';
import type { Speech } from '../texts/speech.ts';
import type { ReceptionPoint } from './unit-directory.ts';

export interface OfficeDay {
  readonly open: boolean;
  /** '' when it is closed the whole day. */
  readonly today: string;
  readonly week: string;
  /** `null` while it is open, and for a desk that never opens. */
  readonly opensNext: string | null;
  /** Why the day is not like its week; `null` where it is. */
  readonly note: string | null;
}

export interface DayOf {
  readonly at: Date;
  readonly calendar: Calendar;
  readonly speech: Speech;
}

export function officeDay(point: ReceptionPoint, { at, calendar, speech }: DayOf): OfficeDay {
  const { day } = momentOf(at);
  const open = isOpen(point, at, calendar);
  const { because } = hoursOn(weekOf(point), calendar, day);
  return {
    open,
    today: hoursOfDay(point, day, calendar),
    week: hoursText(inSeason(point, at)),
    opensNext: open ? null : nextOpening(point, at, calendar),
    note: noteOfDay(point, at) ?? (because && whatIs(speech, because)),
  };
}

/** Day and clock of a moment in the office, whatever clock the machine there has: `2026-11-23`, `09:00`. */
export const officeMoment = (at: Date): { readonly day: string; readonly clock: string } => momentOf(at);
