/** Small questions about the desk itself: its hours, its address and phone, what is kept of the talk. */
import { vi } from './keyed.ts';
import { anyOf, type Wording } from './wording.ts';

export type DeskQuestion = 'hours' | 'contact' | 'privacy';

const office =
  '(?:phường|xã|một cửa|công an|ủy ban|ubnd|quầy|trụ sở|trung tâm|bộ phận|văn phòng|kiosk|chỗ mình|bên mình|cơ quan)';
const atOffice = vi`\b${office}\b`;
/** "Mở cửa hàng" is no opening of the desk. */
const hours = [
  vi`\blàm việc (?:từ |đến |tới )?(?:mấy giờ|lúc nào|giờ nào|khi nào|ngày nào)\b|\bgiờ (?:làm việc|mở cửa|hành chính)\b`,
  vi`\b(?:mở|đóng) cửa\b(?! (?:hàng|tiệm|hiệu)\b)|\bmấy giờ (?:thì )?(?:mở|làm|đóng|nghỉ|hết)\b|\bnghỉ trưa\b`,
  vi`\b(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cuối tuần|ngày lễ|ngày nghỉ|buổi tối) (?:\S+ ){0,5}(?:làm (?:việc|không|hả)|có làm$|mở (?:cửa|không)|nhận (?:hồ sơ|không)|tiếp dân|nghỉ không)(?! (?:hàng|tiệm)\b)`,
  vi`\bgiờ này\b.{0,60}\b(?:được không|còn kịp|có ai)\b`,
  vi`\b(?:giờ này|tối nay|trưa nay|chiều nay|mai|hôm nay) (?:\S+ ){0,3}còn (?:làm|mở|nhận)\b|\b(?:hôm nay|mai|chiều nay|sáng mai) (?:\S+ ){0,3}có (?:làm việc|nhận hồ sơ|mở cửa|tiếp dân)\b|\bcòn (?:làm|mở)(?: việc| cửa)? không\b`,
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
  return contact.test(keyed) && !ofPerson.test(keyed) ? 'contact' : null;
}
