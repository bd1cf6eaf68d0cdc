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

const solarOf = (year: number, month: number, day: number): Day => {
  const date = new lunar.LunarDate({ year, month, day });
  date.init();
  const solar = date.toSolarDate().get();
  return dayOn(solar.year, solar.month, solar.day) ?? '';
};

/** Mùng 1 tháng Giêng. Known to agree with the published calendars for 2024 to 2027. */
export const tetOf = (year: number): Day => solarOf(year, 1, 1);

/** Giỗ Tổ Hùng Vương, mùng 10 tháng 3. */
export const hungKingsOf = (year: number): Day => solarOf(year, 3, 10);

/** The day of a lunar date that is not in a leap month. */
export const lunarToDay = (date: Omit<LunarDay, 'leap'>): Day => solarOf(date.year, date.month, date.day);

export function lunarOf(day: Day): LunarDay {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const found = new lunar.SolarDate({ year, month, day: date }).toLunarDate().get();
  return { year: found.year, month: found.month, day: found.day, leap: found.leap_month };
}
