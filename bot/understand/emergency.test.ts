/** Danger to life gets its number; a frightening word in a question about papers does not. */
import { describe, expect, it } from '@jest/globals';
import { type EmergencyKind, emergencyIn, numberOf } from './emergency.ts';
import { linesOf, withoutMarks } from './test-everyday-questions.ts';
import { wordingOf } from './wording.ts';

const dangers: Readonly<Record<EmergencyKind, string>> = {
  fire: `
    Cháy nhà rồi, giúp với!
    nhà bên cạnh đang cháy to lắm
    Bếp ga nhà em rò rỉ ga nồng nặc
    Xưởng gỗ cuối hẻm bốc cháy rồi
    Nổ bình ga quán cơm đầu ngõ, nhiều người kẹt bên trong
    Có hỏa hoạn ở chung cư`,
  violence: `
    Chồng đang đánh tôi, cứu với
    Nó cầm dao dọa giết em
    chồng em say rượu đang đập phá, đánh cả hai mẹ con
    Hàng xóm đang hành hung ba tôi
    Hai băng nhóm đang chém nhau trước cổng trường
    Có người đang bị đánh ngoài đường
    Con bị ông chủ nhốt rồi bóp cổ, cứu con
    Bạn trai dọa giết em, đang đứng ngoài cửa`,
  crime: `
    Có trộm đang cạy cửa nhà tôi
    Tôi vừa bị cướp giật ngoài chợ
    Có người đột nhập vào nhà
    Con tôi bị bắt cóc`,
  medical: `
    Ba tôi bị đột quỵ, bất tỉnh rồi
    Vợ tôi vỡ ối rồi làm sao đây
    Mẹ em uống thuốc trừ sâu
    Có người bị điện giật nằm bất động
    Con em co giật sùi bọt mép
    Bị rắn cắn thì làm sao, tay sưng to quá
    Có tai nạn xe ngay ngã tư, người ta chảy máu nhiều lắm`,
  child: `
    Cháu bé hàng xóm bị cha dượng đánh đập suốt
    Có em bé bị bỏ đói, nhốt trong phòng trọ
    Con bé lớp 5 bị thầy xâm hại
    Trẻ em bị bạo hành ở nhà trẻ thì gọi số nào`,
  disaster: `
    Nước lũ lên nhanh quá, nhà tôi ngập tới nóc
    Sạt lở núi, nhà bị vùi có người bên trong, cứu với
    Có người đuối nước ở bến sông
    Cả nhà em mắc kẹt trên mái, nước đang lên`,
  'self-harm': `
    Tôi không muốn sống nữa
    Em chỉ muốn chết cho xong
    con muốn tự tử
    Cháu chán sống lắm rồi
    Em định kết thúc cuộc đời
    Bạn em đang đòi nhảy cầu tự tử
    Sống làm gì nữa khi bị lừa hết tiền`,
};

const innocent = linesOf(`
  Nhà cháy năm ngoái, giờ xin cấp lại sổ đỏ
  Quán em cần giấy chứng nhận phòng cháy chữa cháy không?
  Xe đang chạy thì giấy đăng ký hết hạn, có bị phạt không?
  Chạy nhà khác ở thì có phải khai lại tạm trú không?
  Cháy sổ hộ khẩu thì cần gì để làm khai sinh?
  Đánh máy đơn ở đâu được ạ?
  Em bị đánh rơi thẻ căn cước
  Con tôi bị đánh sai tên trong giấy khai sinh
  Đánh người thì bị phạt tù mấy năm?
  Bạo lực gia đình bị xử lý thế nào?
  Ba em mất vì tai nạn, làm khai tử cần gì?
  Chết đuối thì giấy báo tử ai cấp?
  Chồng tôi tự tử tháng trước, giờ làm giấy khai tử
  Muốn tư vấn thủ tục kết hôn
  Cần tư vấn gấp về hộ khẩu
  Em muốn từ từ làm giấy phép cũng được, mà cần gì?
  Mệt muốn chết, chạy giấy tờ cả tuần
  Đông muốn chết, mai quay lại được không?
  Không muốn sống chung với mẹ chồng nữa, muốn tách khẩu
  Không muốn sống ở đây nữa, chuyển khẩu đi tỉnh khác làm sao
  Nhà bị trộm hồi tuần trước mất hết giấy tờ, giờ làm lại thế nào?
  Vừa bị cướp túi có căn cước và bằng lái, làm lại ở đâu?
  Mẹ em bị tai biến từ nhỏ tới giờ, xin trợ cấp khuyết tật được không?
  Bị động kinh co giật bẩm sinh có được miễn nghĩa vụ quân sự không?
  Mổ cấp cứu có được bảo hiểm y tế trả không?
  Sinh con dọc đường, không có giấy chứng sinh thì khai sinh sao?
  Đẻ rơi ở nhà có làm khai sinh được không?
  Nuôi trẻ bị bỏ rơi thì đăng ký con nuôi thế nào?
  Trẻ bị bỏ rơi làm khai sinh ra sao?
  Lũ cuốn mất nhà, xin hỗ trợ xây lại làm đơn gì?
  Sau bão nhà sập, xã có hỗ trợ tiền không?
  Nước dâng ngập ruộng thì khai báo thiệt hại ở đâu?
  Đất sạt lở mất một phần thì sổ đỏ sửa sao?
  Đường trước nhà bị ngập khi xây nhà phải xin phép gì?
  Con tôi hay đánh bạn, trường bắt xin xác nhận của phường
  Chết rồi, em quên mang tờ khai
  Chết cha, sai tên mất rồi, sửa sao em?
  Đám cưới đâm ra trễ, đăng ký kết hôn sau được không?
  Nợ ga, nợ điện thì có tách hộ được không?
  Ông tôi uống thuốc nam, muốn xin trợ cấp người cao tuổi
  Bé bị sốt không đi được, ai làm căn cước thay?
  Hàng xóm đánh trống cả đêm, phải báo ai?
  Nhà em dọn về cháy túi rồi, có được miễn lệ phí không?
  Giấy khai tử của người bị giết thì cần gì?
`);

describe('emergencyIn', () => {
  const told = Object.entries(dangers).flatMap(([kind, text]) => linesOf(text).map((line) => [kind, line] as const));

  it.each(told)('hears %s: %s', (kind, text) => {
    expect(emergencyIn(wordingOf(text))).toBe(kind);
  });

  it.each(told)('hears %s without marks: %s', (_kind, text) => {
    expect(emergencyIn(wordingOf(withoutMarks(text)))).not.toBeNull();
  });

  it.each(innocent)('stays calm: %s', (text) => {
    expect(emergencyIn(wordingOf(text))).toBeNull();
  });

  it.each(innocent.map(withoutMarks))('stays calm without marks: %s', (text) => {
    expect(emergencyIn(wordingOf(text))).toBeNull();
  });

  it('gives each kind the number of the country that serves it', () => {
    expect(numberOf).toEqual({
      fire: '114',
      violence: '113',
      crime: '113',
      medical: '115',
      child: '111',
      disaster: '112',
      'self-harm': '115',
    });
  });
});
