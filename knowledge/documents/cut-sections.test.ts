import { describe, expect, it } from '@jest/globals';
import type { OfficePart } from '../files/index.ts';
import { cutSections, linesOfTable } from './cut-sections.ts';

const line = (text: string, more: { heading?: number; bold?: boolean } = {}): OfficePart => ({
  kind: 'paragraph',
  text,
  heading: more.heading ?? null,
  bold: more.bold ?? false,
});

describe('cutSections', () => {
  it('cuts at styled headings, at articles, at numbered points, at bold lines and at capitals', () => {
    const sections = cutSections([
      line('Mở đầu của thông báo.'),
      line('Thời gian', { heading: 2 }),
      line('Ngày 05/12/2026.'),
      line('Điều 2. Phí tiêm'),
      line('Không thu tiền.'),
      line('3. Lưu ý'),
      line('Mang theo sổ.'),
      line('Nơi tiêm', { bold: true }),
      line('Nhà văn hóa.'),
      line('LỊCH CẮT NƯỚC'),
      line('Từ 22 giờ.'),
    ]);
    expect(sections.map(({ heading }) => heading)).toEqual([
      null,
      'Thời gian',
      'Điều 2. Phí tiêm',
      '3. Lưu ý',
      'Nơi tiêm',
      'LỊCH CẮT NƯỚC',
    ]);
    expect(sections[2]?.lines).toEqual(['Không thu tiền.']);
  });

  it.each([
    'Điều 5. Hộ dân để rác trước cửa nhà trong khung giờ đã nêu, buộc kín túi và không để qua đêm.',
    '1. Khu phố 3: từ 7 giờ 30 đến 16 giờ 30 ngày 24/11/2026.',
    'Thực hiện kế hoạch phòng, chống bệnh dại;',
    'Ngày 05/12/2026 tại nhà văn hóa khu phố 1',
  ])('keeps as text: %s', (text) => {
    expect(cutSections([line(text)])).toEqual([{ heading: null, lines: [text] }]);
  });

  it.each([
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'ỦY BAN NHÂN DÂN PHƯỜNG HÒA BÌNH',
    'Số: 12/TB-UBND',
    'Nơi nhận:',
    '_______',
    '(Đã ký)',
  ])('leaves out what stands on every paper: %s', (text) => {
    expect(cutSections([line(text), line('Từ 22 giờ.')])).toEqual([{ heading: null, lines: ['Từ 22 giờ.'] }]);
  });

  it('loses no heading that has nothing below it', () => {
    expect(cutSections([line('Chương I', { heading: 1 }), line('Điều 1. Rác'), line('Thu gom.')])).toEqual([
      { heading: 'Chương I', lines: ['Chương I'] },
      { heading: 'Điều 1. Rác', lines: ['Thu gom.'] },
    ]);
  });

  it('goes on under the same heading where a section is long', () => {
    const sections = cutSections([
      line('1. Danh sách'),
      ...Array.from({ length: 100 }, () => line(`${'a '.repeat(60)}.`)),
    ]);
    expect(sections.length).toBeGreaterThan(2);
    expect(new Set(sections.map(({ heading }) => heading))).toEqual(new Set(['1. Danh sách']));
    expect(sections.flatMap(({ lines }) => lines)).toHaveLength(100);
  });
});

describe('linesOfTable', () => {
  it('names the columns in every row where the first row holds names', () => {
    expect(
      linesOfTable([
        ['Ngày', 'Khu phố'],
        ['05/12/2026', '1, 2'],
        ['06/12/2026', ''],
      ]),
    ).toEqual(['Ngày: 05/12/2026; Khu phố: 1, 2', 'Ngày: 06/12/2026']);
  });

  it('sets cells side by side where it does not', () => {
    expect(
      linesOfTable([
        ['05/12/2026', 'Khu phố 1'],
        ['06/12/2026', 'Khu phố 3'],
      ]),
    ).toEqual(['05/12/2026; Khu phố 1', '06/12/2026; Khu phố 3']);
  });
});
