/** The second ear: words that no rule knows, near misses, and what it stands on. */
import { describe, expect, it } from '@jest/globals';
import { earOf } from './ear.ts';
import { earFeatures } from './ear-features.ts';
import { personRequestIn } from './person-request.ts';
import { personFrom, personWishIn } from './person-wish.ts';
import { everydayQuestions, linesOf, withoutMarks } from './test-everyday-questions.ts';
import { wordingOf } from './wording.ts';

const heardByNoRule = linesOf(`
  Tui mù chữ, đọc hổng được, có ai đọc dùm
  Lỗ tai tui điếc đặc, ra đây nói lớn cho tui nghe
  Tay tôi run không bấm được, có ai bấm hộ tôi không
  có ad thật ở đây k
  thôi thôi thôi đừng đọc nữa, kiếm người cho tôi hỏi
  Nói với máy như nói với đầu gối
`);
const wantNobody = linesOf(`
  giấy giới thiệu người đại diện viết thế nào
  thủ tục khiếu nại gồm những gì
  nhân viên công ty tôi ở chung phòng trọ có phải khai tạm trú không
  gặp khó khăn khi nộp online thì nộp giấy được không
  chuyển người khác đứng tên thì làm sao
  cán bộ hộ tịch ký ở đâu
`);

describe('the second ear', () => {
  it.each(heardByNoRule)('hears what no rule does: %s', (text) => {
    expect(personRequestIn(wordingOf(text))).toBeNull();
    expect(personWishIn(wordingOf(text), 'beforeSearch')).not.toBeNull();
  });

  it.each(heardByNoRule)('hears it without marks: %s', (text) => {
    expect(personWishIn(wordingOf(withoutMarks(text)), 'nothingFound')).not.toBeNull();
  });

  it.each(wantNobody.flatMap((text) => [text, withoutMarks(text)]))('takes no near miss for a wish: %s', (text) => {
    expect(personWishIn(wordingOf(text), 'beforeSearch')).toBeNull();
  });

  it('leaves everyday questions alone: at most one in a hundred is taken', () => {
    const all = [...everydayQuestions, ...everydayQuestions.map(withoutMarks)];
    const taken = all.filter((text) => personWishIn(wordingOf(text), 'beforeSearch') !== null);
    expect(taken.length).toBeLessThanOrEqual(all.length / 100);
  });

  it('is the less trusted the earlier it is asked', () => {
    const { first, beforeSearch, nothingFound, asking } = personFrom;
    expect([first, beforeSearch, nothingFound, asking]).toEqual([0.95, 0.8, 0.5, 0.3]);
  });

  it('says what to do when it has no weights', () => {
    expect(() => earOf({ classes: ['none', 'asked'], weights: {} })).toThrow(/evaluations\/ears\/train\.ts/);
  });

  it('weighs what it knows: with nothing said for any class all are alike', () => {
    const { chance } = earOf({ classes: ['none', 'asked'], weights: { '': [0, 0] } })(new Set(['w:gap']));
    expect(chance).toBeCloseTo(0.5);
  });
});

describe('what the ear hears of a message', () => {
  it('is the same with marks and without but for the marked words', () => {
    const [marked, plain] = ['Chờ hoài không ai gọi', 'Cho hoai khong ai goi'].map((text) =>
      [...earFeatures(wordingOf(text))].filter((name) => !name.startsWith('m:')),
    );
    expect(plain).toEqual(marked);
  });

  it('has an end: a very long message is heard by its first words', () => {
    expect(earFeatures(wordingOf('hỏi hoài không xong '.repeat(2_000))).size).toBeLessThan(700);
  });
});
