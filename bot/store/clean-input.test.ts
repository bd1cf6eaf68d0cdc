import { describe, expect, it } from '@jest/globals';
import { cleanText, dateOf, idOf, keyOf, toJson } from './clean-input.ts';

describe('clean-input', () => {
  it('leaves Vietnamese, emoji and every whole character as they are', () => {
    for (const text of ['Đăng ký khai sinh ở phường', '👨‍👩‍👧', 'e\u0301', '\u200b\t\n'])
      expect(cleanText(text)).toBe(text);
  });

  it('replaces NUL and half characters', () => {
    expect(cleanText('a\0b\uD800c')).toBe('a\uFFFDb\uFFFDc');
  });

  it('cleans JSON through and through, keys as well, and takes undefined as null', () => {
    expect(JSON.parse(toJson({ 'k\0': [{ deep: '\uDC00' }], n: null }))).toEqual({
      'k\uFFFD': [{ deep: '\uFFFD' }],
      n: null,
    });
    expect(toJson(undefined)).toBe('null');
  });

  it('refuses what is no JSON', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(() => toJson(loop)).toThrow(/contains itself/);
    expect(() => toJson({ big: 1n })).toThrow(/BigInt/);
  });

  it('keeps ids unchanged or refuses them', () => {
    expect(keyOf('zalo:1234')).toBe('zalo:1234');
    expect(idOf('5F0C8F0E-2a51-4c8e-9a39-0d4f7c1b2a3d')).toBe('5f0c8f0e-2a51-4c8e-9a39-0d4f7c1b2a3d');
    expect(() => idOf('5f0c8f0e')).toThrow(/UUID/);
    expect(() => dateOf(new Date(Number.NaN))).toThrow(/valid date/);
  });
});
