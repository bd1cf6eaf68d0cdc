import { describe, expect, it } from '@jest/globals';
import { callerOf } from './addresses.ts';
import { perMinute, places } from './limits.ts';

describe('perMinute', () => {
  it('refuses what is too much until the minute is over, each caller by himself', () => {
    let time = 0;
    const count = perMinute(2, () => time);
    count('a');
    count('a');
    count('b');
    time = 30_000;
    expect(() => count('a')).toThrow(expect.objectContaining({ status: 429, retryAfter: 30 }));
    time = 60_000;
    expect(() => count('a')).not.toThrow();
  });
});

describe('perMinute, when the clock is set back', () => {
  it('keeps nobody waiting until it has caught up', () => {
    let time = 3_600_000;
    const count = perMinute(1, () => time);
    count('a');
    time = 0;
    expect(() => count('a')).not.toThrow();
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
