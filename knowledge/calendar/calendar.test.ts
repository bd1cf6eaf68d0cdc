/** The shipped days off, year by year, against the published notices as they were announced to civil servants. */
import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from './calendar.ts';
import { type Day, plusDays, weekdayOf } from './day.ts';
import { hungKingsOf, lunarOf, lunarToDay, tetOf } from './lunar-days.ts';
import { law, shipped, unsure, yearWith } from './test-calendar.ts';

const daysOf = (year: number): Day[] => {
  const days: Day[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = plusDays(day, 1)) days.push(day);
  return days;
};
const isWeekend = (day: Day) => ['saturday', 'sunday'].includes(weekdayOf(day));
const weekdaysOff = (year: number) =>
  daysOf(year)
    .filter((day) => !isWeekend(day) && shipped.kindOf(day) === 'off')
    .map((day) => day.slice(5));
const weekendsWorked = (year: number) =>
  daysOf(year)
    .filter((day) => isWeekend(day) && shipped.kindOf(day) === 'working')
    .map((day) => day.slice(5));

describe('the days off from Monday to Friday', () => {
  it.each([
    // 5015/TB-LĐTBXH: Tết from Thursday 8 to Wednesday 14 February; 2 and 3 September. 2450/VPCP-KGVX: 29 April for 4 May.
    [2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03', '05-04'],
    // 6150/TB-BLĐTBXH: Tết from Monday 27 to Friday 31 January; 1 and 2 September; 2 May for 26 April.
    [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02', '04-26'],
    // 9441/TB-BNV: Tết from Monday 16 to Friday 20 February; 1 and 2 September; 31 August for 22 August.
    // 12729/VPCP-KGVX: 2 January for 10 January. Giỗ Tổ on Sunday 26 April: 27 April. 28/2026/QH16: 24 November.
    [2026, '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24', '01-10 08-22'],
    // 10065/VPCP-KGVX: Tết from Thursday 4 to Wednesday 10 February; 2 and 3 September. 1 May on Saturday: 3 May.
    [2027, '01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24', ''],
  ])('in %d are those of the notices', (year, off, worked) => {
    expect(weekdaysOff(year).join(' ')).toBe(off);
    expect(weekendsWorked(year).join(' ')).toBe(worked);
  });

  it.each([
    ['2024-02-10', '2024-02-08', '2024-02-14', 7],
    ['2024-04-30', '2024-04-27', '2024-05-01', 5],
    ['2025-01-29', '2025-01-25', '2025-02-02', 9],
    ['2025-05-02', '2025-04-30', '2025-05-04', 5],
    ['2025-09-02', '2025-08-30', '2025-09-02', 4],
    ['2026-01-02', '2026-01-01', '2026-01-04', 4],
    ['2026-02-17', '2026-02-14', '2026-02-22', 9],
    ['2026-09-02', '2026-08-29', '2026-09-02', 5],
    ['2026-11-24', '2026-11-24', '2026-11-24', 1],
    ['2027-02-06', '2027-02-04', '2027-02-10', 7],
    ['2027-09-02', '2027-09-02', '2027-09-05', 4],
  ])('around %s are one break from %s to %s, %d days, as announced', (day, from, to, count) => {
    const found = shipped.breakAround(day);
    expect([found?.from, found?.to]).toEqual([from, to]);
    expect(daysOf(Number(day.slice(0, 4))).filter((one) => from <= one && one <= to)).toHaveLength(count);
  });

  it('rest each on a text that is named', () => {
    const special = [2024, 2025, 2026, 2027].flatMap((year) => shipped.year(year)?.days ?? []);
    expect(special.length).toBeGreaterThan(50);
    for (const day of special) expect(shipped.decision(day).number).toMatch(/^\d+\/[\w-]/u);
  });
});

describe('makeCalendar', () => {
  it('knows nothing outside its years, instead of guessing', () => {
    expect(shipped.kindOf('2023-12-29')).toBe('unknown');
    expect(shipped.kindOf('2028-01-03')).toBe('unknown');
  });

  it('is unsure of an announced day until its text is named', () => {
    expect(unsure.kindOf('2026-11-24')).toBe('unsure');
    expect(unsure.kindOf('2026-11-23')).toBe('working');
  });

  it('refuses years with a gap between them, and none at all', () => {
    expect(() => makeCalendar([yearWith([]), yearWith([], { year: 2028 })], [law])).toThrow(/before 2028/);
    expect(() => makeCalendar([], [])).toThrow(RangeError);
  });
});

describe('the lunar calendar', () => {
  it.each([
    [2024, '2024-02-10', '2024-04-18'],
    [2025, '2025-01-29', '2025-04-07'],
    [2026, '2026-02-17', '2026-04-26'],
    [2027, '2027-02-06', '2027-04-16'],
  ])('puts mùng 1 Tết and Giỗ Tổ of %d on %s and %s', (year, tet, kings) => {
    expect(tetOf(year)).toBe(tet);
    expect(hungKingsOf(year)).toBe(kings);
    expect(shipped.special(tet)).toMatchObject({ holiday: 'tet', kind: 'holiday' });
    expect(shipped.special(kings)).toMatchObject({ holiday: 'hung-kings', kind: 'holiday' });
  });

  it('agrees with the lunar days that the notices name', () => {
    // 6150/TB-BLĐTBXH: 25 January 2025 is 26 tháng Chạp. 9441/TB-BNV: 14 and 22 February 2026 are 27 Chạp and mùng 6.
    expect(lunarOf('2025-01-25')).toEqual({ year: 2024, month: 12, day: 26, leap: false });
    expect(lunarOf('2026-02-14')).toEqual({ year: 2025, month: 12, day: 27, leap: false });
    expect(lunarOf('2026-02-22')).toEqual({ year: 2026, month: 1, day: 6, leap: false });
  });

  it('has no 30th in a month of 29 days, and no day far outside our time', () => {
    expect(lunarToDay({ year: 2025, month: 12, day: 30 })).toBeNull();
    expect(lunarToDay({ year: 2024, month: 12, day: 29 })).toBe('2025-01-28');
    expect(lunarToDay({ year: 99_999, month: 1, day: 1 })).toBeNull();
    expect(() => tetOf(99_999)).toThrow(RangeError);
  });

  it('comes back to the same day by way of its lunar date, on every day of 2024 to 2027', () => {
    const lost = [2024, 2025, 2026, 2027].flatMap(daysOf).filter((day) => {
      const { leap, ...date } = lunarOf(day);
      return !leap && lunarToDay(date) !== day;
    });
    expect(lost).toEqual([]);
  });
});
