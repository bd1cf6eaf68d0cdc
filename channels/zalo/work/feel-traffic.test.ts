import { describe, expect, it } from '@jest/globals';
import { feelTraffic } from './feel-traffic.ts';

describe('traffic', () => {
  const start = () => {
    let clock = 0;
    const rests: number[] = [];
    const sleep = async (ms: number) => {
      rests.push(ms);
      clock += ms;
    };
    const traffic = feelTraffic({ now: () => clock, sleep });
    return {
      traffic,
      rests,
      until: (ms: number) => {
        clock = ms;
      },
      come: (times: readonly number[]) => {
        for (const time of times) {
          clock = time;
          traffic.came();
        }
      },
    };
  };
  const every = (ms: number, count: number) => Array.from({ length: count }, (_, index) => index * ms);

  it.each([
    ['two hundred a second', every(5, 100), 500, true],
    ['ten a second', every(100, 100), 9_900, false],
    ['nineteen at once', every(5, 19), 95, false],
    ['half a second after two hundred', every(5, 100), 1_000, false],
  ])('of %s: heavy or not', (_what, times, at, heavy) => {
    const { traffic, come, until } = start();
    come(times);
    until(at);
    expect(traffic.isHeavy()).toBe(heavy);
  });

  it('counts as heavy for a second after a start', () => {
    const { traffic, until } = start();
    traffic.brace();
    until(999);
    expect(traffic.isHeavy()).toBe(true);
    until(1_000);
    expect(traffic.isHeavy()).toBe(false);
  });

  it('lets work rest for nine times as long as it took while it is heavy, and not at all while it is light', async () => {
    const { traffic, rests } = start();
    await traffic.makeWay(100);
    expect(rests).toEqual([]);
    traffic.brace();
    await traffic.makeWay(40);
    expect(rests.reduce((sum, ms) => sum + ms, 0)).toBe(360);
  });

  it('lets work rest for as long as it took while the processor has time to spare', async () => {
    let clock = 0;
    const sleep = async (ms: number) => {
      clock += ms;
    };
    let busy = false;
    const traffic = feelTraffic({ now: () => clock, sleep, isBusy: () => busy });
    traffic.brace();
    await traffic.makeWay(40);
    expect([clock, traffic.isPressing()]).toEqual([40, false]);
    busy = true;
    await traffic.makeWay(40);
    expect([clock, traffic.isPressing()]).toEqual([400, true]);
  });

  it('lets no work rest for longer than two seconds, nor after it has become light', async () => {
    const { traffic, come, rests } = start();
    come(every(5, 100));
    await traffic.makeWay(10_000);
    expect(rests.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(500);
  });
});
