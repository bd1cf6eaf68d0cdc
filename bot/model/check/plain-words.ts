/** Words that say nothing by themselves: a sentence may join facts with these. All else stands in the record, or is caught. */

const vi = `
  bạn anh chị ông bà bác cô chú em cháu con mình tôi quý người dân ạ dạ vâng nhé nha ơi
  thì là và với cùng của cho để ở tại từ trong này đó đây các những khi sau về theo như gồm có thể được sẽ cần phải
  hãy vui lòng xin mời do bởi vì mà tới đến vào rồi còn cũng lấy bên việc cụ thể mất vòng xong cơ quan trả
  chuẩn bị mang đem kèm thêm nộp gửi xem hồ sơ giấy tờ thủ tục làm lệ phí thời hạn gian giải quyết nơi nhận kết quả
  điều kiện bước căn cứ quy định nguồn bản công bố thông tin chi tiết dưới câu hỏi trả lời mức hiện ghi rõ muốn bao lâu nhiêu
  lần lượt đầu tiên tiếp lưu ý danh sách phần cách thực hiện tính đủ đúng mục đặt in tên
`;

const en = `
  you your i we please the a an and for to at in of on with by is are this that these those it its as be
  here below when also what where how bring file prepare take need documents papers paper fee fees
  time limit place source steps step follow following procedure result results condition conditions first next last
  list details about which there handled handles handle takes see record according under way ways filing office desk
`;

const listOf = (text: string): ReadonlySet<string> => new Set(text.normalize('NFC').split(/\s+/).filter(Boolean));

export const plainWords: Readonly<Record<'vi' | 'en', ReadonlySet<string>>> = { vi: listOf(vi), en: listOf(en) };

/** They say that something is so; beside a fact they are its verb, without one they are a statement of the model's own. */
export const statingWords: ReadonlySet<string> = listOf(
  'có được sẽ cần phải nên hãy nộp gửi mang đem làm nhận ở tại can will need bring file take handled handles',
);
