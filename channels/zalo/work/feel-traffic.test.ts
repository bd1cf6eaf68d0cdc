import { describe, expect, it } from '@jest/globals';
import { feelTraffic } from './feel-traffic.ts';

describe('traffic', () => {
  const at = (times: readonly number[], now: number) => {
    let clock = 0;
    const traffic = feelTraffic(() => clock);
    for (const time of times) {
      clock = time;
      traffic.came();
    }
    clock = now;
    return traffic.isHeavy();
  };
  const every = (ms: number, count: number) => Array.from({ length: count }, (_, index) => index * ms);

  it('is heavy at two hundred a second, light at ten, and light again half a second after', () => {
    expect(at(every(5, 100), 500)).toBe(true);
    expect(at(every(100, 100), 9_900)).toBe(false);
    expect(at(every(5, 19), 95)).toBe(false);
    expect(at(every(5, 100), 1_000)).toBe(false);
  });
});
