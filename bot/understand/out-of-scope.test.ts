/** What no ward answers, by kind; and the procedures that sound alike. */
import { describe, expect, it } from '@jest/globals';
import { type OutOfScope, outOfScopeIn, speaksOfProcedures } from './out-of-scope.ts';
import { linesOf, withoutMarks } from './test-everyday-questions.ts';
import { wordingOf } from './wording.ts';

const outside: Readonly<Record<OutOfScope, string>> = {
  'out-of-scope': `
    Hôm nay trời có mưa không?
    Kết quả xổ số miền Nam chiều nay
    Giá vàng hôm nay bao nhiêu?
    Tối nay đội tuyển đá mấy giờ?
    Nấu phở bò thế nào cho ngon?
    Giải giúp con bài tập toán lớp 5
    Viết giúp đoạn code python
    Crush không rep tin nhắn thì làm sao?
    Mua điện thoại ở đâu rẻ nhất?
    Kể chuyện cười nghe đi
    Tìm việc làm ở công ty nào lương cao?
    Thủ đô nước Pháp là gì?`,
  health: `
    Tôi bị đau bụng uống thuốc gì?
    Bé sốt 39 độ cho uống gì?
    Nhức đầu chóng mặt là bệnh gì?`,
  advice: `
    Kiện hàng xóm lấn đất thì có thắng không?
    Ly hôn thì tài sản chia thế nào cho tôi được nhiều hơn?
    Ăn trộm xe máy bị mấy năm tù?
    Có nên rút bảo hiểm xã hội một lần không, quyết giúp em
    Nên bán đất hay giữ, tư vấn em với`,
  opinion: `
    Theo em chính sách này đúng hay sai?
    Kỳ này nên bầu cho ai?
    Đất khu này có lên giá không?
    Em nghĩ sao về ông chủ tịch mới?`,
  court: `
    Thủ tục ly hôn cần gì?
    Tôi muốn ly hôn đơn phương
    Nộp đơn ly hôn ở đâu?`,
};

const inside = linesOf(`
  Điều kiện hưởng trợ cấp tháng là gì?
  Tòa nhà 5 tầng có thẩm định phòng cháy không?
  Nhập khẩu có kiện hàng thì cần giấy gì?
  Giấy này dùng được mấy năm từ khi cấp?
  Bắt đầu từ đâu để làm sổ đỏ?
  Khai thế này đúng hay sai vậy em?
  Em thấy ghi trên cổng là 3 ngày, sao lâu vậy?
  Có nên nộp trực tiếp hay nộp online nhanh hơn?
  Chọn giúp em mẫu tờ khai đúng cho khai sinh
  Tính giúp tôi tiền lệ phí trước bạ
  Để được duyệt thì cần thêm giấy gì?
  Quen biết nhau qua mạng, kết hôn với người Mỹ cần gì?
  Ly hôn rồi, sổ đỏ đứng tên chung thì tách thế nào?
  Đã ly hôn, muốn đổi họ cho con thì sao?
  Bản án ly hôn bị mất thì xin lại giấy độc thân được không?
  Đau ốm không đi được thì ai làm thay?
  Bị bệnh tâm thần thì ai giám hộ?
  Mở quán bún, quán phở cần gì?
  Mở tiệm game, tiệm net cần gì?
  Chiếu phim ngoài trời cho dân xem phải xin phép ai?
  Đăng ký mở lớp dạy bơi
  Mua xe cũ giá rẻ của người quen, sang tên sao?
  Người yêu ở nước ngoài, em muốn bảo lãnh kết hôn
  Dịch giấy khai sinh sang tiếng Hàn ở đâu
  Xin việc cần giấy xác nhận gì ở phường?
  Xin giấy để đi xin việc làm ở công ty
  Bão làm sập nhà, xin hỗ trợ thế nào?
  Mưa lớn hỏng giấy tờ, xin cấp lại ở đâu?
  Hôm nay trời mưa to, em ra trễ có nộp được không?
  Bán vàng mã có cần đăng ký kinh doanh không?
  Bán cá ở chợ có cần giấy phép không?
  Nuôi gà quy mô nhỏ có khai báo không?
  Làm bánh bán online có phải đăng ký không?
  Góp đất đầu tư với xã thì cần giấy tờ gì?
  Vay vốn ngân hàng chính sách xã hội xác nhận ở đâu?
  Tách thửa có lợi gì khi chuyển nhượng, cần giấy gì?
  Tôi bị thu hồi đất, chính sách hỗ trợ thế nào?
  Tuổi nào được kết hôn?
  Hai đứa yêu nhau chưa đủ tuổi có đăng ký được không?
  Chia tay rồi, hủy đăng ký kết hôn được không?
  Giải tỏa nhà, xin xác nhận nhân khẩu
  Thuê nhà giá rẻ, chủ nhà không cho đăng ký tạm trú
  Vợ muốn giành quyền nuôi con, giấy khai sinh con ai giữ?
  Thẻ bảo hiểm y tế dùng khám bệnh ở đâu?
`);

describe('outOfScopeIn', () => {
  const told = Object.entries(outside).flatMap(([kind, text]) => linesOf(text).map((line) => [kind, line] as const));

  it.each(told)('tells %s: %s', (kind, text) => {
    expect(outOfScopeIn(wordingOf(text))).toBe(kind);
  });

  it.each(inside)('leaves to the search: %s', (text) => {
    expect(outOfScopeIn(wordingOf(text))).toBeNull();
  });

  it.each(inside.map(withoutMarks))('leaves to the search without marks: %s', (text) => {
    expect(outOfScopeIn(wordingOf(text))).toBeNull();
  });

  it('tells most of them without marks too', () => {
    const known = told.filter(([, text]) => outOfScopeIn(wordingOf(withoutMarks(text))) !== null);
    expect(known.length / told.length).toBeGreaterThanOrEqual(0.85);
  });
});

describe('speaksOfProcedures', () => {
  it.each(['xin giấy phép bán rượu', 'thủ tục mở trường mầm non', 'trợ cấp cho người khuyết tật'])(
    'yes: %s',
    (text) => {
      expect(speaksOfProcedures(wordingOf(text))).toBe(true);
    },
  );

  it.each(['thế là sao nhỉ', 'con mèo nhà em dễ thương'])('no: %s', (text) => {
    expect(speaksOfProcedures(wordingOf(text))).toBe(false);
  });
});
