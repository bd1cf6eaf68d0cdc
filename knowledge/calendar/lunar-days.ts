/** Days of the lunar calendar as Vietnam keeps it (UTC+7): Tết, Giỗ Tổ, "mùng 3 Tết". */
import lunar from '@nghiavuive/lunar_date_vi';
import { type Day, dayOn } from './day.ts';

export interface LunarDay {
  readonly year: number;
  /** 1 to 12; 12 is tháng Chạp. */
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
}

/** `null` for what is no day of the lunar calendar (30 of a month of 29 days), and far outside our time. */
function solarOf(year: number, month: number, day: number): Day | null {
  try {
    const date = new lunar.LunarDate({ year, month, day });
    date.init();
    const solar = date.toSolarDate().get();
    const found = dayOn(solar.year, solar.month, solar.day);
    const back = found && lunarOf(found);
    return back && back.month === month && back.day === day && !back.leap ? found : null;
  } catch {
    return null;
  }
}

/** Mùng 1 tháng Giêng. Known to agree with the published calendars for 2024 to 2027. @throws {RangeError} outside 1900 to 2100. */
export function tetOf(year: number): Day {
  const tet = solarOf(year, 1, 1);
  if (tet === null) throw new RangeError(`tetOf: no lunar calendar for ${year}`);
  return tet;
}

/** Giỗ Tổ Hùng Vương, mùng 10 tháng 3; `null` where there is no lunar calendar. */
export const hungKingsOf = (year: number): Day | null => solarOf(year, 3, 10);

/** The day of a lunar date that is not in a leap month; `null` when there is none. */
export const lunarToDay = (date: Omit<LunarDay, 'leap'>): Day | null => solarOf(date.year, date.month, date.day);

/** @throws {Error} far outside our time. */
export function lunarOf(day: Day): LunarDay {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const found = new lunar.SolarDate({ year, month, day: date }).toLunarDate().get();
  return { year: found.year, month: found.month, day: found.day, leap: found.leap_month };
}
