import { describe, expect, it } from '@jest/globals';
import type { StoredVector, VectorIndex } from './vector-index.ts';

/** What every implementation of {@link VectorIndex} promises. `open` receives vectors of three dimensions. */
export function describeVectorIndex(
  name: string,
  open: (items: readonly StoredVector[]) => Promise<VectorIndex>,
): void {
  const items = [
    { id: 'khai-sinh', vector: Float32Array.of(1, 0, 0) },
    { id: 'khai-tu', vector: Float32Array.of(0.8, 0.6, 0) },
    { id: 'sang-ten-xe', vector: Float32Array.of(0, 0, 2) },
  ];

  describe(name, () => {
    it('finds the nearest first, by the angle and not by the length', async () => {
      const index = await open(items);
      const found = await index.nearest(Float32Array.of(0.1, 0, 1), 3);
      expect(found.map(({ id }) => id)).toEqual(['sang-ten-xe', 'khai-sinh', 'khai-tu']);
      expect(found[0]?.score).toBeCloseTo(0.995, 2);
    });

    it('finds no more than asked', async () => {
      expect(await (await open(items)).nearest(Float32Array.of(1, 0, 0), 2)).toHaveLength(2);
    });

    it('finds nothing for a vector of zeros', async () => {
      expect(await (await open(items)).nearest(Float32Array.of(0, 0, 0), 2)).toEqual([]);
    });

    it('refuses a vector of other dimensions', async () => {
      const index = await open(items);
      await expect(index.nearest(Float32Array.of(1, 0), 2)).rejects.toThrow(RangeError);
    });

    it('refuses vectors that hold what is no number', async () => {
      await expect(open([{ id: 'x', vector: Float32Array.of(Number.NaN, 0, 0) }])).rejects.toThrow(RangeError);
    });
  });
}
