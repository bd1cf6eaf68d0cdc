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
    Chủ nhật công an xã có tiếp dân không?
    Sáng chủ nhật có ai nhận hồ sơ không?
    Thứ 7 có mở cửa không ad?
    Trưa còn ai tiếp dân không?
    Mấy giờ thì xã hết nhận giấy?
    Cuối tuần nộp hồ sơ được không?`,
  contact: `
    Cho xin số điện thoại của phường
    Địa chỉ bộ phận một cửa ở đâu?
    Hotline của xã mình là số nào?
    Em lên bộ phận một cửa nào để nộp hồ sơ?
    Trụ sở ủy ban nhân dân xã nằm ở đâu?`,
  privacy: `
    Dữ liệu của tôi có bị lưu lại không?
    Ai đọc được cuộc trò chuyện này, có bảo mật không?
    Xóa lịch sử chat của tôi đi`,
  anywhere: `
    Giấy tờ nộp ở phường khác trong tỉnh có được không?
    Hồ sơ của tôi nộp xã nào trong tỉnh cũng được phải không?
    Nộp hồ sơ phi địa giới là thế nào?
    Mình nộp ở trung tâm bất kỳ trong thành phố được chứ?`,
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
  Thứ bảy có làm căn cước không?
  Chủ nhật công an có làm hộ chiếu không?
  Khai sinh nộp ở phường khác trong tỉnh được không?
  Đăng ký tạm trú ở xã nào cũng được phải không?
  Quán mở cửa chủ nhật có phải xin phép không?
  Chứng thực bản sao ở ủy ban nào cũng được à?
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
