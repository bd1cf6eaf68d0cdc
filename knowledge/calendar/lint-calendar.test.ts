import { describe, expect, it } from '@jest/globals';
import { lintCalendar } from './lint-calendar.ts';
import { readCalendarFiles } from './load-calendar.ts';
import type { CalendarYear } from './special-day.ts';

const files = readCalendarFiles(import.meta.dirname);
const today = '2026-11-22';
const of2026 = files.years.find(({ year }) => year === 2026) as CalendarYear;
/** Errors and warnings of the shipped files with 2026 changed. */
const with2026 = (days: CalendarYear['days'], rest: Partial<CalendarYear> = {}) => {
  const years = files.years.map((year) => (year.year === 2026 ? { ...of2026, days, ...rest } : year));
  return lintCalendar({ ...files, years }, today);
};
const errorsOf = (notes: ReturnType<typeof lintCalendar>) =>
  notes.filter(({ grade }) => grade === 'error').map(({ path, says }) => `${path} ${says}`);
const changed = (day: string, change: Partial<CalendarYear['days'][number]>) =>
  of2026.days.map((one) => (one.day === day ? { ...one, ...change } : one));

describe('lintCalendar', () => {
  it('finds no error in the shipped calendar', () => {
    expect(errorsOf(lintCalendar(files, today))).toEqual([]);
  });

  it.each([
    ['a holiday without its decision', changed('2026-11-24', { basis: 'hearsay' }), /2026-11-24 rests on no decision/],
    ['a day that stands twice', [...of2026.days, ...of2026.days.slice(0, 1)], /2026-01-01 stands twice/],
    ['a day of another year', changed('2026-11-24', { day: '2025-11-24' }), /2025-11-24 belongs/],
    [
      'a make-up day that is worked anyway',
      changed('2026-08-22', { day: '2026-08-21' }),
      /2026-08-21 is worked anyway/,
    ],
    ['a swapped weekend', changed('2026-08-31', { day: '2026-08-30' }), /2026-08-30 is off anyway/],
    ['a swap that nobody makes up for', of2026.days.filter(({ day }) => day !== '2026-08-22'), /2026-08-31 is swapped/],
    ['a make-up day for nothing', changed('2026-08-22', { instead: '2026-08-28' }), /2026-08-22 makes up/],
    ['Tết beside the lunar calendar', changed('2026-02-17', { day: '2026-02-21' }), /2026-02-17 is mùng 1 Tết/],
    ['Tết with too few days', of2026.days.filter(({ day }) => day !== '2026-02-20'), /Tết has 4 days/],
    ['Giỗ Tổ beside the lunar calendar', changed('2026-04-26', { day: '2026-04-25' }), /mùng 10 tháng 3/],
  ])('stops at %s', (_what, days, says) => {
    expect(errorsOf(with2026(days)).join('\n')).toMatch(says);
  });

  it('stops at a year that follows a gap, and at a notice that is not among the decisions', () => {
    const years = files.years.filter(({ year }) => year !== 2026);
    expect(errorsOf(lintCalendar({ ...files, years }, today)).join()).toMatch(/follows a year without data/);
    expect(errorsOf(with2026(of2026.days, { notice: 'gone' })).join()).toMatch(/no decision gone/);
  });

  it('warns of a day that is not certain, of a notice not published, and of texts known by reports', () => {
    const warnings = with2026(changed('2026-11-24', { certain: false }), { notice: null })
      .filter(({ grade }) => grade === 'warning')
      .map(({ path, says }) => `${path} ${says}`)
      .join('\n');
    expect(warnings).toMatch(/2026-11-24 not certain/);
    expect(warnings).toMatch(/notice not published/);
    expect(warnings).toMatch(/known by reports/);
  });

  it('warns when the calendar ends before the promised days do', () => {
    const ends = (day: string) => lintCalendar(files, day).some(({ says }) => says.includes('write years/2028.yaml'));
    expect(ends('2027-09-15')).toBe(true);
    expect(ends('2027-08-15')).toBe(false);
  });

  it('warns half a year after the last look at a year that may still change', () => {
    const stale = lintCalendar(files, '2027-06-30').filter(({ says }) => says.startsWith('stale'));
    expect(stale.map(({ code }) => code)).toEqual(['calendar:2027']);
  });
});
