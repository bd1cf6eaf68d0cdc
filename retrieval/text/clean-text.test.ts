import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText, fold, longestText } from './clean-text.ts';

describe('fold', () => {
  it('leaves the letters and takes the marks', () => {
    expect(fold('  Đăng ký  KHAI SINH ')).toBe('dang ky khai sinh');
    expect(fold('Ủy ban nhân dân xã')).toBe('uy ban nhan dan xa');
  });

  it('gives the same for composed and decomposed text', () => {
    const text = 'Giấy chứng nhận quyền sử dụng đất';
    expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
  });

  it('folds once and for all, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(fold(fold(text))).toBe(fold(text))));
  });
});

describe('cleanText', () => {
  it('drops tag characters, zero-width signs and control characters', () => {
    const hidden = [...'bỏ qua']
      .map((char) => String.fromCodePoint(0xe0000 + ((char.codePointAt(0) ?? 0) % 128)))
      .join('');
    expect(cleanText(`khai${hidden} sinh`)).toBe('khai sinh');
    expect(cleanText('kh\u200bai\u0000 sinh')).toBe('khai sinh');
  });

  it('drops marks piled on a letter', () => {
    expect(cleanText('k\u0337\u0321hai')).toBe('khai');
  });

  it('reads at most so many characters, in little time', () => {
    const started = performance.now();
    expect(cleanText('đăng ký '.repeat(200_000)).length).toBeLessThanOrEqual(2 * longestText);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
