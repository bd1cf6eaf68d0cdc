import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wordErrors, wordsOf } from './word-errors.ts';

const errors = (said: string, heard: string) => wordErrors(wordsOf(said), wordsOf(heard));

describe('wrong words', () => {
  it.each([
    ['Lệ phí khai sinh bao nhiêu?', 'lệ phí  khai sinh, bao nhiêu', 0],
    ['lệ phí khai sinh', 'lệ phí khai sanh', 1],
    ['lệ phí khai sinh', 'lệ phí', 2],
    ['lệ phí', 'dạ lệ phí ạ', 2],
    ['lệ phí khai sinh', '', 4],
    ['', 'dạ', 1],
    ['ma mà má', 'ma má mà', 2],
  ])('of "%s" heard as "%s"', (said, heard, wrong) => expect(errors(said, heard)).toBe(wrong));

  it('are none of itself, as many both ways, and never more than there are words', () => {
    const words = fc.array(fc.constantFrom('dạ', 'lệ', 'phí', 'ạ'), { maxLength: 8 });
    fc.assert(
      fc.property(words, words, (said, heard) => {
        expect(wordErrors(said, said)).toBe(0);
        expect(wordErrors(said, heard)).toBe(wordErrors(heard, said));
        expect(wordErrors(said, heard)).toBeLessThanOrEqual(Math.max(said.length, heard.length));
        expect(wordErrors(said, heard)).toBeGreaterThanOrEqual(Math.abs(said.length - heard.length));
      }),
    );
  });
});
