import { describe, expect, it } from '@jest/globals';
import { fill, texts } from './texts.ts';

const walk = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(walk);

describe('the words of the console', () => {
  it('are never empty, and call nobody by the citizen’s word', () => {
    for (const text of walk(texts)) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/ông\/bà/);
    }
  });

  it('take values and leave open what they do not know', () => {
    expect(fill('Đã lỡ {count} lần, {other}', { count: 2 })).toBe('Đã lỡ 2 lần, {other}');
  });
});
