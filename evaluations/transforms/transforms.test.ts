import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { slipKeys } from './slip-keys.ts';
import { stripMarks } from './strip-marks.ts';
import { transforms } from './transforms.ts';
import { typeTelex } from './type-telex.ts';
import { writeChat } from './write-chat.ts';

const question = 'Tôi muốn đăng ký thường trú cho cháu thì cần giấy tờ gì?';

describe('stripMarks', () => {
  it('leaves the letters alone', () => {
    expect(stripMarks(question)).toBe('Toi muon dang ky thuong tru cho chau thi can giay to gi?');
  });
});

describe('typeTelex', () => {
  it('writes the keys that would have made the word', () => {
    expect(typeTelex('Đăng ký thường trú, giấy tờ gì?')).toBe('Ddawng kys thuowngf trus, giaays towf gif?');
    expect(typeTelex('người được cấp hộ khẩu ở xã')).toBe('nguowif dduowcj caaps hooj khaaur owr xax');
  });

  it('changes nothing that has no mark', () => {
    expect(typeTelex('CT01 cho con')).toBe('CT01 cho con');
  });
});

describe('slipKeys', () => {
  it('changes one syllable in five and keeps their number', () => {
    const before = question.split(' ');
    const after = slipKeys(question, 'q1').split(' ');
    expect(after).toHaveLength(before.length);
    expect(after.filter((word, index) => word !== before[index])).toHaveLength(3);
  });

  it('makes the same slips for the same question, others for another', () => {
    expect(slipKeys(question, 'q1')).toBe(slipKeys(question, 'q1'));
    expect(slipKeys(question, 'q1')).not.toBe(slipKeys(question, 'q2'));
  });

  it('never touches a number or a code', () => {
    expect(slipKeys('CT01 2026 1.001193', 'q')).toBe('CT01 2026 1.001193');
  });
});

describe('writeChat', () => {
  it('shortens whole words only', () => {
    expect(writeChat('Em không biết có được không?')).toBe('e k bít có dc k');
    expect(writeChat('Làm kem ở đâu')).toBe('lm kem ở đâu');
  });
});

describe('transforms', () => {
  it('do not fail on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, seed) => {
        for (const { apply } of transforms) expect(typeof apply(text, seed)).toBe('string');
      }),
    );
  });
});
