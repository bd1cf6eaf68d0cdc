import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ShownLine, suppressSmall, suppressTogether } from './suppress-small.ts';

const keys = ['a', 'b', 'c', 'd', 'e'];
const lineOf = (counts: readonly number[]) => Object.fromEntries(counts.map((count, index) => [keys[index], count]));

/** Every way to fill so many places with whole numbers from 1 that add up to a sum. */
function* fillings(places: number, sum: number): Generator<readonly number[]> {
  if (places === 1) yield [sum];
  else
    for (let first = 1; first <= sum - places + 1; first += 1)
      for (const rest of fillings(places - 1, sum - first)) yield [first, ...rest];
}

/** What somebody who knows the rule can work out of each hidden count: the values with which the same would be published. */
function possible(counts: Readonly<Record<string, number>>, shown: ShownLine): Map<string, Set<number>> {
  const hidden = Object.entries(shown.cells).flatMap(([key, count]) => (count === null ? [key] : []));
  const seen = Object.values(shown.cells).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const found = new Map(hidden.map((key) => [key, new Set<number>()]));
  if (hidden.length === 0) return found;
  for (const values of fillings(hidden.length, shown.total - seen)) {
    const guess = { ...counts, ...Object.fromEntries(hidden.map((key, index) => [key, values[index] ?? 0])) };
    if (JSON.stringify(suppressSmall(guess)) !== JSON.stringify(shown)) continue;
    for (const [index, key] of hidden.entries()) found.get(key)?.add(values[index] ?? 0);
  }
  return found;
}

describe('small counts', () => {
  it('are hidden, with the least of the others', () => {
    expect(suppressSmall({ web: 40, kiosk: 12, hotline: 3 })).toEqual({
      total: 55,
      cells: { web: 40, kiosk: null, hotline: null },
    });
  });

  it('are hidden with all of the others that are as small: else the order would tell', () => {
    expect(suppressSmall({ a: 7, b: 7, c: 2, d: 9 })?.cells).toEqual({ a: null, b: null, c: null, d: 9 });
  });

  it('leave alone what is large enough, and leave out what is nothing', () => {
    expect(suppressSmall({ a: 5, b: 6, c: 0 })).toEqual({ total: 11, cells: { a: 5, b: 6 } });
    expect(suppressSmall({ a: 0 })).toEqual({ total: 0, cells: {} });
  });

  it.each([[{ a: 4 }], [{ a: 1, b: 3 }], [{ a: 4, b: 4 }], [{ a: 1, b: 1, c: 1, d: 1, e: 1 }]])(
    'hide the total as well where it would tell them: %j',
    (counts) => {
      expect(suppressSmall(counts)).toBeNull();
    },
  );

  it('can be worked out by nobody, not even by whoever knows the rule and tries every number', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 14 }));
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 5 }), (given) => {
        const counts = lineOf(given);
        const shown = suppressSmall(counts);
        if (!shown) return;
        expect(Object.values(shown.cells).every((value) => value === null || value >= 5)).toBe(true);
        for (const [, values] of possible(counts, shown)) expect(values.size).toBeGreaterThan(1);
      }),
      { numRuns: 400 },
    );
  });

  it('hide every table of a total when one of them would tell', () => {
    expect(suppressTogether({ byChannel: { web: 8 }, byOutcome: { answered: 4, failed: 4 } })).toBeNull();
    expect(suppressTogether({ byChannel: { web: 9 }, byOutcome: { answered: 4, failed: 5 } })).toEqual({
      total: 9,
      lines: { byChannel: { web: 9 }, byOutcome: { answered: null, failed: null } },
    });
  });
});
