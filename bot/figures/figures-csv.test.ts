import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvOf } from './figures-csv.ts';

describe('a file for a spreadsheet', () => {
  it('begins with the mark by which Excel knows UTF-8, and keeps Vietnamese', () => {
    expect(csvOf(['tên'], [['Đăng ký khai sinh, "mới"']])).toBe('\ufefftên\r\n"Đăng ký khai sinh, ""mới"""\r\n');
  });

  it.each(['=1+1', '+84', '-1', '@SUM(A1)', '\t=1', ' =HYPERLINK("http://x")', '＝1', '|cmd', '\u200b=1', '\r=1'])(
    'has no cell that is a formula: %j',
    (text) => {
      expect(csvOf(['a'], [[text]]).split('\r\n')[1]).toMatch(/^"'/);
    },
  );

  it('leaves numbers numbers, negative ones too, and unknown ones empty', () => {
    expect(csvOf(['a', 'b', 'c'], [[-3, 1.23456, null]])).toBe('\ufeffa,b,c\r\n-3,1.235,\r\n');
  });

  it('reads back as it was, whatever stands in it', () => {
    const rows = fc.array(fc.tuple(fc.string(), fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, (given) => {
        const read: string[][] = parse(csvOf(['a', 'b'], given), {
          bom: true,
          relax_column_count: true,
          record_delimiter: '\r\n',
        });
        const bare = (text: string) => text.replace(/^'/, '');
        expect(read.slice(1).map((row) => row.map(bare))).toEqual(given.map((row) => row.map(bare)));
        for (const row of read.slice(1)) for (const text of row) expect(text).not.toMatch(/^[=+\-@]/);
      }),
    );
  });
});
