/** What an officer's words do, told by rules: he greets, asks for consent, promises. With and without diacritics. */

import { vi } from '../../understand/keyed.ts';
import { maskForLog } from '../../understand/mask-identity.ts';
import { wordingOf } from '../../understand/wording.ts';

const rules = {
  greets: vi`(?:^|[.!,] )(?:dạ|vâng|xin chào|kính chào|chào!|em chào|cháu chào|con chào|chúng tôi chào|thưa)\b|\bchào (?:bác|cô|chú|ông|bà|anh|chị|em|bạn|cháu|quý)\b`,
  thanks: vi`\b(?:cảm ơn|cám ơn)\b`,
  apologises: vi`\b(?:xin lỗi|mong (?:\S+ ){0,3}(?:thông cảm|bỏ qua)|rất tiếc|thành thật xin|chia sẻ với|hiểu (?:\S+ ){0,3}(?:bức xúc|lo lắng|khó chịu|sốt ruột|nỗi lo))\b`,
  'asks-consent': vi`\b(?:đồng ý|cho phép|bằng lòng)\b.{0,80}\b(?:xem|mở|tra cứu|kiểm tra|dùng)\b|\b(?:xin phép|cho (?:em|cháu|tôi|mình|con) xin phép)\b.{0,60}\b(?:xem|mở|tra|kiểm tra)\b`,
  'asks-code': vi`\b(?:mã (?:số )?hồ sơ|mã biên nhận|số biên nhận|giấy (?:hẹn|biên nhận))\b`,
  'asks-what': vi`\b(?:cho (?:em|cháu|tôi|mình|con) hỏi|cụ thể|làm (?:giấy|thủ tục) gì|trường hợp (?:nào|của)|loại (?:giấy|nào)|nào ạ|không ạ|phải không)\b|\?`,
  'explains-late': vi`\b(?:đang chờ|đang đợi|chậm (?:vì|do|là vì)|trễ (?:vì|do)|quá hạn|trễ hạn|chậm (?:\d|mấy|hẹn)|xác minh|chờ (?:\S+ ){0,3}(?:xác nhận|trả lời|xác minh))\b`,
  'says-next-step': vi`\b(?:sẽ (?:báo|gọi|nhắn|liên hệ|chuyển|kiểm tra|theo dõi|xử lý|trả lời)|bước tiếp theo|trước (?:ngày|\d)|chậm nhất|hẹn lại|(?:gọi|nhắn|báo) lại)\b`,
  'refuses-to-waive': vi`\b(?:không (?:thể|được) (?:tự )?(?:miễn|giảm|bỏ)|phải (?:thu|nộp)|theo quy định|không có thẩm quyền|mức (?:phí|thu)|không thuộc (?:diện|đối tượng))\b`,
  waives: vi`\b(?:miễn (?:cho|luôn)|khỏi (?:phải )?(?:nộp|đóng) (?:phí|tiền|lệ phí)|(?:em|cháu|tôi|mình) (?:cho|miễn|bỏ qua) (?:bác|cô|chú|ông|bà|anh|chị)|bỏ qua cho)\b`,
  promises: vi`\b(?:hứa|đảm bảo|bảo đảm|cam đoan|chắc chắn)\b.{0,60}\b(?:xong|được|có|kịp|ngay|trước)\b`,
  'points-to-reception': vi`\b(?:tiếp công dân|thanh tra|đơn tố cáo)\b`,
  'keeps-secret': vi`\b(?:giữ bí mật|bảo mật|giữ kín|không (?:tiết lộ|để lộ)|bí mật (?:tên|thông tin|danh tính))\b`,
  'asks-whom': vi`\b(?:tên (?:cán bộ|người) (?:đó|ấy|bị|nào)|ai (?:đòi|nhận|lấy)|kể (?:rõ|chi tiết|cụ thể)|cho biết tên)\b`,
  'asks-number': vi`\b(?:gửi|nhắn|cho|đọc) (?:\S+ ){0,5}(?:số căn cước|số cccd|cccd|số chứng minh|số điện thoại)\b`,
  'sends-away': vi`\b(?:không biết|không phải việc|hỏi (?:chỗ|nơi|người) khác|tự (?:tìm|xem|đọc) (?:đi|nhé|trên)|lên mạng mà)\b`,
  scolds: vi`\b(?:sao không (?:đọc|xem|chịu)|nói rồi|đã bảo|phiền quá|lằng nhằng|bình tĩnh lại đi|ông này|bà này)\b`,
  'one-by-one': vi`\b(?:việc thứ nhất|việc thứ hai|thứ nhất|thứ hai|trước hết|trước tiên|sau đó|còn việc|về việc|việc (?:kia|còn lại))\b`,
  'gives-emergency': vi`\b11[1345]\b`,
  'gives-substitute': vi`\b(?:cấp lại|bản sao|trích lục|đơn (?:trình bày|cớ mất)|giấy khác|thay (?:thế|cho)|cam đoan|xuất trình căn cước|vẫn (?:nhận|lấy|trả) được)\b`,
  'offers-help': vi`\b(?:giúp|hỗ trợ|hướng dẫn|làm (?:giúp|giùm|hộ)|chỉ (?:giúp|giùm))\b`,
  // Told by code, not by words: see `marksOf` and `facts-said.ts`.
  'tells-number': /(?!)/,
  'wrong-fee': /(?!)/,
  'too-long': /(?!)/,
} as const satisfies Readonly<Record<string, RegExp>>;

export type Mark = keyof typeof rules;
export const markNames = Object.keys(rules) as [Mark, ...Mark[]];

/** More at once is not read to the end on a phone. */
const mostLetters = 700;

/** What one message does. Facts are not among it. */
export function marksOf(text: string): ReadonlySet<Mark> {
  const { keyed } = wordingOf(text);
  const marks = new Set(markNames.filter((name) => rules[name].test(keyed)));
  if (maskForLog(text) !== text) marks.add('tells-number');
  if (text.length > mostLetters) marks.add('too-long');
  return marks;
}
