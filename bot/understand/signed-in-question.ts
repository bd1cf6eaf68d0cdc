/**
 * Questions about a filed case that only make sense from somebody who is signed in: he means his own. To others the same
 * words ask for the rules, and are left to the search.
 */
import { vi } from './keyed.ts';
import { anyOf, type Wording } from './wording.ts';

const me = '(?:tôi|em|mình|cháu|con|bác|chú|cô|anh|chị|tui)';

/** How something is done, not how his own stands. */
const asksRules = vi`\b(?:chưa nộp (?:hồ sơ|đơn)|thủ tục|gồm (?:những )?gì|cần (?:những )?(?:giấy tờ|hồ sơ) gì|cần (?:gì|giấy tờ nào)|nộp (?:ở|tại) đâu|mẫu (?:nào|số|đơn)|tờ khai nào|điều kiện|theo quy định|niêm yết|thời gian|thời hạn|làm (?:sao|thế nào) để (?:đăng ký|xin|làm|đổi|cấp)|muốn (?:đăng ký|xin|làm|đổi|cấp|nộp))\b`;

const own = [
  vi`\b(?:hồ sơ|đơn)\b.{0,40}\b(?:sao rồi|vấn đề|trục trặc|ai ký|ký chưa|xử lý|gần (?:nhất|đây)|nhận chưa|tiếp nhận|phòng nào|bàn nào|không được duyệt|thế nào|ra sao)\b|\b(?:tình hình|tình trạng) (?:của )?(?:hồ sơ|đơn)\b`,
  vi`\b(?:trả|bác|từ chối|loại) (?:lại )?(?:hồ sơ|đơn)\b|\b(?:hồ sơ|đơn) (?:\S+ ){0,3}(?:bị )?(?:trả|bác|từ chối)\b|\bnộp lại hồ sơ\b|\bhồ sơ\b.{0,20}\bsửa (?:gì|chỗ nào)\b|\bsửa (?:gì|chỗ nào)\b.{0,20}\bhồ sơ\b`,
  vi`\bhồ sơ (?:\S+ ){0,2}${me} (?:đã )?nộp\b|\b(?:cái|bộ) hồ sơ\b|\bhồ sơ của (?:chính )?${me}\b|\blấy kết quả hồ sơ\b|\b(?:rút|hủy|huỷ) (?:bỏ )?hồ sơ\b|\b(?:mã|số) hồ sơ\b`,
  vi`\b(?:kết quả|giấy) của ${me} (?:\S+ )?(?:có |xong )?chưa\b|\b(?:lấy|nhận) (?:giấy|kết quả|sổ|thẻ!) (?:\S+ ){0,2}được chưa\b|\b(?:quá|trễ|qua) (?:ngày )?hẹn\b|\bhẹn (?:ngày )?\d{1,2}\b|\bngày hẹn (?:trả|lấy)\b`,
  vi`\b(?:bổ sung|nộp) (?:thêm )?(?:giấy|hồ sơ)\b.{0,24}\b(?:nữa|rồi|chưa)\b|\bbổ sung thêm\b`,
  vi`\b(?:check|xem|coi|tra|kiểm tra)(?: (?:giúp|giùm|hộ|dùm|cho|lại|thử|${me}))* (?:cái )?(?:hồ sơ|đơn)(?: \S+){0,4} (?:với|giúp|giùm|cho ${me})\b|\b(?:giục|thúc|hối|đẩy nhanh|làm gấp)\b.{0,20}\b(?:hồ sơ|đơn)\b`,
  vi`\b(?:họ|xã|phường|cán bộ|người ta|bị|được|vẫn) (?:kêu|báo|bảo|nói|nhắn) (?:\S+ ){0,2}(?:thiếu|bổ sung)\b|\bthiếu (?:\S+ ){0,2}(?:gì|chi|nào) để ${me} (?:bổ sung|nộp)\b`,
  vi`\b(?:đóng|nộp|trả|thanh toán) (?:tiền|phí|lệ phí) (?:cho )?hồ sơ\b.{0,12}(?:\bchưa\b|[,?]|$)`,
  vi`\bkết quả của ${me}\b|\b(?:ra|tới|đến|lên|đi) (?:\S+ ){0,2}(?:lấy|nhận)\b.{0,20}\b(?:quầy|bàn|phòng|chỗ) (?:mấy|nào|số)\b|\b(?:ra|tới|lên|đi) (?:\S+ )?(?:lấy|nhận) kết quả\b`,
  vi`\b${me} (?:ra|tới|đến|lên|qua) (?:lấy|nhận) (?:giấy|kết quả|sổ|thẻ!)\b.{0,10}\bđược (?:không|chưa)\b|\b${me} (?:đã )?(?:lấy|nhận) (?:kết quả|giấy|sổ)\b.{0,6}\bchưa\b`,
  vi`^(?:\S+ ){0,2}(?:sao|vì sao|tại sao|lý do|cớ sao)(?: lại| gì| mà)* (?:nó |hồ sơ |đơn )?(?:bị |lại )*(?:trả (?:lại|về)|từ chối|bác)\b`,
  vi`^(?:\S+ )?(?:cái|hồ sơ|đơn) nào (?:\S+ ){0,3}(?:xong|có kết quả|duyệt|thiếu|trễ|bị trả)\b`,
];

