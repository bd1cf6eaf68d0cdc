import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, plusDays } from './day.ts';
import { shipped, unsure } from './test-calendar.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween, workingDaysLate } from './working-days.ts';

const on = (day: string) => ({ earliest: day, latest: day });
/** A day of 2024 to mid 2027, so that 60 working days ahead stay inside the data. */
const anyDay = fc.integer({ min: 0, max: 1200 }).map((days) => plusDays('2024-01-01', days));
const anyCount = fc.integer({ min: 0, max: 60 });

describe('isWorkingDay', () => {
  it.each([
    ['2026-11-23', true],
    ['2026-11-24', false],
    ['2026-11-21', false],
    ['2026-08-22', true],
    ['2026-08-31', false],
    ['2030-01-02', null],
  ])('%s: %s', (day, works) => {
    expect(isWorkingDay(shipped, day)).toBe(works);
  });

  it('is not known for a day that is announced without its text', () => {
    expect(isWorkingDay(unsure, '2026-11-24')).toBeNull();
  });
});

describe('addWorkingDays', () => {
  it.each([
    // Over 24 November; the first day does not count.
    ['2026-11-23', 1, '2026-11-25'],
    ['2026-11-23', 15, '2026-12-15'],
    // From a weekend; 0 keeps a working day and leaves a day off.
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-24', 0, '2026-11-25'],
    // Over Tết 2026 and 2027.
    ['2026-02-13', 3, '2026-02-25'],
    ['2027-02-03', 5, '2027-02-17'],
    // The made-up Saturday counts, the swapped Monday does not.
    ['2026-08-21', 1, '2026-08-22'],
    ['2026-08-28', 1, '2026-09-03'],
    // Over New Year into the next year's file.
    ['2026-12-31', 1, '2027-01-04'],
  ])('%s and %d working days is %s', (day, count, end) => {
    expect(addWorkingDays(shipped, day, count)).toEqual(on(end));
  });

  it('is not known when the way leaves the data', () => {
    expect(addWorkingDays(shipped, '2027-12-30', 1)).toEqual(on('2027-12-31'));
    expect(addWorkingDays(shipped, '2027-12-30', 2)).toBeNull();
    expect(addWorkingDays(shipped, '2023-12-28', 1)).toBeNull();
  });

  it('gives both days where a day between may be off or not', () => {
    expect(addWorkingDays(unsure, '2026-11-23', 1)).toEqual({ earliest: '2026-11-24', latest: '2026-11-25' });
    expect(addWorkingDays(unsure, '2026-11-25', 1)).toEqual(on('2026-11-26'));
  });

  it('refuses a count that is none', () => {
    expect(() => addWorkingDays(shipped, '2026-11-23', -1)).toThrow(RangeError);
    expect(() => addWorkingDays(shipped, '2026-11-23', 1.5)).toThrow(RangeError);
  });

  it('never lands on a day off', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (day, count) => {
        expect(isWorkingDay(shipped, addWorkingDays(shipped, day, count)?.latest ?? '')).toBe(true);
      }),
    );
  });

  it('is later for one day more, and not earlier from a later day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const end = addWorkingDays(shipped, day, count)?.latest ?? '';
        expect((addWorkingDays(shipped, day, count + 1)?.latest ?? '') > end).toBe(true);
        expect((addWorkingDays(shipped, plusDays(day, 1), count)?.latest ?? '') >= end).toBe(true);
      }),
    );
  });

  it('is undone by counting the working days between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const end = addWorkingDays(shipped, day, count)?.latest ?? '';
        expect(workingDaysBetween(shipped, day, end)).toEqual({ least: count, most: count });
      }),
    );
  });
});

describe('workingDaysBetween', () => {
  it('counts the last day and not the first, and nothing backwards', () => {
    expect(workingDaysBetween(shipped, '2026-11-20', '2026-11-25')).toEqual({ least: 2, most: 2 });
    expect(workingDaysBetween(shipped, '2026-11-25', '2026-11-20')).toEqual({ least: 0, most: 0 });
  });

  it('adds up over any day between', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(90), fc.nat(90), (day, first, second) => {
        const [middle, end] = [plusDays(day, first), plusDays(day, first + second)];
        const most = (from: string, to: string) => workingDaysBetween(shipped, from, to)?.most ?? Number.NaN;
        expect(most(day, middle) + most(middle, end)).toBe(most(day, end));
      }),
    );
  });

  it('leaves a day that is not certain between least and most', () => {
    expect(workingDaysBetween(unsure, '2026-11-20', '2026-11-25')).toEqual({ least: 2, most: 3 });
  });
});

describe('workingDaysLate', () => {
  const promised = instantOf('2026-11-20', '17:00');
  it.each([
    ['2026-11-20', '18:00', 0],
    ['2026-11-22', '09:00', 0],
    ['2026-11-23', '08:00', 1],
    ['2026-11-24', '08:00', 1],
    ['2026-11-25', '08:00', 2],
    ['2026-11-10', '08:00', 0],
  ])('on %s at %s a result promised for Friday the 20th is %d working days late', (day, clock, late) => {
    expect(workingDaysLate(shipped, promised, instantOf(day, clock))).toBe(late);
  });

  it('goes by the day in Vietnam', () => {
    expect(workingDaysLate(shipped, promised, new Date('2026-11-22T16:59:00Z'))).toBe(0);
    expect(workingDaysLate(shipped, promised, new Date('2026-11-22T17:01:00Z'))).toBe(1);
  });

  it('is not known outside the data, and does not hold an uncertain day against the office', () => {
    expect(workingDaysLate(shipped, new Date('2027-12-31T00:00:00Z'), new Date('2028-01-10T00:00:00Z'))).toBeNull();
    expect(workingDaysLate(unsure, instantOf('2026-11-23', '17:00'), instantOf('2026-11-24', '17:00'))).toBe(0);
  });
});
