/** Small questions about the desk itself: its hours, its address and phone, what is kept of the talk. */
import { vi } from './keyed.ts';
import { anyOf, type Wording } from './wording.ts';

/** `anywhere`: whether papers, whichever they are, may be filed at another office of the province. */
export type DeskQuestion = 'hours' | 'contact' | 'privacy' | 'anywhere';

const office =
  '(?:phường|xã|một cửa|công an|ủy ban|ubnd|quầy|trụ sở|trung tâm|bộ phận|văn phòng|kiosk|chỗ mình|bên mình|cơ quan)';
const atOffice = vi`\b${office}\b`;
const weekday = '(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[2-7]|chủ nhật|cn)';
/** "Mở cửa hàng" is no opening of the desk. */
const hours = [
  vi`\blàm việc (?:từ |đến |tới )?(?:mấy giờ|lúc nào|giờ nào|khi nào|ngày nào)\b|\bgiờ (?:làm việc|mở cửa|hành chính)\b`,
  vi`\blàm (?:từ|đến|tới) mấy giờ\b|\bmấy giờ (?:\S+ ){0,3}(?:hết|tan|nghỉ|thôi) (?:làm|giờ|nhận|việc)\b`,
  vi`\b(?:mở|đóng) cửa\b(?! (?:hàng|tiệm|hiệu)\b)|\bmấy giờ (?:thì )?(?:mở|làm|đóng|nghỉ|hết)\b|\bnghỉ trưa\b`,
  vi`\b(?:${weekday}|cuối tuần|ngày lễ|ngày nghỉ|buổi tối) (?:\S+ ){0,5}(?:làm (?:việc|không|hả)|có làm$|mở (?:cửa|không)|nhận (?:hồ sơ|không)|tiếp dân|nghỉ không)(?! (?:hàng|tiệm)\b)`,
  vi`\bgiờ này\b.{0,60}\b(?:được không|còn kịp|có ai)\b`,
  vi`\b(?:giờ này|tối nay|trưa nay|chiều nay|mai|hôm nay) (?:\S+ ){0,3}còn (?:làm|mở|nhận)\b|\b(?:hôm nay|mai|chiều nay|sáng mai) (?:\S+ ){0,3}có (?:làm việc|nhận hồ sơ|mở cửa|tiếp dân)\b|\bcòn (?:làm|mở)(?: việc| cửa)? không\b`,
];
/** So short that no office need be named: "t7 có mở cửa không", "chủ nhật có ai nhận hồ sơ không". */
const opens =
  '(?:mở cửa|làm việc|nhận (?:hồ sơ|giấy tờ|giấy)|nộp (?:hồ sơ|giấy tờ|giấy) (?:có )?được|tiếp dân|còn ai (?:tiếp|nhận|làm|trực)|(?:có|còn) kịp (?:nộp|làm|lấy) (?:hồ sơ|giấy tờ|giấy|không))';
const moment = `(?:${weekday}|cuối tuần|giờ này|trưa|mấy giờ|\\d+ (?:giờ|h|rưỡi)|\\d+h\\d*|(?:sáng|chiều|tối) (?:nay|mai)|ngày lễ)`;
const bareHours = vi`\b${moment} (?:\S+ ){0,8}${opens}\b(?! (?:hàng|tiệm|hiệu)\b)`;
const shortest = 12;
/** A procedure, or a business of his own, is spoken of. */
const matter = vi`\b(?:đăng ký|khai|xin(?! (?:số|địa chỉ|hỏi|cho|được)\b)|cấp (?:lại|đổi|mới|cho|giấy|thẻ!)|đổi|sang tên|chứng thực|công chứng|căn cước|cccd|hộ chiếu|hộ khẩu|tạm trú|thường trú|sổ!|so (?:do|hong|ho khau)|thẻ!|kết hôn|độc thân|nhà đất|xây|xe|kinh doanh|quán|tiệm|cửa hàng|công ty|chợ|trường|bệnh viện|ngân hàng|bảo hiểm|bhyt|bhxh|trợ cấp|thuế!|giấy phép|thừa kế|di chúc|con nuôi)\b`;
/** "Lên bộ phận một cửa nào", "trụ sở xã ở đâu": the office itself is looked for. */
const oneStop =
  '(?:một cửa|bộ phận (?:một cửa|tiếp nhận)|trung tâm (?:phục vụ )?hành chính công|trụ sở|ubnd|ủy ban(?: nhân dân)?)';
const whichOffice = vi`\b${oneStop} (?:(?:của |ở |tại )?(?:xã|phường|\S+) ){0,5}(?:nào|ở đâu|chỗ nào|nằm đâu|địa chỉ nào|địa chỉ ở đâu)\b`;
/** Filing at another office than that of one's own commune. */
const elsewhere =
  '(?:(?:xã|phường|trung tâm|điểm|nơi|chỗ|cơ quan|huyện)(?: (?:xã|phường|nộp|nhận))? (?:nào|khác|bất kỳ|bất kì)|bất (?:kỳ|kì) (?:\\S+ ){0,4}(?:nào|đâu)|ở đâu|đâu)';
const anywhere = [
  vi`\bnộp\b.{0,30}\b${elsewhere}\b.{0,30}\b(?:cũng được|được (?:không|chứ|hả|phải)|có được)`,
  vi`\bphi địa giới\b|\bkhông phụ thuộc (?:vào )?(?:địa giới|nơi (?:ở|cư trú))\b`,
];
const contact = vi`\b(?:số điện thoại|sdt|số máy|hotline|đường dây nóng|địa chỉ|email)\b.{0,24}\b(?:của )?(?:một cửa|phường|xã|ubnd|ủy ban|bộ phận|trung tâm|quầy)\b`;
/** The number or address of a person, or one that goes into a form. */
const ofPerson = vi`\b(?:địa chỉ|số điện thoại) (?:\S+ ){0,3}(?:thường trú|tạm trú|cũ|mới|trong|trên|bị|sai|của tôi)\b`;
const privacy = [
  vi`\b(?:dữ liệu|lịch sử (?:trò chuyện|chat)|cuộc (?:gọi|trò chuyện)|câu hỏi của (?:tôi|em|mình)|tin nhắn này|thông tin của (?:tôi|em|mình))\b.{0,60}\b(?:lưu|ghi âm|bảo mật|tải về|bị lộ|dùng làm gì|ai (?:xem|đọc|biết)|xóa)\b`,
  vi`\b(?:xóa|tải)\b.{0,24}\b(?:lịch sử (?:chat|trò chuyện)|dữ liệu của (?:tôi|mình|em))\b`,
  vi`\b(?:có|bị) (?:lưu|ghi âm) (?:\S+ ){0,3}(?:cuộc gọi|trò chuyện|câu hỏi|tin nhắn|lại không)\b`,
];

export function deskQuestionIn({ keyed }: Wording): DeskQuestion | null {
  if (anyOf(privacy, keyed)) return 'privacy';
  if (anyOf(hours, keyed) && atOffice.test(keyed)) return 'hours';
  if (contact.test(keyed) && !ofPerson.test(keyed)) return 'contact';
  if (matter.test(keyed)) return null;
  if (bareHours.test(keyed) && keyed.split(' ').length <= shortest) return 'hours';
  if (anyOf(anywhere, keyed)) return 'anywhere';
  return whichOffice.test(keyed) ? 'contact' : null;
}
