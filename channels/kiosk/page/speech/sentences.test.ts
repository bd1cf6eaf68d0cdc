import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sentencesOf } from './sentences.ts';

describe('a text for a voice', () => {
  it('is cut between sentences', () => {
    expect(sentencesOf('Giấy chứng sinh. Tờ khai theo mẫu. Căn cước.', 34)).toEqual([
      'Giấy chứng sinh. Tờ khai theo mẫu.',
      'Căn cước.',
    ]);
  });

  it('loses no word and has no piece that is too long', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}[.!?]?$/)), (words) => {
        const text = words.join(' ');
        const pieces = sentencesOf(text, 40);
        expect(pieces.every((piece) => piece.length <= 40)).toBe(true);
        expect(pieces.join(' ').replace(/\s/g, '')).toBe(text.replace(/\s/g, '').replace(/^[.!?]+/, ''));
      }),
    );
  });
});
