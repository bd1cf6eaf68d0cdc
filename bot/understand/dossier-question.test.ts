/** Questions about a case already filed, told from questions about what to file. */
import { describe, expect, it } from '@jest/globals';
import { type DossierQuestion, dossierQuestionIn } from './dossier-question.ts';
import { linesOf, withoutMarks } from './test-everyday-questions.ts';
import { wordingOf } from './wording.ts';

const filed: Readonly<Record<DossierQuestion, string>> = {
  own: `
    Hồ sơ của tôi tới đâu rồi?
    Hồ sơ tôi nộp tuần trước xong chưa em?
    hs của em duyệt chưa ad
    Tra cứu tiến độ hồ sơ giúp tôi
    Muốn xem tình trạng hồ sơ thì làm sao?
    Mã hồ sơ 1 của tôi đang ở bước nào?
    Tôi nộp giấy khai sinh hôm mùng 5, bao giờ lấy được?
    Sao hồ sơ của tôi lại bị trả về?
    Quá hẹn 3 ngày rồi mà chưa thấy ai báo
    Giấy hẹn ghi ngày 12 mà hôm nay 15 vẫn chưa có
    Trễ hẹn cả tuần, đơn của tôi bị kẹt ở đâu?
    Người ta yêu cầu bổ sung hồ sơ, tôi còn thiếu cái gì?
    Em nộp thiếu bản vẽ, giờ bổ sung trên mạng được không hay ra quầy?
    Có tin nhắn báo hồ sơ của tôi đã xong, ra lấy mang gì?
    Khi nào có kết quả thì nhắn Zalo cho tôi nhé
    Đổi số điện thoại nhận thông báo hồ sơ giúp tôi
    Hồ sơ em thanh toán lệ phí rồi mà trạng thái vẫn chưa nộp
    Hồ sơ mần tới mô rồi em?
    Tôi mất phiếu hẹn, lấy kết quả được không?
    Em có một hồ sơ thôi, giờ xong chưa?
    Theo dõi hồ sơ đã nộp ở đâu?
    Bao giờ tôi được nhận kết quả hồ sơ đã nộp?
    Tôi nộp qua bưu điện rồi, giờ muốn biết tới đâu
    Đọc giùm bác cái mã trên giấy biên nhận
    Hồ sơ đó liệu có xong trước thứ sáu không?
    Đăng nhập rồi mà không thấy hồ sơ đâu
    Ho so dat cua tui ngam lau qua, bao gio moi co so?`,
  other: `
    Hồ sơ của ông hàng xóm tới đâu rồi?
    Đơn xin phép xây nhà của anh Tư duyệt chưa?
    Xem giúp hồ sơ của vợ cũ tôi xong chưa`,
};

const notFiled = linesOf(`
  Hồ sơ đăng ký kết hôn gồm những gì?
  Hồ sơ nộp ở đâu?
  Nộp hồ sơ rồi bao lâu có kết quả?
  Làm khai sinh bao lâu thì xong?
  Bao lâu thì có sổ đỏ sau khi nộp đủ giấy?
  Hồ sơ bị trả lại thì nộp lại có mất phí không?
  Hồ sơ thiếu giấy tờ thì bổ sung trong mấy ngày theo quy định?
  Thời hạn trả kết quả là bao nhiêu ngày?
  Nếu trễ hẹn thì cơ quan có xin lỗi không?
  Quá hạn đăng ký khai sinh thì sao?
  Căn cước quá hạn có đổi được không?
  Kết quả trả ở đâu?
  Lấy kết quả qua bưu điện được không?
  Người khác đi lấy kết quả thay được không?
  Xin giấy xác nhận cư trú cần những giấy gì?
  Đơn xin ly hôn viết thế nào?
  Đơn của ông nội để lại di chúc thì công chứng sao?
  Giấy tờ của tôi đủ chưa: tờ khai, căn cước, giấy chứng sinh?
  Tôi có giấy chứng sinh rồi còn thiếu gì?
  Em đã có tờ khai với căn cước, cần bổ sung gì nữa để đăng ký tạm trú?
  Tôi vừa nộp tiền phạt, giờ đăng ký khai sinh được chưa?
  Nộp online thì khi nào phải ra phường?
  Khi nào phải gia hạn tạm trú?
  Bao giờ con tôi được làm căn cước?
  Bao giờ thì phải khai tử?
  Chưa có giấy kết hôn thì khai sinh cho con được không?
  Chưa có sổ đỏ thì xây nhà được không?
  Sao chưa đủ 18 tuổi lại không được đăng ký xe?
  Kiểm tra hộ khẩu online ở đâu?
  Tra cứu mã số thuế ở đâu?
  Tra cứu quy hoạch đất thì xin ở đâu?
  Hồ sơ xin phép xây dựng của nhà hai tầng cần gì?
  Hồ sơ của người nước ngoài kết hôn gồm gì?
  Mẫu đơn của thủ tục tách hộ lấy ở đâu?
  Nộp hồ sơ thay cho mẹ thì cần gì?
  Hồ sơ của con dưới 14 tuổi do ai nộp?
  Sổ bảo hiểm của tôi bị mất thì làm lại ở đâu?
  Đơn ly hôn đơn phương nộp ở đâu?
  Đăng nhập VNeID không được thì làm sao?
  Bị từ chối đăng ký kết hôn thì khiếu nại ở đâu?
  Giấy hẹn là gì, có được cấp khi nộp online không?
  Có được gửi thông báo kết quả qua Zalo không?
  Tôi nộp tiền ở ngân hàng được không?
  Em nộp giấy khai sinh bản sao có được không?
`);

describe('dossierQuestionIn', () => {
  const asked = Object.entries(filed).flatMap(([kind, text]) => linesOf(text).map((line) => [kind, line] as const));

  it.each(asked)('knows a filed case (%s): %s', (kind, text) => {
    expect(dossierQuestionIn(wordingOf(text))).toBe(kind);
  });

  it.each(notFiled)('leaves to the search: %s', (text) => {
    expect(dossierQuestionIn(wordingOf(text))).toBeNull();
  });

  it.each(notFiled.map(withoutMarks))('leaves to the search without marks: %s', (text) => {
    expect(dossierQuestionIn(wordingOf(text))).toBeNull();
  });

  it('knows most of them without marks too', () => {
    const known = asked.filter(([, text]) => dossierQuestionIn(wordingOf(withoutMarks(text))) !== null);
    expect(known.length / asked.length).toBeGreaterThanOrEqual(0.85);
  });
});
