/** Worries about calls, links and accounts, and questions that only mention a link or an account. */
import { describe, expect, it } from '@jest/globals';
import { contactsIn, type ScamQuestion, scamQuestionIn } from './scam.ts';
import { linesOf, withoutMarks } from './test-everyday-questions.ts';
import { wordingOf } from './wording.ts';

const worries: Readonly<Record<ScamQuestion, string>> = {
  check: `
    Có người gọi xưng công an phường đòi mã OTP, có phải lừa đảo không?
    Tin nhắn bảo bấm link cập nhật căn cước, có an toàn không?
    Số này gọi tới bảo tôi nộp tiền, có phải của phường không?
    Zalo lạ tự xưng cán bộ xã kêu cài app VNeID, tin được không?
    Cán bộ gọi điện hỏi mã xác thực, có nên đọc không?
    Link dichvucong-gov.xyz này có thật không?
    Có ai giả danh cán bộ bảo hiểm gọi tôi chuyển khoản
    Công an gọi điện bắt tôi đọc mã otp
    Web này có phải của nhà nước không, nó bắt chuyển khoản
    Cuộc gọi tự xưng ở ủy ban có đáng tin không?
    Số lạ gọi bảo là công an phường bắt cài VNeID có phải lừa đảo không?
    Được báo trúng tiền hỗ trợ, có phải lừa đảo không em?`,
  lost: `
    Tôi lỡ bấm vào link lạ rồi đọc otp, giờ làm sao?
    Em vừa chuyển tiền cho nó rồi, phải làm gì?
    Mẹ tôi đã đọc mã otp cho người gọi đến`,
  list: `
    Trang dịch vụ công chính thức là trang nào?
    Website thật của cổng dịch vụ công là gì?
    App định danh nào là chính thức?`,
  account: `
    Cho xin số tài khoản của phường để chuyển lệ phí
    Số tài khoản nộp lệ phí là bao nhiêu?
    Chuyển khoản lệ phí vào số tài khoản nào?`,
};

const harmless = linesOf(`
  Đổi số tài khoản nhận lương hưu thì làm sao?
  Số tài khoản nhận trợ cấp bị sai, sửa ở đâu?
  Nhận tiền bảo hiểm qua tài khoản ngân hàng được không?
  Nộp lệ phí qua chuyển khoản được không?
  Chuyển khoản lệ phí rồi có biên lai không?
  Quét mã QR để nộp phí ở quầy được không?
  Cài ứng dụng VNeID thế nào?
  Bị lừa đảo mất tiền thì trình báo ở đâu?
  Không nhận được mã OTP khi đăng nhập cổng dịch vụ công
  OTP gửi về số cũ, đổi số điện thoại thế nào?
  Bản sao có chứng thực có giá trị như bản chính thức không?
  Giấy khai sinh chính thức khác bản sao thế nào?
  Người gọi là chủ hộ có phải đi cùng không?
  Công an gọi lên làm căn cước thì mang gì?
  Tin nhắn báo thẻ bảo hiểm hết hạn, gia hạn ở đâu?
  Có thật là khai sinh không mất tiền không?
  Giấy giả hay thật thì ai xác minh?
  Website nộp tạm trú online ở đâu?
  Xã có số điện thoại nào để hỏi không?
  Địa chỉ trang nộp hồ sơ xây dựng là gì?
  Chuyển tiền sử dụng đất vào kho bạc thế nào?
  Đã chuyển tiền mua đất rồi mà chưa sang tên thì làm gì?
  Nộp tiền phạt ở đâu?
  Gọi tổng đài bảo hiểm số mấy?
  Link nộp hồ sơ khai sinh là gì?
  Bấm vào đâu để nộp hồ sơ trên cổng?
`);

describe('scamQuestionIn', () => {
  const told = Object.entries(worries).flatMap(([kind, text]) => linesOf(text).map((line) => [kind, line] as const));

  it.each(told)('hears %s: %s', (kind, text) => {
    expect(scamQuestionIn(wordingOf(text))).toBe(kind);
  });

  it.each(told)('hears %s without marks: %s', (kind, text) => {
    expect(scamQuestionIn(wordingOf(withoutMarks(text)))).toBe(kind);
  });

  it.each(harmless)('hears no worry: %s', (text) => {
    expect(scamQuestionIn(wordingOf(text))).toBeNull();
  });

  it.each(harmless.map(withoutMarks))('hears no worry without marks: %s', (text) => {
    expect(scamQuestionIn(wordingOf(text))).toBeNull();
  });
});

describe('contactsIn', () => {
  it('finds links and public numbers as written', () => {
    expect(contactsIn('Link https://dichvucong-gov.xyz/nop và số 1900 9095, 113 có thật không?')).toEqual([
      'https://dichvucong-gov.xyz/nop',
      '1900 9095',
      '113',
    ]);
  });

  it('finds nothing in amounts, days and codes', () => {
    expect(contactsIn('Lệ phí 20.000 đồng, 7 ngày, thủ tục 1.001193, ngày 21.11.2026')).toEqual([]);
  });

  it('reads a line of dashes of any length in one go: going back over it would not end', () => {
    expect(contactsIn(`${'-'.repeat(400_000)} dichvucong.gov.vn ${'a.'.repeat(200_000)}`)).toEqual([
      'dichvucong.gov.vn',
    ]);
  });
});
