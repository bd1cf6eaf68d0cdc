import { afterEach, describe, expect, it } from '@jest/globals';
import { type Watch, watchKnowledge } from './watch-knowledge.ts';

describe('watchKnowledge', () => {
  let watch: Watch | null = null;
  afterEach(() => watch?.stop());

  function watching(renew?: () => Promise<string>) {
    const disk = { now: 'a', taken: [] as string[], errors: [] as unknown[], time: 0 };
    const take = async () => {
      disk.taken.push(disk.now);
      return disk.now;
    };
    watch = watchKnowledge('a | same', {
      fingerprints: [() => disk.now, async () => 'same'],
      renew: async () => `${await (renew ?? take)()} | same`,
      onError: (error) => disk.errors.push(error),
      every: 1_000_000,
      now: () => disk.time,
    });
    return { disk, look: watch.look };
  }

  it('takes nothing over while nothing changes', async () => {
    const { disk, look } = watching();
    await look();
    await look();
    expect(disk.taken).toEqual([]);
  });

  it('waits until what changed stays as it is', async () => {
    const { disk, look } = watching();
    for (const now of ['b', 'c', 'd']) {
      disk.now = now;
      await look();
    }
    expect(disk.taken).toEqual([]);
    await look();
    expect(disk.taken).toEqual(['d']);
    await look();
    expect(disk.taken).toEqual(['d']);
  });

  it('builds once at a time', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let begun = 0;
    const { disk, look } = watching(async () => {
      begun += 1;
      await promise;
      return 'b';
    });
    disk.now = 'b';
    await look();
    const looks = [look(), look(), look()];
    resolve();
    await Promise.all(looks);
    expect(begun).toBe(1);
  });

  it('takes over what changed while it was building', async () => {
    const { disk, look } = watching();
    disk.now = 'b';
    await look();
    await look();
    disk.now = 'c';
    await look();
    await look();
    expect(disk.taken).toEqual(['b', 'c']);
  });

  it('lets the old serve when the new is broken, and tries again after the next change or after five minutes', async () => {
    let tries = 0;
    const { disk, look } = watching(async () => {
      tries += 1;
      throw new Error('broken');
    });
    disk.now = 'b';
    for (let looks = 0; looks < 5; looks += 1) await look();
    expect([tries, disk.errors.length]).toEqual([1, 1]);
    disk.time = 300_000;
    await look();
    expect(tries).toBe(2);
    disk.now = 'c';
    await look();
    await look();
    expect(tries).toBe(3);
  });
});
