import { describe, expect, it } from '@jest/globals';
import { bootstrapMean, pairedLoss, wilson } from './interval.ts';

describe('wilson', () => {
  it('agrees with the published example 81 of 263', () => {
    const { value, low, high } = wilson(81, 263);
    expect(value).toBeCloseTo(0.308, 3);
    expect(low).toBeCloseTo(0.2553, 3);
    expect(high).toBeCloseTo(0.3662, 3);
  });

  it('stays within 0 and 1 and leaves room at the ends', () => {
    expect(wilson(0, 20)).toMatchObject({ value: 0, low: 0 });
    expect(wilson(0, 20).high).toBeGreaterThan(0.1);
    expect(wilson(20, 20).high).toBe(1);
  });

  it('is not a number when nothing was asked', () => {
    expect(wilson(0, 0).value).toBeNaN();
  });
});

describe('bootstrapMean', () => {
  it('holds the mean between its ends and is the same every time', () => {
    const values = [1, 0, 1, 1, 0, 1, 1, 1];
    const first = bootstrapMean(values);
    expect(first.value).toBe(0.75);
    expect(first.low).toBeLessThan(0.75);
    expect(first.high).toBeGreaterThan(0.75);
    expect(bootstrapMean(values)).toEqual(first);
  });
});

describe('pairedLoss', () => {
  it('is the share lost, and nothing when the same questions are right', () => {
    expect(pairedLoss([true, true, false, true], [true, false, false, true]).value).toBe(0.25);
    expect(pairedLoss([true, false], [true, false])).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('refuses what is no pair', () => {
    expect(() => pairedLoss([true], [])).toThrow(RangeError);
  });
});
