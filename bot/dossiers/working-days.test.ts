import { describe, expect, it } from '@jest/globals';
import { weekdaysLate } from './working-days.ts';

const friday = new Date('2026-11-13T17:00:00+07:00');

describe('weekdaysLate', () => {
  it.each([
    ['2026-11-13T18:00:00+07:00', 0],
    ['2026-11-15T09:00:00+07:00', 0],
    ['2026-11-16T00:30:00+07:00', 1],
    ['2026-11-20T09:00:00+07:00', 5],
    ['2026-11-23T09:00:00+07:00', 6],
    ['2027-11-12T09:00:00+07:00', 260],
  ])('from Friday to %s: %i', (now, days) => expect(weekdaysLate(friday, new Date(now))).toBe(days));
});
