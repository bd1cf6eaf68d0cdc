/** Small questions about the desk, told from procedures that hold the same words. */
import { describe, expect, it } from '@jest/globals';
import { type DeskQuestion, deskQuestionIn } from './desk-question.ts';
import { everydayQuestions, linesOf, withoutMarks } from './test-everyday-questions.ts';
import { wordingOf } from './wording.ts';

const asked: Readonly<Record<DeskQuestion, string>> = {
  hours: `
    Thứ bảy phường có làm việc không?
    Mấy giờ một cửa đóng cửa?
    Ủy ban làm việc từ mấy giờ?
    Chiều nay quầy còn nhận hồ sơ không?
    Phường có nghỉ trưa không?
    Chủ nhật công an xã có tiếp dân không?`,
  contact: `
    Cho xin số điện thoại của phường
    Địa chỉ bộ phận một cửa ở đâu?
    Hotline của xã mình là số nào?`,
  privacy: `
    Dữ liệu của tôi có bị lưu lại không?
    Ai đọc được cuộc trò chuyện này, có bảo mật không?
    Xóa lịch sử chat của tôi đi`,
};
const matters = linesOf(`
  Mở cửa hàng tạp hóa ở xã cần giấy gì?
  Mở cửa tiệm tóc có phải đăng ký với phường không?
  Thứ bảy tôi làm căn cước cho con ở công an phường cần mang gì?
  Số điện thoại trong giấy tạm trú sai thì sửa ở phường nào?
  Địa chỉ thường trú ghi xã cũ có phải đổi không?
  Đóng cửa hàng thì báo phường thế nào?
  Thông tin của tôi trên căn cước bị sai, sửa ở đâu?
  Xóa đăng ký thường trú ở xã cũ thế nào?
  Cung cấp dữ liệu đất đai ở xã cần giấy gì?
`);

describe('deskQuestionIn', () => {
  const told = Object.entries(asked).flatMap(([kind, text]) => linesOf(text).map((line) => [kind, line] as const));

  it.each(told)('hears %s: %s', (kind, text) => {
    expect(deskQuestionIn(wordingOf(text))).toBe(kind);
    expect(deskQuestionIn(wordingOf(withoutMarks(text)))).toBe(kind);
  });

  it.each([...matters, ...everydayQuestions])('leaves to the search: %s', (text) => {
    expect(deskQuestionIn(wordingOf(text))).toBeNull();
    expect(deskQuestionIn(wordingOf(withoutMarks(text)))).toBeNull();
  });
});
