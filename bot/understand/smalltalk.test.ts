/** Pleasantries alone are answered in kind; a question beside them is a question. */
import { describe, expect, it } from '@jest/globals';
import { asksAboutMedia, type Smalltalk, smalltalkIn } from './smalltalk.ts';
import { linesOf, withoutMarks } from './test-everyday-questions.ts';
import { wordingOf } from './wording.ts';

const pleasantries: Readonly<Partial<Record<Smalltalk, string>>> = {
  hello: `
    Xin chào
    chào em
    Alo alo
    Dạ em chào anh chị ạ
    hello bot
    hi ad`,
  thanks: `
    Cảm ơn em nhiều nhé
    cám ơn nha
    thank you
    Bác cảm ơn cháu
    Ok cảm ơn em, hữu ích lắm
    tks ad`,
  bye: `
    Tạm biệt
    Thôi chào nhé, mai bác ra
    bye bot
    Hẹn gặp lại em`,
  who: `
    Em là ai?
    Bạn là người hay máy?
    Đây là robot hả?
    Bạn tên gì?
    are you a bot`,
  can: `
    Em giúp được những gì?
    Bot biết làm gì?
    Bạn hỗ trợ được gì?
    what can you do`,
  how: `
    Em khỏe không?
    Bot ăn cơm chưa?
    Lễ này em có nghỉ không?`,
  ok: `
    ok
    Dạ vâng
    ừ
    Hiểu rồi
    được rồi em`,
  sorry: `
    bot ngu quá
    Dở quá
    trả lời sai rồi`,
};

const questions = linesOf(`
  Cần làm giấy gì?
  Giờ em cần làm gì?
  Mình làm gì tiếp theo?
  Cảm ơn em, thế lệ phí?
  Cảm ơn, còn nộp ở đâu?
  Chào em, khai sinh cần gì?
  Chào, làm căn cước
  Xin chào, cho hỏi tạm trú
  Alo, lệ phí kết hôn?
  Mai ra nộp được không?
  Mai đi làm căn cước mang gì?
  Sáng mai phường có làm không?
  Hôm nay có nhận hồ sơ không?
  Hẹn trước được không?
  Sửa nhà dột có cần phép không?
  Đợt này có miễn phí không?
  Không dùng nữa thì hủy sao?
  Giấy sai rồi sửa sao?
  Ghi sai rồi, làm lại ở đâu?
  Bán cháo có cần đăng ký?
  Ok thế còn lệ phí?
  Vâng, thế nộp ở đâu?
  Được rồi, còn thời gian?
  Rồi, giấy tờ gì?
  Em là chủ hộ thì khai gì?
  Mình là người thuê nhà thì khai gì?
  Ai là người ký?
  Người thật việc thật
  Ai có quyền ký?
  Bạn là gì của chủ hộ ghi ở đâu?
  Tên gì thì được đăng ký hộ kinh doanh?
  Con tên gì cũng được hả?
  Em ở xa làm được gì?
  Giúp em khai sinh
  Tạm biệt người mất thì khai tử ở đâu?
  Biết ơn liệt sĩ có trợ cấp gì?
  Nghỉ lễ có làm việc không?
  Trưa có nghỉ không?
  Có phải người giám hộ ký không?
  Sắp nghỉ hưu thì làm hồ sơ gì?
  Hướng dẫn sử dụng VNeID
  Ăn hỏi xong đăng ký kết hôn luôn được không?
`);

describe('smalltalkIn', () => {
  const told = Object.entries(pleasantries).flatMap(([kind, text]) =>
    linesOf(text).map((line) => [kind, line] as const),
  );

  it.each(told)('hears %s: %s', (kind, text) => {
    expect(smalltalkIn(wordingOf(text))).toBe(kind);
  });

  it.each(told)('hears %s without marks: %s', (_kind, text) => {
    expect(smalltalkIn(wordingOf(withoutMarks(text)))).not.toBeNull();
  });

  it.each(questions)('takes for a question: %s', (text) => {
    expect(smalltalkIn(wordingOf(text))).toBeNull();
  });

  it.each(questions.map(withoutMarks))('takes for a question without marks: %s', (text) => {
    expect(smalltalkIn(wordingOf(text))).toBeNull();
  });
});

describe('asksAboutMedia', () => {
  it.each([
    'Em gửi ảnh giấy tờ qua đây được không?',
    'Tôi chụp hình căn cước gửi em nhé được không',
    'ghi âm giọng nói gửi được không',
  ])('yes: %s', (text) => expect(asksAboutMedia(wordingOf(text))).toBe(true));

  it.each([
    'Ảnh thẻ 3x4 cần mấy tấm?',
    'Nộp file scan trên cổng được không?',
    'Chụp ảnh làm căn cước ở đâu?',
    'Anh trai tôi gửi giấy về thì nộp được không?',
    'Gửi hồ sơ qua bưu điện được không?',
  ])('no: %s', (text) => expect(asksAboutMedia(wordingOf(text))).toBe(false));
});
