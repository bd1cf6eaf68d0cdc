import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { callerOf } from './addresses.ts';
import { allLimits, type LimitName } from './all-limits.ts';
import { countCalls, TooManyError } from './count-calls.ts';
import { places } from './places.ts';

describe('countCalls', () => {
  beforeEach(() => void jest.useFakeTimers({ now: new Date('2026-11-23T02:00:00Z') }));
  afterEach(() => void jest.useRealTimers());

  it('refuses what is too much until the minute is over, each caller by himself', async () => {
    const count = countCalls('web-tokens', 2);
    await count('a');
    await count('a');
    await count('b');
    jest.advanceTimersByTime(30_000);
    await expect(count('a')).rejects.toMatchObject({ status: 429, retryAfter: 30, isFirst: true });
    await expect(count('a')).rejects.toMatchObject({ isFirst: false });
    jest.advanceTimersByTime(30_000);
    await count('a');
    await count('b');
  });

  it.each(Object.keys(allLimits) as LimitName[])(
    'lets %s go on as often as the table says, and no more',
    async (name) => {
      const { most } = allLimits[name];
      const count = countCalls(name);
      for (let nth = 0; nth < most; nth++) await count('a');
      await expect(count('a')).rejects.toBeInstanceOf(TooManyError);
    },
  );

  it('forgets who has gone', async () => {
    const count = countCalls('web-tokens', 1);
    for (let nth = 0; nth < 500; nth++) await count(`caller ${nth}`);
    expect(jest.getTimerCount()).toBe(500);
    jest.advanceTimersByTime(60_000);
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('places', () => {
  it('are held by each and by all, and given back once', () => {
    const room = places(2, 3);
    const first = room.take('a');
    room.take('a');
    expect(() => room.take('a')).toThrow(expect.objectContaining({ status: 429 }));
    room.take('b');
    expect(() => room.take('c')).toThrow(expect.objectContaining({ status: 429 }));
    first();
    first();
    expect(room.taken).toBe(2);
    room.take('c');
  });
});

describe('callerOf', () => {
  it('believes X-Forwarded-For only as far as our own proxies wrote it', () => {
    expect(callerOf('10.0.0.1', '1.1.1.1, 2.2.2.2', 0)).toBe('10.0.0.1');
    expect(callerOf('10.0.0.1', '1.1.1.1, 2.2.2.2', 1)).toBe('2.2.2.2');
    expect(callerOf('10.0.0.1', '1.1.1.1, 2.2.2.2', 2)).toBe('1.1.1.1');
    expect(callerOf('10.0.0.1', undefined, 1)).toBe('10.0.0.1');
  });

  it('counts an IPv6 caller by his network, and IPv4 in IPv6 clothes as IPv4', () => {
    expect(callerOf('2001:db8:1:2:3::9', undefined, 0)).toBe('2001:db8:1:2::/64');
    expect(callerOf('2001:db8::9', undefined, 0)).toBe('2001:db8:0:0::/64');
    expect(callerOf('::ffff:10.0.0.1', undefined, 0)).toBe('10.0.0.1');
    expect(callerOf('::1', undefined, 0)).toBe('0:0:0:0::/64');
  });
});
