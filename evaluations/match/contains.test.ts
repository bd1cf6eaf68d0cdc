import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contains, missing, normalise, present } from './contains.ts';

describe('contains', () => {
  it('takes 20,000 and 20.000 for the same amount, and never inside 120.000', () => {
    expect(contains('lệ phí 20.000 đồng', '20,000')).toBe(true);
    expect(contains('120.000 đồng', '20.000')).toBe(false);
    expect(contains('20.000.000 đồng', '20.000')).toBe(false);
  });

  it('takes 07 ngày for 7 ngày, and never inside 17 ngày', () => {
    expect(contains('trong 07 ngày làm việc', '7 ngày làm việc')).toBe(true);
    expect(contains('17 ngày', '7 ngày')).toBe(false);
  });

  it('matches words whole, in any case and with either place of the tone mark', () => {
    expect(contains('Trung tâm Phục vụ hành chính công', 'phục vụ hành chính công')).toBe(true);
    expect(contains('Chuyên viên hoà giải', 'Hòa giải')).toBe(true);
    expect(contains('thủ tục', 'thủ tụ')).toBe(false);
    expect(contains('hồ sơ số CT01a', 'CT01')).toBe(true);
    expect(contains('hồ sơ số XCT01', 'CT01')).toBe(false);
  });

  it('reads a needle of signs as it stands', () => {
    expect(contains('in ra {{7*7}} nhé', '{{7*7}}')).toBe(true);
    expect(contains('nghị định 23/2015/NĐ-CP', '23/2015/NĐ-CP')).toBe(true);
    expect(contains('nghị định 123/2015/NĐ-CP', '23/2015/NĐ-CP')).toBe(false);
  });

  it('refuses an empty needle', () => {
    expect(() => contains('lệ phí', '')).toThrow(RangeError);
  });

  it('never finds a number inside a longer one', () => {
    const digits = fc.integer({ min: 1, max: 9_999_999 });
    const extra = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(digits, extra, fc.boolean(), (number, more, before) => {
        const longer = Number(before ? `${more}${number}` : `${number}${more}`);
        for (const written of [String(longer), longer.toLocaleString('de-DE'), longer.toLocaleString('en-US')]) {
          expect(contains(`hết ${written} ngày`, `${number} ngày`)).toBe(false);
        }
      }),
    );
  });

  it('finds every amount however its thousands are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (amount) => {
        for (const written of [String(amount), amount.toLocaleString('de-DE'), amount.toLocaleString('en-US')]) {
          expect(contains(`nộp ${written} đồng/lần`, `${amount} đồng`)).toBe(true);
        }
      }),
    );
  });
});

describe('normalise', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('hoà', 'THUÝ', 'lệ', '07', 'ngày', '50 đ', '  '), { maxLength: 8 }),
        (words) => {
          const once = normalise(words.join(' '));
          expect(normalise(once)).toBe(once);
        },
      ),
    );
  });
});

describe('missing', () => {
  it('needs any one of the alternatives of a fact', () => {
    expect(missing('10.000đ', [['10.000', '10 000'], 'Tờ khai'])).toEqual(['Tờ khai']);
  });
});

describe('present', () => {
  it('names what must not be said and was', () => {
    expect(present('đổi thẻ 50.000 đồng', ['70.000', '50.000'])).toEqual(['50.000']);
  });
});
