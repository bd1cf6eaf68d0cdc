import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentWords, coverage, figuresIn, foldText, formCodesIn, legalNumbersIn } from './plain-text.ts';

describe('foldText', () => {
  it.each([
    ['Đăng ký KHAI SINH', 'dang ky khai sinh'],
    ['hòa', 'hoa'],
    ['hoà', 'hoa'],
    ['khai sinh'.normalize('NFD'), 'khai sinh'],
    ['  hai   khoảng\n\ttrắng ', 'hai khoang trang'],
    ['50.000 đồng', '50000 dong'],
    ['50,000 Việt Nam Đồng', '50000 dong'],
    ['50.000 Việt  Nam  Đồng', '50000 dong'],
    ['20.000 VND', '20000 dong'],
    ['1.000.000', '1000000'],
    ['07 ngày', '7 ngay'],
    ['1.001193', '1.001193'],
    ['0,5 giờ', '0,5 gio'],
    ['30/12/2024', '30/12/2024'],
  ])('folds "%s" to "%s"', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('keeps two amounts apart that differ by a zero', () => {
    expect(foldText('20.000')).not.toBe(foldText('200.000'));
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(
        fc.constantFrom(
          '0',
          '1',
          '000',
          '.',
          ',',
          '/',
          '-',
          ' ',
          'Đ',
          'ồ',
          'ng',
          'Việt ',
          'Nam ',
          '  ',
          'đồng',
          'VND',
          'nd-cp',
          '2024',
          '\u0301',
        ),
      )
      .map((parts) => parts.join('')),
  );

  it('takes the currency as one word, however it is written', () => {
    for (const written of ['đồng', 'VND', 'Việt Nam đồng', 'Việt Nam VND', 'việt nam việt nam VNĐ'])
      expect(foldText(`50.000 ${written}`)).toBe('50000 dong');
  });

  it('takes leading zeros off before it reads thousands', () => {
    expect(foldText('0000,000')).toBe('0,000');
    expect(foldText('007.500 đồng')).toBe('7500 dong');
  });

  it('folds what is folded to itself, whatever the text', () => {
    fc.assert(
      fc.property(text, (value) => {
        const once = foldText(value);
        expect(foldText(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives the same for composed and decomposed letters, whatever the text', () => {
    fc.assert(
      fc.property(text, (value) => expect(foldText(value.normalize('NFD'))).toBe(foldText(value.normalize('NFC')))),
    );
  });

  it('never throws, nor do those that build on it', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(coverage(one, other)).toBeGreaterThanOrEqual(0);
        expect(coverage(one, other)).toBeLessThanOrEqual(1);
        expect(coverage(one, `${one} ${other}`)).toBeGreaterThanOrEqual(0);
        for (const figure of figuresIn(one)) expect(figure.value).toMatch(/^\d/);
        expect([...legalNumbersIn(one), ...formCodesIn(one)].every((mark) => mark.length > 3)).toBe(true);
      }),
    );
  });
});

describe('figuresIn', () => {
  it.each([
    ['trong 60 ngày', [{ value: '60', unit: 'ngay' }]],
    ['03 ngày làm việc', [{ value: '3', unit: 'ngay' }]],
    ['50.000 đồng', [{ value: '50000', unit: 'dong' }]],
    ['giảm 50%', [{ value: '50', unit: '%' }]],
    ['từ 14 tuổi', [{ value: '14', unit: 'tuoi' }]],
    ['mẫu TK01', []],
    ['Nghị định 154/2024/NĐ-CP', []],
    ['Quyết định 163/QĐ-BTP', []],
    ['thủ tục 1.001193', []],
  ])('finds the figures of "%s"', (text, figures) => {
    expect(figuresIn(text)).toEqual(figures);
  });

  it('does not find 7 in 17, nor 20.000 in 120.000', () => {
    const values = figuresIn('17 ngày, 120.000 đồng').map(({ value }) => value);
    expect(values).toEqual(['17', '120000']);
  });
});

describe('legalNumbersIn and formCodesIn', () => {
  it('find numbers of laws, decrees, circulars and decisions', () => {
    expect(legalNumbersIn('Luật 26/2023/QH15, Nghị định 154/2024/NĐ-CP và Quyết định 163/QĐ-BTP')).toEqual([
      '26/2023/qh15',
      '154/2024/nd-cp',
      '163/qd-btp',
    ]);
  });

  it('find form codes as published, and no abbreviations of offices', () => {
    expect(formCodesIn('tờ khai CT01, mẫu NA17, phiếu DC02; UBND, VNeID')).toEqual(['CT01', 'NA17', 'DC02']);
  });
});

describe('coverage', () => {
  it('counts words that carry meaning alone', () => {
    expect(contentWords('Cha và mẹ của trẻ')).toEqual(['cha', 'me', 'tre']);
    expect(coverage('cha và mẹ', 'mẹ của trẻ, hoặc cha')).toBe(1);
    expect(coverage('nhà ở riêng lẻ', 'công trình theo tuyến')).toBe(0);
  });

  it('is 1 for a text that says nothing', () => {
    expect(coverage('và của', '')).toBe(1);
  });
});
