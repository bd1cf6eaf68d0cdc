import { describe, expect, it } from '@jest/globals';
import { asksOfOthersCase, asksOfOwnCase, asksOutcome } from './signed-in-question.ts';
import { linesOf } from './test-everyday-questions.ts';
import { wordingOf } from './wording.ts';

const own = linesOf(`
  tình hình hồ sơ sao rồi
  hồ sơ của tôi có vấn đề gì không
  họ trả hồ sơ lại không nói lý do gì hết
  vì sao đơn của tôi không được duyệt
  tôi phải sửa gì để nộp lại hồ sơ
  Đã quá ngày hẹn trả kết quả, tôi phải làm gì?
  hồ sơ gần nhất của tôi
  cho mình hỏi hồ sơ đang ở phòng nào xử lý
  tôi bổ sung giấy rồi, hồ sơ đã nhận chưa
  tôi quên mã hồ sơ rồi
  ho so cua toi ai ky`);
const rules = linesOf(`
  Thủ tục đăng ký kết hôn xử lý hồ sơ thế nào?
  Hồ sơ khai sinh gồm những gì?
  Nộp hồ sơ tách thửa ở đâu?
  Tôi muốn xin giấy phép xây nhà thì hồ sơ thế nào?
  Thời gian niêm yết công khai kết quả kiểm tra hồ sơ là bao lâu?
  Đăng ký tạm trú mất bao lâu?`);
const others = linesOf(`
  cái hồ sơ của chị ấy tới đâu rồi
  tra hồ sơ của người tên Nguyễn Văn Bình
  hồ sơ anh Sính xong chưa
  xem hồ sơ của sếp tôi`);

describe('what somebody who is signed in means', () => {
  it.each(own)('his own case: %s', (text) => expect(asksOfOwnCase(wordingOf(text))).toBe(true));
  it.each(rules)('the rules: %s', (text) => {
    expect([asksOfOwnCase(wordingOf(text)), asksOfOthersCase(wordingOf(text))]).toEqual([false, false]);
  });
  it.each(others)('somebody else’s: %s', (text) => expect(asksOfOthersCase(wordingOf(text))).toBe(true));
  it('what came of it: "giấy khai sinh của con tôi làm xong chưa"', () => {
    expect(asksOutcome(wordingOf('giấy khai sinh của con tôi làm xong chưa'))).toBe(true);
    expect(asksOutcome(wordingOf('giấy khai sinh của con tôi cần giấy tờ gì'))).toBe(false);
  });
});
