import { describe, expect, it } from '@jest/globals';
import { piecesOf } from './pieces.ts';

describe('an answer in pieces', () => {
  it('keeps a title with what follows it, and a label with its first item', () => {
    const groups = piecesOf([
      { kind: 'title', text: 'Đăng ký khai sinh' },
      { kind: 'say', text: 'Giấy tờ cần mang:' },
      { kind: 'list', label: 'Phải nộp', items: ['Giấy chứng sinh', 'Tờ khai'], ordered: true, role: 'papers' },
      { kind: 'note', text: 'Theo bản công bố.' },
    ]);
    expect(groups.map((group) => group.map(({ text }) => text))).toEqual([
      ['Đăng ký khai sinh', 'Giấy tờ cần mang:'],
      ['Phải nộp', 'Giấy chứng sinh'],
      ['Tờ khai'],
      ['Theo bản công bố.'],
    ]);
    expect(groups[2]?.[0]).toMatchObject({ kind: 'item', number: 2, isPaper: true });
  });
});
