/** Word lists that several rules share, as parts of a `vi` pattern. */
import { vi } from './keyed.ts';
import { askedOnce } from './wording.ts';

const oneSelf = 'tôi|tui|tau|choa|em|mình|con|cháu|bác|chú|cô|anh|chị|bà|ông';
/** How people call themselves. */
export const self = `(?:${oneSelf}|tụi em|bọn em)`;
/** The same where it may be said over and over: "tụi em" is then two words, read in one way only. */
export const selfRepeated = `(?:${oneSelf}|tụi|bọn)`;
/** Officials and their offices. */
export const official =
  '(?:cán bộ|công chức|nhân viên|lãnh đạo|chủ tịch|phó chủ tịch|trưởng (?:thôn|ấp|phòng|khu phố)|tổ trưởng|công an|địa chính|tư pháp|hộ tịch)';
/** A procedure of a ward or a paper, by name. */
const paperNames = `giấy|giấy tờ|sổ (?:đỏ|hồng|hộ khẩu|bảo hiểm|tạm trú)|làm sổ|thẻ!|thẻ (?:bhyt|căn cước|bảo hiểm)|hồ sơ|thủ tục|đăng ký|cấp (?:lại|đổi|mới|phép)|
  làm lại|khai sinh|khai tử|khai báo|báo tử|chứng tử|căn cước|cccd|hộ khẩu|nhập khẩu|tách (?:hộ|khẩu|thửa)|tạm trú|thường trú|tạm vắng|cư trú|
  chứng thực|công chứng|bảo hiểm|bhyt|bhxh|bồi thường|giấy phép|xin phép|lệ phí|mẫu đơn|làm đơn|đơn xin|tờ khai|trợ cấp|(?:xin|nhận|tiền|được|hưởng|mức|có) hỗ trợ|chế độ|mai táng|xác nhận|
  con nuôi|nhận (?:về |bé |cháu )?nuôi|ủy quyền|lương hưu|trích lục|kết hôn|giám hộ|khuyết tật|miễn (?:nghĩa vụ|lệ phí|phí)|sang tên|thừa kế|di chúc|tuyên bố|giấy chứng sinh|xây lại`;
const papers = vi`\b(?:${paperNames})\b`;

/** Speaks of papers and offices: a frightening word ("cháy", "mất", "đánh") beside them tells why a paper is needed, not that help is. */
export const speaksOfPapers = askedOnce(({ keyed }) => papers.test(keyed));

const asks = vi`\b(?:
  bao nhiêu|mấy (?:ngày|tiền|bản|đồng)|bao lâu|ở đâu|chỗ nào|nơi nào|nộp đâu|ra đâu|cần (?:những )?(?:gì|giấy|chi)|giấy (?:tờ )?(?:gì|chi|nào)|
  hồ sơ gồm|thủ tục|điều kiện|mẫu nào|tờ khai nào|thế nào|như nào|ra sao|kiểu gì|làm sao|cách nào|thì sao|sao (?:em|ạ|vậy|rứa)|răng|được không|có (?:được|cần|phải)|phải .{0,30}không
)\b`;

/** Asks how something is done, what it costs or needs: a question of procedure. */
export const asksHow = askedOnce(({ keyed }) => asks.test(keyed));
