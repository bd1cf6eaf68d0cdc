/**
 * Questions about a filed case that only make sense from somebody who is signed in: he means his own. To others the same
 * words ask for the rules, and are left to the search.
 */
import { vi } from './keyed.ts';
import { anyOf, type Wording } from './wording.ts';

const me = '(?:tôi|em|mình|cháu|con|bác|chú|cô|anh|chị|tui)';

/** How something is done, not how his own stands. */
const asksRules = vi`\b(?:thủ tục|gồm (?:những )?gì|cần (?:những )?(?:giấy tờ|hồ sơ) gì|cần (?:gì|giấy tờ nào)|nộp (?:ở|tại) đâu|mẫu (?:nào|số|đơn)|tờ khai nào|điều kiện|theo quy định|niêm yết|thời gian|thời hạn|làm (?:sao|thế nào) để (?:đăng ký|xin|làm|đổi|cấp)|muốn (?:đăng ký|xin|làm|đổi|cấp|nộp))\b`;

const own = [
  vi`\b(?:hồ sơ|đơn)\b.{0,40}\b(?:sao rồi|vấn đề|trục trặc|ai ký|ký chưa|xử lý|gần (?:nhất|đây)|nhận chưa|tiếp nhận|phòng nào|bàn nào|không được duyệt|thế nào|ra sao)\b|\b(?:tình hình|tình trạng) (?:của )?(?:hồ sơ|đơn)\b`,
  vi`\b(?:trả|bác|từ chối|loại) (?:lại )?(?:hồ sơ|đơn)\b|\b(?:hồ sơ|đơn) (?:\S+ ){0,3}(?:bị )?(?:trả|bác|từ chối)\b|\bnộp lại hồ sơ\b|\bhồ sơ\b.{0,20}\bsửa (?:gì|chỗ nào)\b|\bsửa (?:gì|chỗ nào)\b.{0,20}\bhồ sơ\b`,
  vi`\bhồ sơ (?:\S+ ){0,2}${me} (?:đã )?nộp\b|\b(?:cái|bộ) hồ sơ\b|\bhồ sơ của (?:chính )?${me}\b|\blấy kết quả hồ sơ\b|\b(?:rút|hủy|huỷ) (?:bỏ )?hồ sơ\b|\b(?:mã|số) hồ sơ\b`,
  vi`\b(?:kết quả|giấy) của ${me} (?:\S+ )?(?:có |xong )?chưa\b|\b(?:lấy|nhận) (?:giấy|kết quả|sổ|thẻ!) (?:\S+ ){0,2}được chưa\b|\b(?:quá|trễ|qua) (?:ngày )?hẹn\b|\bhẹn (?:ngày )?\d{1,2}\b|\bngày hẹn (?:trả|lấy)\b`,
  vi`\b(?:bổ sung|nộp) (?:thêm )?(?:giấy|hồ sơ)\b.{0,24}\b(?:nữa|rồi|chưa)\b|\bbổ sung thêm\b`,
];

/** About notices by message, to be turned on or off. */
const messages = vi`\b(?:nhắn|tin nhắn|zalo|email|sms|thông báo)\b`;

/** Whether he means a case of his own. */
export const asksOfOwnCase = ({ keyed }: Wording): boolean => anyOf(own, keyed) && !asksRules.test(keyed);
export const speaksOfMessages = ({ keyed }: Wording): boolean => messages.test(keyed);

/** "Giấy khai sinh của con tôi làm xong chưa": his own, if he has filed for that. */
const outcome = [
  vi`\b(?:xong|có|được|ra|duyệt) (?:rồi )?chưa\b|\b(?:bao giờ|khi nào|chừng nào|hôm nào)\b.{0,30}\b(?:lấy|nhận|có|xong|trả|ra)\b|\b(?:lấy|nhận) được chưa\b`,
];
export const asksOutcome = ({ keyed }: Wording): boolean => anyOf(outcome, keyed) && !asksRules.test(keyed);

const stranger =
  '(?:sếp|bạn tôi|bạn em|hàng xóm|đồng nghiệp|nhà bên|người ta|người khác|chủ nhà|(?:anh|chị|ông|bà|cô|chú) (?:ấy|ta|kia|hàng xóm|chủ nhà))';
const others = vi`\b(?:hồ sơ|đơn)\b.{0,24}\b(?:của )?${stranger}\b|\b${stranger}\b.{0,16}\bnộp\b.{0,30}\bhồ sơ\b`;
const byName = vi`\b(?:hồ sơ|đơn) (?:của )?(?:người tên|ông|bà|anh|chị|cô|chú|bác|dì|thằng) \S+`;

/** Somebody else's case: a stranger's, or that of a person called by name. */
export const asksOfOthersCase = ({ keyed, someone }: Wording): boolean =>
  others.test(keyed) || (someone && byName.test(keyed));
