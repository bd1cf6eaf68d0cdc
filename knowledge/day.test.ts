import { describe, expect, it } from '@jest/globals';
import { dayBefore, dayInVietnam, daysBetween } from './day.ts';

describe('dayInVietnam', () => {
  it('is already tomorrow in the evening of Greenwich', () => {
    expect(dayInVietnam(new Date('2026-11-21T16:59:59Z'))).toBe('2026-11-21');
    expect(dayInVietnam(new Date('2026-11-21T17:00:00Z'))).toBe('2026-11-22');
  });
});

describe('days', () => {
  it('are counted over the ends of months and years', () => {
    expect(dayBefore('2026-01-01')).toBe('2025-12-31');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-11-22', '2026-11-21')).toBe(-1);
    expect(daysBetween('2026-13-41', '2026-11-21')).toBeNaN();
  });
});
