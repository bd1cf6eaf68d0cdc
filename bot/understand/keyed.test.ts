/** Rules written with marks, matched with marks or without. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keyed, vi } from './keyed.ts';

describe('vi', () => {
  const dodge = vi`\b(?:né!|trốn) thuế\b`;

  it.each([
    'trốn thuế',
    'tron thue',
    'Trốn Thuế',
    'trốn thue',
    'né thuế',
    'trốn\n  thuế!',
    'trốn thuế'.normalize('NFD'),
  ])('matches: %s', (text) => {
    expect(dodge.test(keyed(text))).toBe(true);
  });

  it.each(['tròn thuế', 'trốn thuê', 'nè thuế', 'ne thue', 'trốn thuếs'])('does not match: %s', (text) => {
    expect(dodge.test(keyed(text))).toBe(false);
  });

  it('takes hỏi and ngã for one tone, and both places of a tone mark', () => {
    expect(vi`\bgiả mạo\b`.test(keyed('giã mạo'))).toBe(true);
    expect(vi`\bhòa giải\b`.test(keyed('hoà giải'))).toBe(true);
  });

  it('reads the short words of chat', () => {
    expect(vi`\bkhông được gì\b`.test(keyed('k dc j'))).toBe(true);
  });
});

describe('keyed', () => {
  it('never fails, and is one line of ASCII words for Vietnamese', () => {
    expect(keyed('Đường Nguyễn Huệ, quận 1?')).toBe('dduwowngf nguyeenr hueej , quaanj 1 ?');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !keyed(text).includes('\n')));
  });
});
