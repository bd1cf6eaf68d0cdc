import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plusDays } from './day.ts';
import { type DueDateQuestion, dueDate } from './due-date.ts';
import { shipped, unsure } from './test-calendar.ts';
import { isWorkingDay } from './working-days.ts';

const week = ['07:30-11:30', '13:30-17:00'];
const hours = { monday: week, tuesday: week, wednesday: week, thursday: week, friday: week };
const ask = (day: string, clock: string | null, rest: Partial<DueDateQuestion> = {}) =>
  dueDate({
    calendar: shipped,
    accepted: { day, clock },
    limit: { value: 3, unit: 'working-day' },
    cutOff: null,
    ...rest,
  });
const sameDay = { limit: { value: 0, unit: 'working-day' }, cutOff: '15:00' } as const;

describe('dueDate', () => {
  it('counts working days from acceptance, the day itself not counted, over a holiday', () => {
    expect(ask('2026-11-23', '09:00')).toMatchObject({
      earliest: '2026-11-27',
      latest: '2026-11-27',
      movedBecause: null,
    });
  });

  it('counts from the next working day after 15:00 only where the guide says so', () => {
    expect(ask('2026-11-23', '16:00')).toMatchObject({ latest: '2026-11-27' });
    expect(ask('2026-11-23', '16:00', { cutOff: '15:00' })).toMatchObject({
      countedFrom: { latest: '2026-11-25' },
      movedBecause: 'cut-off',
      latest: '2026-11-30',
    });
  });

  it.each([
    ['2026-11-23', '14:00', '2026-11-23', null],
    ['2026-11-23', '15:00', '2026-11-23', null],
    ['2026-11-23', '15:01', '2026-11-25', 'cut-off'],
    ['2026-11-20', '16:00', '2026-11-23', 'cut-off'],
    ['2026-11-22', '10:00', '2026-11-23', 'day-off'],
    ['2026-11-22', '16:00', '2026-11-23', 'day-off'],
  ])('a birth handed in on %s at %s is ready on %s', (day, clock, due, because) => {
    expect(ask(day, clock, sameDay)).toMatchObject({ earliest: due, latest: due, movedBecause: because });
  });

  it('takes what comes after closing for the next working day', () => {
    expect(ask('2026-11-23', '17:30', { closes: '17:00' })).toMatchObject({
      countedFrom: { latest: '2026-11-25' },
      movedBecause: 'closed',
    });
  });

  it('counts calendar days through holidays, and runs on when the last is a day off', () => {
    const limit = { value: 15, unit: 'day' } as const;
    expect(ask('2026-11-20', '09:00', { limit })).toMatchObject({ latest: '2026-12-07', endMoved: true });
    expect(ask('2026-11-23', '09:00', { limit })).toMatchObject({ latest: '2026-12-08', endMoved: false });
  });

  it('counts hours through the opening hours of the desk, and knows nothing without them', () => {
    const limit = { value: 8, unit: 'hour' } as const;
    expect(ask('2026-11-23', '15:00', { limit })).toBeNull();
    expect(ask('2026-11-23', '15:00', { limit, week: { hours } })).toMatchObject({
      latest: '2026-11-25',
      clock: '15:30',
    });
    expect(ask('2026-11-23', null, { limit, week: { hours } })).toBeNull();
    expect(ask('2026-11-21', '10:00', { limit: { value: 1, unit: 'hour' }, week: { hours } })).toMatchObject({
      latest: '2026-11-23',
      clock: '08:30',
      movedBecause: 'day-off',
    });
  });

  it('leaves unknown what is unknown: no limit, a moment or an end outside the data', () => {
    expect(ask('2026-11-23', '09:00', { limit: null })).toBeNull();
    expect(ask('2028-01-03', '09:00')).toBeNull();
    expect(ask('2027-12-29', '09:00')).toBeNull();
    expect(ask('2027-12-25', '09:00', { limit: { value: 15, unit: 'day' } })).toBeNull();
  });

  it('gives both days where a day between is not certain', () => {
    expect(ask('2026-11-23', '09:00', { calendar: unsure })).toMatchObject({
      earliest: '2026-11-26',
      latest: '2026-11-27',
    });
    expect(ask('2026-11-24', '09:00', { calendar: unsure, ...sameDay })).toMatchObject({
      countedFrom: { earliest: '2026-11-24', latest: '2026-11-25' },
      latest: '2026-11-25',
    });
  });

  it('is always a working day, not before the acceptance, and not earlier for a later acceptance', () => {
    const anyDay = fc.integer({ min: 0, max: 1200 }).map((days) => plusDays('2024-01-01', days));
    const anyLimit = fc.record({ value: fc.nat(60), unit: fc.constantFrom('day' as const, 'working-day' as const) });
    fc.assert(
      fc.property(anyDay, anyLimit, fc.constantFrom('09:00', '16:00', null), (day, limit, clock) => {
        const due = ask(day, clock, { limit, cutOff: '15:00' });
        expect(isWorkingDay(shipped, due?.latest ?? '')).toBe(true);
        expect((due?.earliest ?? '') >= day).toBe(true);
        expect((ask(plusDays(day, 1), clock, { limit, cutOff: '15:00' })?.latest ?? '') >= (due?.latest ?? '')).toBe(
          true,
        );
      }),
    );
  });
});
