import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTypedKeys } from './typed-keys.ts';

describe('readTypedKeys', () => {
  it.each([
    ['ddawng', 'đăng'],
    ['kys', 'ký'],
    ['thuowngf', 'thường'],
    ['nghieepj', 'nghiệp'],
    ['dduowcj', 'được'],
    ['giaays', 'giấy'],
    ['hoon', 'hôn'],
    ['cuw', 'cư'],
    ['casi', 'cái'],
  ])('reads telex: %s is %s', (keys, word) => {
    expect(readTypedKeys(keys)).toBe(word);
  });

  it.each([
    ['d9a8ng', 'đăng'],
    ['ky1', 'ký'],
    ['nguo72i', 'người'],
  ])('reads VNI: %s is %s', (keys, word) => {
    expect(readTypedKeys(keys)).toBe(word);
  });

  it('reads what is half typed and half composed', () => {
    expect(readTypedKeys('ngươif')).toBe('người');
    expect(readTypedKeys('câps')).toBe('cấp');
    expect(readTypedKeys('khôông')).toBe('không');
  });

  it.each(['visa', 'shop', 'b2', 'a1', 'na17', 'cap3', 'nhất'])('leaves %s alone', (word) => {
    expect(readTypedKeys(word)).toBeNull();
  });

  it('does not fail on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void readTypedKeys(text.toLowerCase())));
  });
});
