/** "Tôi đi làm thay cho con được không", "vợ nộp hộ chồng được không": whether somebody else may come. */
import { vi } from './keyed.ts';
import type { Wording } from './wording.ts';

const act =
  '(?:làm|nộp|đi|đăng ký|khai|khai báo|nhận|lấy|ký|xin|đến|gửi|ra|lên|đứng|đứng tên|đổi|làm lại|cấp lại|điền|viết)';
/** "hộ khẩu", "thay đổi": other words that begin alike. */
const instead = `(?:thay(?! (?:đổi|thế|mới|vì|bằng|tên))|(?<!(?:giám|bảo|cả|chủ|tách|nhập|trong|mỗi|từng) )hộ(?! (?:khẩu|kinh|tịch|nghèo|chiếu|gia|lý|sinh|cận|dân|mới|khác|mình|nhà))|giùm|dùm|giúp)`;
const somebodyElse = vi`\b${act} (?:\S+ ){0,4}?${instead}\b|\b(?:nhờ|để|cho) (?:người khác|người nhà|người thân|vợ|chồng|con|cháu|anh|chị|em|bạn|ba|bố|mẹ|má|bà con|hàng xóm|ai) (?:\S+ ){0,3}?${act}\b|\b(?:ủy quyền|uỷ quyền) (?:cho|\S+ ){0,4}?${act}\b`;
const mayHe = vi`\b(?:có )?được (?:\S+ ){0,1}(?:không|chứ|chăng|hay|hả|ha)\b|\b(?:được|có) (?:\S+ ){1,12}không\b|\b(?:phải|có phải|có cần|bắt buộc) .{0,60}\b(?:chính chủ|đích thân|tự đi|mới được|ủy quyền|uỷ quyền)\b`;
const inPerson = vi`\b(?:phải|bắt buộc|cần) (?:\S+ ){0,4}(?:đích thân|chính chủ|tự (?:đi|ra|lên|đến))\b|\b(?:đích thân|chính chủ) (?:\S+ ){0,4}(?:đi|đến|ra|lên|làm|nộp)\b.{0,40}\b(?:không|chứ|hả|mới được)\b`;

export const asksOnBehalf = ({ keyed }: Wording): boolean =>
  (somebodyElse.test(keyed) && mayHe.test(keyed)) || inPerson.test(keyed);
