import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitText, zaloTextLimit } from './split-text.ts';

const bare = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

describe('splitText', () => {
  it('leaves a short text whole, in NFC', () => {
    const nfd = 'Hồ sơ của tôi đến đâu rồi?'.normalize('NFD');
    expect(splitText(nfd)).toEqual(['Hồ sơ của tôi đến đâu rồi?']);
    expect(splitText('  ')).toEqual([]);
  });

  it('counts after NFC: 1,900 letters with marks are one part', () => {
    expect(splitText('ồ'.repeat(1900).normalize('NFD'))).toHaveLength(1);
    expect(splitText('ồ'.repeat(1901))).toHaveLength(2);
  });

  it('cuts between blocks, else between sentences, else between words', () => {
    const sentence = 'Nộp bản chính Giấy chứng sinh tại quầy Một cửa.';
    expect(splitText(`${sentence}\n\n${sentence}`, 60)).toEqual([sentence, sentence]);
    expect(splitText(`${sentence} ${sentence}`, 60)).toEqual([sentence, sentence]);
    expect(splitText('một hai ba bốn năm', 9)).toEqual(['một hai', 'ba bốn', 'năm']);
  });

  it('does not cut a number at its point', () => {
    const text = `Lệ phí ${'rất '.repeat(8)}là 75.000 đồng. Xong.`;
    expect(splitText(text, 50).join(' ')).toContain('75.000 đồng');
  });

  it('never cuts within a character, and loses nothing but white space', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('👨‍👩‍👧', '🏠', 'ộ', 'Hồ sơ ', '\n', '\n\n', '. ', 'ệ'.normalize('NFD')),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 5, max: 80 }), (words, limit) => {
        const text = words.join('').toWellFormed();
        const parts = splitText(text, limit);
        expect(bare(parts.join(''))).toBe(bare(text));
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(limit);
          expect(part).not.toBe('');
          expect(part.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('stays under the limit by both counts', () => {
    for (const part of splitText('🏠'.repeat(3000))) {
      expect(part.length).toBeLessThanOrEqual(zaloTextLimit);
      expect([...part].length).toBeLessThanOrEqual(zaloTextLimit);
    }
  });
});
