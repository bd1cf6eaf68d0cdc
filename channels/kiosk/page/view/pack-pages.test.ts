import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { packPages } from './pack-pages.ts';

describe('packing an answer on pages', () => {
  it('fills a page before it begins the next', () => {
    expect(packPages([40, 40, 40, 100, 10], 100)).toEqual([[0, 1], [2], [3], [4]]);
  });

  it('keeps the order, loses nothing, and overfills no page but by a single piece', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300)), fc.integer({ min: 1, max: 400 }), (heights, room) => {
        const pages = packPages(heights, room);
        expect(pages.flat()).toEqual([...heights.keys()]);
        for (const page of pages) {
          const height = page.reduce((sum, index) => sum + (heights[index] ?? 0), 0);
          expect(page.length === 1 || height <= room).toBe(true);
        }
      }),
    );
  });
});
