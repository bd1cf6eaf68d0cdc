import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, beginOf, daysOfWeek, weekOf } from './iso-week.ts';

describe('weeks', () => {
  it.each([
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
  ])('%s falls into %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
  });

  it('begin on Monday and hold seven days, each of which falls into them', () => {
    expect(daysOfWeek('2026-W47')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (number) => {
        const day = addDays('1990-01-01', number);
        const days = daysOfWeek(weekOf(day));
        expect(days && days.from <= day && day <= days.to).toBe(true);
        expect(days && addDays(days.from, 6)).toBe(days?.to);
        expect(new Date(`${days?.from}T00:00:00Z`).getUTCDay()).toBe(1);
      }),
    );
  });

  it.each(['2025-W53', '2026-W54', '2026-W00', '2026-47', 'x'])('there is no week %s', (week) => {
    expect(daysOfWeek(week)).toBeNull();
  });

  it('begin at midnight in Vietnam', () => {
    expect(beginOf('2026-11-23').toISOString()).toBe('2026-11-22T17:00:00.000Z');
  });
});
