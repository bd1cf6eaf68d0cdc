import { describe, expect, it } from '@jest/globals';
import { rightDirections } from './truncated-svd.ts';

/** Two topics: terms 0 and 1 stand together, and so do 2 and 3. */
const matrix = {
  rows: 4,
  columns: 4,
  starts: Uint32Array.of(0, 2, 4, 6, 8),
  column: Uint32Array.of(0, 1, 0, 1, 2, 3, 2, 3),
  value: Float32Array.of(1, 1, 1, 0.9, 0.7, 0.7, 0.7, 0.6),
};

describe('rightDirections', () => {
  it('puts terms that stand together in one direction', () => {
    const { values, width } = rightDirections(matrix, 2);
    const at = (term: number, direction: number) => Math.abs(values[term * width + direction] ?? 0);
    expect(at(0, 0)).toBeCloseTo(at(1, 0), 1);
    expect(at(2, 0)).toBeLessThan(0.01);
    expect(at(2, 1)).toBeCloseTo(at(3, 1), 0);
  });

  it('gives the same every time', () => {
    expect(rightDirections(matrix, 2)).toEqual(rightDirections(matrix, 2));
  });

  it('gives fewer directions when the matrix has no more', () => {
    expect(rightDirections(matrix, 50).width).toBeLessThanOrEqual(4);
  });
});
