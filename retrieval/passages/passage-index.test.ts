import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openPassageIndex, type Passage } from './passage-index.ts';
import { readPassageQuestion } from './passage-question.ts';
import { sayOneWay } from './same-matters.ts';

const passage = (id: string, title: string, text: string, heading: string | null = null): Passage => ({
  id,
  title,
  heading,
  text,
});
const passages = [
  passage('rac', 'Quy định thu gom rác', 'Rác được thu gom từ 18 giờ đến 20 giờ các ngày thứ Hai, thứ Tư.'),
  passage('dien', 'Thông báo tạm ngừng cung cấp điện', 'Khu phố 3: từ 7 giờ 30 ngày 24/11/2026.', '1. Lịch'),
  passage('khai', 'Thông báo khai mạc hội xuân', 'Khai mạc lúc 7 giờ tại sân phường, sinh viên được mời.'),
];
const index = openPassageIndex(passages);
const find = (text: string) => index.search(readPassageQuestion(text), () => true);

describe('openPassageIndex', () => {
  it.each([
    ['đổ rác mấy giờ', 'rac'],
    ['do rac may gio', 'rac'],
    ['khi nào cúp điện', 'dien'],
    ['cup dien khi nao', 'dien'],
    ['hội xuân khai mạc lúc nào', 'khai'],
  ])('finds, with marks or without: %s', (question, id) => {
    const [best] = find(question);
    expect(best).toMatchObject({ passage: { id }, explainedContent: 1, joined: true });
  });

  it('does not take syllables that stand apart for a name', () => {
    const found = find('đăng ký khai sinh').find((hit) => hit.passage.id === 'khai');
    expect(found?.joined ?? false).toBe(false);
  });

  it('tells words apart by their marks where the question has marks', () => {
    const marks = openPassageIndex([passage('cho', 'Thông báo cho vay', 'Cho vay vốn sản xuất.')]);
    expect(marks.search(readPassageQuestion('chó dữ'), () => true)).toEqual([]);
  });

  it('gives nothing of documents that may not be seen', () => {
    expect(
      index.search(readPassageQuestion('đổ rác mấy giờ'), (id) => id !== 'rac').map(({ passage: { id } }) => id),
    ).not.toContain('rac');
  });

  it('never throws, and explains between nothing and all, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const { explained, explainedContent } of find(text)) {
          expect(explained).toBeGreaterThanOrEqual(0);
          expect(Math.max(explained, explainedContent)).toBeLessThanOrEqual(1.000001);
        }
      }),
    );
  });
});

describe('sayOneWay', () => {
  it.each([
    ['khi nào mất điện', 'khi nào cắt điện'],
    ['tạm ngừng cung cấp nước', 'tạm cắt nước'],
    ['cup dien', 'cat dien'],
    ['chích ngừa dại', 'tiêm phòng dại'],
    ['mất điện thoại', 'mất điện thoại'],
    ['mat dien thoai', 'mat dien thoai'],
  ])('says %s', (text, said) => {
    expect(sayOneWay(text)).toBe(said);
  });
});
