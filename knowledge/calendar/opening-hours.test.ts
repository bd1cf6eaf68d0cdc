import { describe, expect, it } from '@jest/globals';
import { instantOf } from './day.ts';
import { hoursOn, opensAt, type Week } from './opening-hours.ts';
import { shipped, unsure } from './test-calendar.ts';

const day = ['07:30-11:30', '13:30-17:00'];
const hours = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: ['07:30-11:30', '13:30-16:30'] };
const week: Week = { hours: { ...hours, saturday: ['07:30-11:30'] } };
const at = (on: string, clock: string, of: Week = week) => opensAt(of, shipped, instantOf(on, clock));

describe('opensAt', () => {
  it.each([
    ['2026-11-23', '08:00', true],
    ['2026-11-23', '12:00', false],
    ['2026-11-24', '08:00', false],
    ['2026-11-21', '08:00', true],
    ['2026-11-22', '08:00', false],
  ])('on %s at %s: open is %s', (on, clock, open) => {
    expect(at(on, clock).open).toBe(open);
  });

  it('says what holiday keeps it shut, and when it opens again after it', () => {
    const culture = at('2026-11-23', '17:30');
    expect(culture.next).toEqual({ day: '2026-11-25', clock: '07:30' });
    expect(at('2026-11-24', '09:00').today.because).toMatchObject({ holiday: 'culture' });
    expect(at('2026-02-13', '17:00').next).toEqual({ day: '2026-02-23', clock: '07:30' });
  });

  it('keeps on a made-up Saturday the hours of the day that it stands for', () => {
    expect(hoursOn(week, shipped, '2026-08-22')).toMatchObject({ spans: day, because: { kind: 'make-up' } });
    expect(hoursOn(week, shipped, '2026-01-10').spans).toEqual(hours.friday);
  });

  it('holds no Saturday session inside the days of Tết, and one before any other holiday', () => {
    expect(hoursOn(week, shipped, '2026-02-14').spans).toEqual([]);
    expect(hoursOn(week, shipped, '2026-04-25').spans).toEqual(['07:30-11:30']);
  });

  it('takes the hours of the season, over the turn of the year too', () => {
    const seasonal: Week = {
      hours,
      seasons: [{ from: '10-16', to: '04-15', hours: { ...hours, monday: ['08:00-12:00', '13:00-17:00'] } }],
    };
    expect(hoursOn(seasonal, shipped, '2026-11-23').spans[0]).toBe('08:00-12:00');
    expect(hoursOn(seasonal, shipped, '2026-01-12').spans[0]).toBe('08:00-12:00');
    expect(hoursOn(seasonal, shipped, '2026-06-15').spans[0]).toBe('07:30-11:30');
  });

  it("puts the desk's own days before the calendar", () => {
    const own: Week = {
      hours,
      exceptions: [
        { from: '2026-11-24', to: '2026-11-24', hours: ['08:00-10:00'] },
        { from: '2026-11-25', to: '2026-11-26', hours: [] },
      ],
    };
    expect(at('2026-11-24', '09:00', own).open).toBe(true);
    expect(at('2026-11-24', '10:00', own).next).toEqual({ day: '2026-11-27', clock: '07:30' });
  });

  it('marks the hours of a day that is not certain', () => {
    expect(hoursOn(week, unsure, '2026-11-24')).toMatchObject({ spans: day, certain: false });
    expect(hoursOn(week, shipped, '2029-11-26')).toMatchObject({ spans: day, certain: false });
  });

  it('goes by the week alone without a calendar, and never opens where no hours are written', () => {
    expect(opensAt(week, null, instantOf('2026-11-24', '08:00')).open).toBe(true);
    expect(opensAt({ hours: {} }, shipped, instantOf('2026-11-24', '08:00')).next).toBeNull();
  });
});
