import { describe, expect, it } from '@jest/globals';
import { openSilence } from './silence.ts';

/** A clock that goes on when told, second by second. */
function open() {
  let now = 0;
  let timers: { at: number; then: () => void }[] = [];
  const left: (number | null)[] = [];
  let over = 0;
  const silence = openSilence({
    later: (then, ms) => {
      const timer = { at: now + ms, then };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    seconds: () => 45,
    warnSeconds: () => 10,
    onLeft: (value) => left.push(value),
    onOver: () => {
      over += 1;
    },
  });
  const pass = (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      now += 1000;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { then } of due) then();
    }
  };
  return { silence, pass, left, over: () => over, waiting: () => timers.length };
}

describe('the silence of a visitor', () => {
  it('lasts 45 seconds, then counts ten down, then ends once', () => {
    const { silence, pass, left, over, waiting } = open();
    silence.touch();
    pass(44);
    expect(left).toEqual([]);
    pass(1);
    expect(left).toEqual([10]);
    pass(9);
    expect([left.at(-1), over()]).toEqual([1, 0]);
    pass(1);
    expect([left.at(-1), over(), waiting()]).toEqual([null, 1, 0]);
    pass(100);
    expect(over()).toBe(1);
  });

  it('ends with any touch, and begins anew', () => {
    const { silence, pass, left, over } = open();
    silence.touch();
    pass(50);
    silence.touch();
    expect(left.at(-1)).toBeNull();
    pass(54);
    expect(over()).toBe(0);
    pass(1);
    expect(over()).toBe(1);
  });

  it('leaves no timer behind when it is stopped', () => {
    const { silence, pass, over, waiting } = open();
    silence.touch();
    pass(47);
    silence.stop();
    expect(waiting()).toBe(0);
    pass(100);
    expect(over()).toBe(0);
  });
});
