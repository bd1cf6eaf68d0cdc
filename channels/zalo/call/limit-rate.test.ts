import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { limitRate } from './limit-rate.ts';

/** A clock that rings when it is moved on. */
function fakeClock() {
  let at = 0;
  let bells: { readonly at: number; readonly ring: () => void }[] = [];
  return {
    now: () => at,
    after(ms: number, ring: () => void) {
      const bell = { at: at + ms, ring };
      bells.push(bell);
      return () => {
        bells = bells.filter((one) => one !== bell);
      };
    },
    moveTo(until: number) {
      for (;;) {
        const next = bells.filter((bell) => bell.at <= until).toSorted((one, other) => one.at - other.at)[0];
        if (!next) break;
        bells = bells.filter((one) => one !== next);
        at = Math.max(at, next.at);
        next.ring();
      }
      at = until;
    },
  };
}

describe('the limit of calls', () => {
  it('lets no 60 seconds see more calls than the plan allows, whatever comes when', async () => {
    const arrivals = fc.array(fc.record({ at: fc.nat(180_000), reply: fc.boolean() }), { maxLength: 150 });
    await fc.assert(
      fc.asyncProperty(arrivals, fc.integer({ min: 6, max: 100 }), async (calls, perMinute) => {
        const clock = fakeClock();
        const rate = limitRate({ perMinute, now: clock.now, after: clock.after });
        const left: number[] = [];
        for (const { at, reply } of calls.toSorted((one, other) => one.at - other.at)) {
          clock.moveTo(at);
          void rate.acquire(reply ? 'reply' : 'notice').then(() => left.push(clock.now()));
          await Promise.resolve();
        }
        for (let at = 180_000; rate.waiting > 0; at += 500) {
          clock.moveTo(at);
          await Promise.resolve();
        }
        await Promise.resolve();
        expect(left).toHaveLength(calls.length);
        for (const [index, at] of left.entries())
          expect((left[index + perMinute] ?? Infinity) - at).toBeGreaterThan(59_000);
      }),
      { numRuns: 60 },
    );
  });

  it('lets replies go before notices that waited longer, and keeps a part for them', async () => {
    const clock = fakeClock();
    const rate = limitRate({ perMinute: 60, now: clock.now, after: clock.after });
    const gone: string[] = [];
    const go = (name: string, priority: 'reply' | 'notice') => void rate.acquire(priority).then(() => gone.push(name));
    for (let count = 0; count < 10; count += 1) go(`n${count}`, 'notice');
    await Promise.resolve();
    expect(gone).toHaveLength(7);
    go('r', 'reply');
    await Promise.resolve();
    expect(gone.at(-1)).toBe('r');
  });

  it('rests when Zalo says that it is too much, and forgets who gave up', async () => {
    const clock = fakeClock();
    const rate = limitRate({ perMinute: 60, now: clock.now, after: clock.after });
    rate.rest(5_000);
    const gone: string[] = [];
    const giveUp = new AbortController();
    const abandoned = rate.acquire('reply', giveUp.signal);
    void rate.acquire('reply').then(() => gone.push('r'));
    giveUp.abort(new Error('stopped'));
    await expect(abandoned).rejects.toThrow('stopped');
    clock.moveTo(4_999);
    await Promise.resolve();
    expect(gone).toEqual([]);
    clock.moveTo(5_001);
    await Promise.resolve();
    expect(gone).toEqual(['r']);
  });
});
