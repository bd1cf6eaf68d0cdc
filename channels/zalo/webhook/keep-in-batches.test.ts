import { describe, expect, it } from '@jest/globals';
import { keepInBatches } from './keep-in-batches.ts';

class StoreFault extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Keeps each word once; `bad` words cannot be stored, and with `away` nothing can. */
function openShelf(options: { readonly most?: number } = {}) {
  const known = new Set<string>();
  const batches: (readonly string[])[] = [];
  let away = false;
  let [underWay, mostUnderWay] = [0, 0];
  const keep = keepInBatches<string>({
    ...options,
    keep: async (words) => {
      underWay += 1;
      mostUnderWay = Math.max(mostUnderWay, underWay);
      batches.push(words);
      await new Promise(setImmediate);
      underWay -= 1;
      if (away) throw new StoreFault('ECONNREFUSED');
      if (words.some((word) => word.startsWith('bad'))) throw new StoreFault('22P05');
      return words.map((word) => !known.has(word) && Boolean(known.add(word)));
    },
  });
  return {
    keep,
    batches,
    most: () => mostUnderWay,
    goAway: (isAway: boolean) => {
      away = isAway;
    },
  };
}

describe('deliveries that come together', () => {
  it('are kept together, and each hears whether it was known', async () => {
    const { keep, batches } = openShelf();
    expect(await Promise.all(['một', 'hai', 'một'].map(keep))).toEqual([true, true, false]);
    expect(batches).toEqual([['một', 'hai', 'một']]);
    expect(await keep('hai')).toBe(false);
  });

  it('wait for the batch under way, never more than the most at once', async () => {
    const { keep, batches, most } = openShelf({ most: 2 });
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map(keep));
    expect(batches).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect(most()).toBe(1);
  });

  it('do not suffer from one that cannot be stored', async () => {
    const { keep } = openShelf();
    const ends = await Promise.allSettled(['a', 'bad', 'b'].map(keep));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('all hear when the store is away, are not tried one by one, and the next ones are kept', async () => {
    const { keep, batches, goAway } = openShelf();
    goAway(true);
    const ends = await Promise.allSettled(['a', 'b'].map(keep));
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(batches).toHaveLength(1);
    goAway(false);
    expect(await keep('a')).toBe(true);
  });
});
