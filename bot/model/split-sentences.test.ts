import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sentencesIn, splitSentences } from './split-sentences.ts';

describe('sentences of a stream', () => {
  it('come out as they end, and never before', () => {
    const splitter = splitSentences();
    expect(splitter.push('Hồ sơ nộp tại {{pla')).toEqual([]);
    expect(splitter.push('ce.1}}. Lệ phí: {{fee.1}}')).toEqual(['Hồ sơ nộp tại {{place.1}}.']);
    expect(splitter.push('.\nNguồn')).toEqual(['Lệ phí: {{fee.1}}.']);
    expect(splitter.flush()).toEqual(['Nguồn']);
  });

  it('do not depend on where the stream was cut', () => {
    const text = 'Dạ vâng ạ. Lệ phí: {{fee.1}}.\nThời hạn là {{time.1}}! Nguồn: {{source.1}}. Hết';
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), text.length];
        const splitter = splitSentences();
        const heard = places.slice(1).flatMap((to, at) => splitter.push(text.slice(places[at], to)));
        expect([...heard, ...splitter.flush()].join(' ')).toBe(sentencesIn(text).join(' '));
      }),
    );
  });
});
