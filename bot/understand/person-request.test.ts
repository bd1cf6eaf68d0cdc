/** Who wants a person, complains or has had enough; and who only mentions a person. */
import { describe, expect, it } from '@jest/globals';
import { type PersonRequest, personRequestIn } from './person-request.ts';
import { linesOf, withoutMarks } from './test-everyday-questions.ts';
import { wordingOf } from './wording.ts';

const wishes: Readonly<Record<PersonRequest, string>> = {
  asked: `
    Cho tôi gặp cán bộ
    gặp người thật đi
    Tôi muốn nói chuyện với người chứ không nói với máy
    Nối máy cho tôi gặp tổng đài viên
    Cho bác nói chuyện với cô nào ở phường đi cháu
    Có ai ở đó không, trả lời tôi với
    Gọi lại cho tôi số này nhé
    Em cần người hỗ trợ trực tiếp
    Chuyển qua nhân viên giúp
    Cho gặp anh địa chính một chút
    Kêu cô tư pháp ra giúp tui với
    không nói chuyện với robot nữa
    Bấm phím mấy để gặp người?
    Tui muốn gặp chủ tịch phường
    Có cán bộ nào trực ở đó không?`,
  complaint: `
    Tôi muốn khiếu nại về cách làm việc của quầy số 3
    Cán bộ quầy 2 thái độ quá, quát tháo dân
    Họ ngâm hồ sơ của tôi cả tháng
    Tôi phản ánh chuyện cán bộ vòi tiền
    Cán bộ hành dân, làm khó đủ thứ
    Thu tiền của tôi mà không biên lai
    Cái kiosk nuốt tiền của tôi rồi
    Máy lấy số bị treo rồi em ơi
    Nhân viên hách dịch, vô trách nhiệm
    Tôi kiến nghị phường sửa lại giờ tiếp dân`,
  denounce: `
    Tôi muốn tố cáo cán bộ địa chính nhận tiền
    Tôi cần tố giác một vụ lừa đất
    Gửi đơn tố cáo trưởng thôn giúp tôi`,
  harm: `
    Chồng tôi hay đánh tôi, tôi cần hỏi cách trình báo
    Hồi trước chồng cũ từng đánh đập mẹ con em, giờ em sợ, nên báo ai
    Năm ngoái em bị hàng xóm hành hung, giờ muốn trình báo`,
  distress: `
    Tôi đi ba lần rồi mà vẫn chưa được việc
    Bực hết cả mình, hỏi hoài không ra
    Lên xuống bốn lượt mà lần nào cũng bắt về
    Hỏi mấy lần mà trả lời sai hoài
    Làm ăn kiểu gì thế này
    Chán lắm rồi, mệt mỏi lắm rồi`,
};

const notWanted = linesOf(`
  Chứng thực chữ ký có cần gặp trực tiếp cán bộ để ký không?
  Có phải gặp công an phường để làm căn cước không?
  Gặp khó khăn khi nộp online thì làm sao?
  Em gặp lỗi khi thanh toán lệ phí
  Người nhà đi nộp thay được không?
  Người đại diện ký tờ khai là ai?
  Người nước ngoài cần giấy gì để kết hôn?
  Nói chuyện với mẹ rồi, mẹ đồng ý cho tách hộ, giờ cần gì?
  Gọi cho ai khi cổng dịch vụ công bị lỗi?
  Chuyển hồ sơ qua phường khác được không?
  Chuyển khẩu cho người già cần gì?
  Mời người làm chứng di chúc có cần cán bộ không?
  Cán bộ tư pháp xã có chứng thực hợp đồng không?
  Chủ tịch xã ký giấy gì?
  Nhân viên công ty đăng ký tạm trú theo nhóm được không?
  Nhờ người khác lấy kết quả giùm được không?
  Xin giấy giới thiệu của công an xã ở đâu?
  Máy in kẹt giấy mà em cần bản sao khai sinh thì xin thế nào?
  Cổng bị treo, đăng ký tạm trú online còn cách nào khác không?
  Xây nhà làm kho chứa hàng cần giấy gì?
  Nộp với tiền lệ phí một lần luôn hay sao?
  Giảm giấy tờ nào khi có căn cước?
  Thủ tục khiếu nại lần hai giải quyết trong bao lâu?
  Nhà to cao quá có cần phép không?
  Con tôi cao to, chưa đủ tuổi đi nghĩa vụ
  Đi hai lần mới xong giấy khai sinh là bình thường hả em?
  Phải đi mấy lần mới xong?
  Từng đăng ký kết hôn rồi, giờ làm lại có khó không?
  Hành khách đi xe có cần đăng ký không?
  Bác ơi cho em hỏi làm tạm trú
  Con ơi, bà hỏi cái thẻ bảo hiểm
  Chị ơi giúp em thủ tục khai sinh với
  Anh địa chính bảo thiếu bản vẽ, bản vẽ xin ở đâu?
  Cô hộ tịch nghỉ thai sản thì ai ký khai sinh?
  Người có công được miễn phí gì?
  Tôi là người phụ thuộc, cần xác nhận gì?
  Đánh giá cán bộ cuối năm thì lấy mẫu ở đâu?
  Xin số thứ tự ở máy nào?
  Công an gọi lên làm căn cước thì mang gì?
  Ông chủ gọi lại giấy tờ bảo thiếu tạm trú, tạm trú cần gì?
  Tuyển cán bộ không chuyên trách cần hồ sơ gì?
  Người ta bảo phải có xác nhận của hai người làm chứng, đúng không?
`);

describe('personRequestIn', () => {
  const told = Object.entries(wishes).flatMap(([kind, text]) => linesOf(text).map((line) => [kind, line] as const));

  it.each(told)('hears %s: %s', (kind, text) => {
    expect(personRequestIn(wordingOf(text))).toBe(kind);
  });

  it.each(notWanted)('hears no wish for a person: %s', (text) => {
    expect(personRequestIn(wordingOf(text))).toBeNull();
  });

  it.each(notWanted.map(withoutMarks))('hears no wish for a person without marks: %s', (text) => {
    expect(personRequestIn(wordingOf(text))).toBeNull();
  });

  it('hears most of them without marks too', () => {
    const heard = told.filter(([, text]) => personRequestIn(wordingOf(withoutMarks(text))) !== null);
    expect(heard.length / told.length).toBeGreaterThanOrEqual(0.85);
  });
});
