import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCopies, parseFee, parseTime } from './parse-record.ts';

describe('parseTime', () => {
  it.each([
    ['7 Ngày làm việc', { value: 7, unit: 'working-day' }],
    ['03 Ngày làm việc', { value: 3, unit: 'working-day' }],
    ['20 Ngày', { value: 20, unit: 'day' }],
    ['01 Giờ', { value: 1, unit: 'hour' }],
    ['1.5 Ngày làm việc', { value: 1.5, unit: 'working-day' }],
    ['0.5 Giờ', { value: 0.5, unit: 'hour' }],
    ['7 Ngày làm việc'.normalize('NFD'), { value: 7, unit: 'working-day' }],
  ])('reads the cell "%s"', (cell, time) => {
    expect(parseTime(cell)).toEqual(time);
  });

  it.each([['1'], ['10-25'], ['6 Tháng'], ['Không quy định'], ['0 Giờ'], [''], [null]])(
    'knows no limit from the cell "%s", rather than guessing a unit',
    (cell) => {
      expect(parseTime(cell)).toBeNull();
    },
  );

  it('does not read a limit out of a sentence: the cell is one figure and one unit', () => {
    expect(parseTime('Chậm nhất 3 Ngày trước khi tàu rời cảng')).toBeNull();
  });
});

describe('parseFee', () => {
  it.each([
    ['Miễn phí', 0],
    ['Phí : 0 Đồng', 0],
    ['50,000 Việt Nam Đồng', 50_000],
    ['1,025,000 Việt Nam Đồng', 1_025_000],
    ['100,000 VNĐ', 100_000],
    ['Phí : 2.000.000 Đồng (thẩm định)', 2_000_000],
    ['50,000 Việt Nam Đồng'.normalize('NFD'), 50_000],
  ])('reads the cell "%s" as %d đồng', (cell, dong) => {
    expect(parseFee(cell)).toBe(dong);
  });

  it.each([['10 USD'], ['Phí : o Đồng'], ['Phí : Không Đồng'], ['Theo quy định'], [''], [null]])(
    'gives no amount for the cell "%s": no amount published is not free of charge',
    (cell) => {
      expect(parseFee(cell)).toBeNull();
    },
  );

  it('does not take the year of a circular for an amount', () => {
    const cell =
      'Phí : Mức thu bằng 50% mức thu phí ban hành kèm theo Thông tư số 249/2016/TT-BTC ngày 11 tháng 11 năm 2016 Đồng (…)';
    expect(parseFee(cell)).toBeNull();
  });

  it('gives no single amount where the cell names several', () => {
    expect(parseFee('Phí : 2.000.000 Đồng (nghiên cứu)\nPhí : 3.500.000 Đồng (trên đất liền)')).toBeNull();
  });

  it.each([['155 VNĐ'], ['50 VNĐ'], ['1 VNĐ']])(
    'does not believe "%s": dollars or thousands were typed as đồng',
    (cell) => {
      expect(parseFee(cell)).toBeNull();
    },
  );
});

describe('parseCopies', () => {
  it.each([
    ['1 bản chính', 1, 0],
    ['01 bản sao', 0, 1],
    ['1 bản chính,7 bản sao', 1, 7],
    ['0 bản chính,1 bản sao', 0, 1],
    ['Bản chính: 1; Bản sao: 0', 1, 0],
    ['Bản chính: 0; Bản sao: 5', 0, 5],
    ['Bản chính: 0; Bản sao: 5'.normalize('NFD'), 0, 5],
  ])('reads the cell "%s" as %d originals and %d copies', (cell, originals, copies) => {
    expect(parseCopies(cell)).toEqual({ originals, copies });
  });

  it.each([['20261 bản chính'], ['20240 bản chính,1 bản sao'], ['1161 bản chính']])(
    'knows no count from "%s", where the figure swallowed a year or a form number',
    (cell) => {
      expect(parseCopies(cell)).toBeNull();
    },
  );

  it('knows no count from a cell that the record itself marks as suspect', () => {
    expect(parseCopies('11 bản chính', true)).toBeNull();
    expect(parseCopies('11 bản chính', false)).toEqual({ originals: 11, copies: 0 });
  });

  it.each([[null], [''], ['theo quy định']])('knows no count from the cell "%s"', (cell) => {
    expect(parseCopies(cell)).toBeNull();
  });
});

describe('the cell readers on anything at all', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          '1',
          '0',
          '999',
          '.',
          ',',
          ' ',
          'Ngày',
          'làm việc',
          'Giờ',
          'VNĐ',
          'đồng',
          'bản chính',
          'bản sao',
          ':',
        ),
      )
      .map((parts) => parts.join('')),
  );

  it('never throw, and give null or figures that a guide may hold', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const time = parseTime(text);
        const fee = parseFee(text);
        const copies = parseCopies(text);
        expect(time === null || (Number.isFinite(time.value) && time.value > 0)).toBe(true);
        expect(fee === null || (Number.isInteger(fee) && fee >= 0)).toBe(true);
        expect(copies === null || (copies.originals >= 0 && copies.copies >= 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