/** About notices by message, to be turned on or off. */
const messages = vi`\b(?:nhắn|tin nhắn|zalo|email|sms|thông báo)\b`;

/** Whether he means a case of his own. */
export const asksOfOwnCase = ({ keyed }: Wording): boolean => anyOf(own, keyed) && !asksRules.test(keyed);
export const speaksOfMessages = ({ keyed }: Wording): boolean => messages.test(keyed);

/** "Giấy khai sinh của con tôi làm xong chưa": his own, if he has filed for that. */
const outcome = [
  vi`\b(?:họ!|xã|phường|cán bộ|người ta) không (?:cho|duyệt|chịu)\b.{0,60}\b(?:lý do|sao|vì)\b|\b(?:ra|đi|tới|đến|lên|qua) (?:\S+ ){0,2}(?:lấy|nhận) (?:giấy|kết quả|sổ|thẻ!)\b`,
  vi`^(?!.*\b(?:muốn|xin sửa|cải chính|thủ tục)\b).*\bin (?:sai|nhầm|lộn!)\b`,
  vi`\b(?:xong|có|được|ra|duyệt) (?:rồi )?chưa\b|\b(?:bao giờ|khi nào|chừng nào|hôm nào)\b.{0,30}\b(?:lấy|nhận|có|xong|trả|ra)\b|\b(?:lấy|nhận) được chưa\b`,
];
export const asksOutcome = ({ keyed }: Wording): boolean => anyOf(outcome, keyed) && !asksRules.test(keyed);

/** "Hồ sơ nhà tôi vướng chỗ nào", "trả phí rồi mà chưa lên": of whoever has filed something, his own. */
const papersOfMine = [
  vi`\b(?:hồ sơ|đơn) (?:của )?(?:nhà |bên )?(?:tôi|em|mình|cháu|tui)\b(?! (?:muốn|cần|định|hỏi|chưa|phải|nên|đăng ký|xin|làm|nộp)\b)`,
  vi`\b(?:tôi|em|mình|cháu|tui|anh|bác|cô) (?:đã |có )?(?:nộp|gửi|gởi!) (?:\S+ ){0,5}(?:tuần nay|tháng nay|hôm nay mà|hôm trước|bữa trước|lâu rồi|bữa giờ)\b`,
  vi`\b(?:đóng|trả|nộp|chuyển) (?:tiền|phí|lệ phí)\b.{0,24}\brồi mà (?:\S+ ){0,2}(?:chưa|vẫn|không)\b|\bkết quả (?:\S+ )?(?:có )?(?:rồi|chưa)\b|\b(?:giấy|sổ)(?: \S+)? (?:của )?(?:tôi|em|mình|tui) đâu\b`,
];
export const speaksOfOwnPapers = ({ keyed }: Wording): boolean => anyOf(papersOfMine, keyed) && !asksRules.test(keyed);

const stranger =
  '(?:sếp|bạn tôi|bạn em|hàng xóm|đồng nghiệp|nhà bên|người ta|người khác|chủ nhà|(?:anh|chị|ông|bà|cô|chú) (?:ấy|ta|kia|hàng xóm|chủ nhà))';
const others = vi`\b(?:hồ sơ|đơn)\b.{0,24}\b(?:của )?${stranger}\b|\b${stranger}\b.{0,16}\bnộp\b.{0,30}\bhồ sơ\b`;
/** "Hồ sơ của họ": those spoken of in the same message. */
const theirs = vi`\b(?:hồ sơ|đơn) của (?:họ!|người (?:đó|ấy|kia))(?! hàng)\b`;
/** Somebody of the asker's house who filed, or is to be named, himself. */
const familyFiled = vi`\b(?:mẹ|má|ba|bố|cha|vợ|chồng|con (?:gái|trai)|anh trai|chị gái|em trai|em gái) ${me} (?:\S+ ){0,3}(?:nộp|đứng tên) (?:hồ sơ|đơn)\b.{0,50}\b(?:xem|coi|tra|check)\b`;
const byName = vi`\b(?:hồ sơ|đơn) (?:của )?(?:người tên|ông|bà|anh|chị|cô|chú|bác|dì|thằng) \S+`;

/** Somebody else's case: a stranger's, or that of a person called by name. */
export const asksOfOthersCase = ({ keyed, someone }: Wording): boolean =>
  others.test(keyed) || theirs.test(keyed) || familyFiled.test(keyed) || (someone && byName.test(keyed));
