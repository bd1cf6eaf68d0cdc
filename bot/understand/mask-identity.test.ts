/** No identity number goes further than the turn that it came in. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskDeep, maskForLog, maskIdentity, unmask } from './mask-identity.ts';

describe('maskIdentity', () => {
  it.each([
    ['số căn cước', '079085001234'],
    ['số căn cước', '079 085 001 234'],
    ['số căn cước', '079-085-001-234'],
    ['số căn cước', '001085001234'],
    ['số căn cước', '0 1 0 1 9 0 0 0 0 0 1 1'],
    ['số căn cước', '0101 9000 00 11'],
    ['số căn cước', 'không một không một chín không không không không không một một'],
    ['số điện thoại', 'không chín không không không không không không một một'],
    ['số điện thoại', 'khong chin khong khong khong khong khong khong mot mot'],
    ['số điện thoại', 'không, chín, không, không, không, không, không, không, một, một'],
    ['số điện thoại', 'không chín trăm không không không không một một'],
    ['số điện thoại', '0900 không không không không một một'],
    ['số điện thoại', 'zero nine zero zero zero zero zero zero one one'],
    ['số chứng minh', '271234567'],
    ['số chứng minh', '271 234 567'],
    ['số điện thoại', '0912345678'],
    ['số điện thoại', '0912 345 678'],
    ['số điện thoại', '0912.345.678'],
    ['số điện thoại', '091-234-5678'],
    ['số điện thoại', '(091) 234 5678'],
    ['số điện thoại', '+84912345678'],
    ['số điện thoại', '+84 912 345 678'],
    ['số điện thoại', '84912345678'],
    ['số điện thoại', '(+84) 912 345 678'],
    ['số điện thoại', '0084912345678'],
    ['số điện thoại', '028 3829 1234'],
    ['số điện thoại', '0251.3829.123'],
    ['email', 'nguyen.van-a+1@gmail.com'],
    ['mã hồ sơ', '000.00.12.H38-260915-0042'],
    ['mã hồ sơ', '000.00.12.h38-260915-0042'],
    ['mã hồ sơ', 'H38.12-260915-0042'],
    ['mã hồ sơ', 'H38-260915-0042'],
    ['mã hồ sơ', '000 00 12 H38 260915 0042'],
    [
      'mã hồ sơ',
      'không không không chấm không không chấm mười hai chấm hắt ba tám gạch hai sáu không chín một lăm gạch không không bốn hai',
    ],
    [
      'mã hồ sơ',
      'khong khong khong cham khong khong cham muoi hai cham hat ba tam gach hai sau khong chin mot lam gach khong khong bon hai',
    ],
    ['mã hồ sơ', 'OOO.OO.12.H38-26O915-OO42'],
    ['mã hồ sơ', 'H38-991399-0042'],
    ['số tài khoản', '1903456789012'],
    ['số tài khoản', '9704 3600 1234 5678'],
  ])('hides %s: %s', (name, number) => {
    const { text, slots } = maskIdentity(`Số của tôi là ${number}, làm giúp với`);
    expect(text).toBe(`Số của tôi là [${name} 1], làm giúp với`);
    expect(slots).toEqual({ [`[${name} 1]`]: number });
  });

  it.each([
    'Gọi 113, 114, 115 hay 111?',
    'Tổng đài 1900 9095 và 18001096 có phải của bảo hiểm không?',
    'Lệ phí 20.000 đồng hay 1.500.000 đồng?',
    'Đất 120.000.000 đồng một mét vuông',
    'Bán nhà 1.250.000.000 đồng thì thuế bao nhiêu?',
    'Sinh ngày 01/02/1985, năm 2026 được 41 tuổi',
    'Nghị định 123/2015/NĐ-CP và Luật 26/2023/QH15',
    'Thủ tục 1.001193 và 2.000635 khác gì?',
    'Mẫu CT01, NA17, DC02 là gì?',
    'Thửa đất số 125, tờ bản đồ 32, diện tích 250,5 m2',
    'Từ 2019 - 2024 tôi ở quận 12',
    'tu nam 2019 ba 2020 bon 2021 toi o quan 12',
    'Nộp được không, hai năm 2019 và 2020 ba tôi đã nộp',
    'Một trăm hai mươi lăm triệu ba trăm hai mươi nghìn',
    'Lấy số 1, 2, 3, 4, 5, 6, 7, 8, 9 hay bốn năm sáu bảy tám chín',
    'Bảy tám chín mươi phần trăm là sao, có được không ba, hai ba hôm nữa có không',
  ])('leaves public numbers, amounts, days, laws and codes: %s', (text) => {
    expect(maskIdentity(text)).toEqual({ text, slots: {} });
  });

  it('counts numbers of a kind, and keeps each in its own slot', () => {
    const { text, slots } = maskIdentity('Ba tôi 079085001234, mẹ tôi 079185005678, gọi 0912345678');
    expect(text).toBe('Ba tôi [số căn cước 1], mẹ tôi [số căn cước 2], gọi [số điện thoại 1]');
    expect(Object.values(slots)).toEqual(['0912345678', '079085001234', '079185005678']);
  });

  it('puts back exactly what it took', () => {
    const number = fc.constantFrom(
      '079085001234',
      '0912 345 678',
      '+84912345678',
      'a.b@c.vn',
      'H38.12-260915-0042',
      '271234567',
    );
    const word = fc.constantFrom('căn cước', 'số', 'tôi là', ',', 'và', '$&', '[số điện thoại', '\n');
    fc.assert(
      fc.property(fc.array(fc.oneof(number, word), { maxLength: 12 }), (parts) => {
        const whole = parts.join(' ');
        const { text, slots } = maskIdentity(whole);
        expect(unmask(text, slots)).toBe(whole);
        for (const value of Object.values(slots)) expect(text).not.toContain(value);
      }),
    );
  });

  it('a mark that the citizen typed himself does not get somebody’s number', () => {
    const { text, slots } = maskIdentity('[số điện thoại 1] và 0912345678');
    expect(unmask(text, slots)).toBe('[số điện thoại 1] và 0912345678');
  });

  it('never fails', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => maskIdentity(text).text.length >= 0));
  });

  it.each(['0', '0 ', 'h 0 ', 'hát mười ', 'a@', 'H38-', '1.', '+84 ', 'a.b-'])(
    'does for four times as much of «%s» no more than the square of the work',
    (unit) => {
      const text = unit.repeat(4000);
      // The least of several runs: whatever else the machine does only adds to it.
      const least = (length: number) =>
        Math.min(
          ...Array.from({ length: 9 }, () => {
            const started = performance.now();
            maskIdentity(text.slice(0, length));
            return performance.now() - started;
          }),
        );
      least(1000);
      expect(least(4000) / Math.max(least(1000), 0.5)).toBeLessThan(48);
    },
  );
});

describe('maskForLog and maskDeep', () => {
  it('hide numbers in texts, keys and figures of any shape', () => {
    expect(maskForLog('gọi 0912345678')).toBe('gọi [số điện thoại 1]');
    expect(maskDeep({ from: { '0912345678': ['a@b.vn', 79085001234, 20000, null, true] } })).toEqual({
      from: { '[số điện thoại 1]': ['[email 1]', null, 20000, null, true] },
    });
  });

  it('refuse what is nested too deep', () => {
    let value: unknown = 'x';
    for (let depth = 0; depth < 30; depth += 1) value = [value];
    expect(() => maskDeep(value)).toThrow(RangeError);
  });
});
