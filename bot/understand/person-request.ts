/** Whether the citizen wants a person: asks for one, complains, tells of harm, or has had enough. */
import { lastingHarm, violenceIn } from './emergency.ts';
import { vi } from './keyed.ts';
import { anyOf, type Wording } from './wording.ts';
import { asksHow, official, speaksOfPapers } from './words.ts';

export type PersonRequest = 'asked' | 'complaint' | 'denounce' | 'harm' | 'distress';

const people = `(?:${official}|người(?: thật| khác| hỗ trợ| trực| có trách nhiệm| phụ trách| hướng dẫn| giúp)?|tổng đài(?: viên)?|điện thoại viên|ai đó|con người|
  (?:cô|chú|anh|chị|ông|bà|mấy (?:chú|cô|anh|chị))(?: (?:nào|phụ trách|trực|làm|bên|ở|quầy|\\d+|${official}|phường|xã|một cửa))*)`;

const asks = [
  vi`\b(?:gặp|nói chuyện(?: trực tiếp)?(?: với)?|trao đổi (?:trực tiếp )?với|liên hệ trực tiếp(?: với)?|kết nối(?: tôi| em)?(?: với| tới)?|nối máy(?: cho)?(?: tôi| em)?(?: gặp| với| tới)?|chuyển (?:máy|cuộc gọi|tiếp|tôi|qua|sang|cho)(?: cho| qua| sang| tôi| em)*) ${people}(?! (?:nhà|thân|đại diện|làm chứng|giám hộ|ký|nộp|nước|già|cao tuổi)\b)\b`,
  vi`\b(?:kêu|gọi|nhờ|mời) (?:\S+ ){0,1}(?:${official}|cô nào|chú nào|anh nào|chị nào|ai đó|ai|cô|người nào|nhân viên) (?:\S+ ){0,3}(?:ra|đến|tới|qua|xuống|giúp|chỉ|giùm|dùm|với)\b`,
  vi`\bcó (?:ai|người nào|cán bộ nào|nhân viên nào|cán bộ|nhân viên) (?:\S+ ){0,3}(?:trực|ở đây|ở đó|nói chuyện|nghe máy)\b(?! (?:\S+ ){0,2}(?:nộp|nhận hồ sơ|làm giấy)\b)`,
  vi`\bcó (?:anh|chị|cô|chú|ông|bà) (?:\S+ ){0,3}(?:ở đó|ở đây|trực)\b|\bcho (?:tôi|em|mình|bác) gặp (?:cái|chút|với|người ta)\b`,
  vi`\bgọi lại (?:ngay |gấp )?(?:cho |giúp )(?:tôi|em|mình|cháu|bác|anh|chị|bà|ông|số)\b`,
  vi`\b(?:muốn|cần|cho|xin) (?:\S+ ){0,3}người (?:thật|hỗ trợ|hướng dẫn trực tiếp|trả lời)\b|\bngười (?:thật|hỗ trợ trực tiếp)(?: đi|$| trả lời| giúp)`,
  vi`\b(?:nhân viên|cán bộ|tổng đài) ơi\b`,
  vi`\b(?:không|chán|khỏi|đừng) .{0,14}\b(?:nói|nghe|nhắn|hỏi|trả lời) .{0,10}(?:với )?(?:máy|bot|robot)\b(?! (?:in|tính|cày|bay|giặt|lạnh|móc)\b)`,
  vi`\b(?:bấm|nhấn) (?:số|phím) (?:mấy|nào)\b.{0,30}\b(?:người|cán bộ|tổng đài|nhân viên)\b`,
];
/** "Có cần gặp cán bộ để ký không": whether one must go there is the question, nobody is wanted now. */
const mustMeet = vi`\b(?:(?:cần|phải|bắt buộc|khỏi) (?:\S+ ){0,3}(?:gặp|đến gặp|nói chuyện)\b.{0,60}\b(?:không|chứ|hả)|gặp (?:khó|lỗi|vấn đề|trục trặc|sự cố|rắc rối))\b`;

const denounce = vi`\b(?:tố cáo!|tố giác|to cao (?:can bo|cong an|bi thu|hieu truong|chu tich|nguoi|ong|truong|viec|hanh vi))\b`;

const complaint = [
  vi`\b(?:khiếu nại|phản ánh|kiến nghị|khiếu tố|báo cáo sai phạm)\b`,
  vi`\b(?:thái độ (?:\S+ ){0,4}(?:quá|kém|tệ|lồi lõm|khó chịu|của)|thái độ quá|cộc lốc|hách dịch|nhũng nhiễu|vòi (?:vĩnh|tiền!|quà)|(?:đòi|vòi|bắt) (?:\S+ ){0,2}(?:bồi dưỡng|cà phê|trà nước|lót tay|phong bì)|(?:ăn|nhận|đòi) hối lộ|làm khó!|lam kho (?:dan|du|de|toi|nguoi)|gây khó|hoạnh họe|quát (?:tháo|mắng|nạt)|thiếu tôn trọng|vô trách nhiệm|tắc trách|mắng dân|hành (?:dân|hạ (?:dân|tôi|người)))\b`,
  vi`\b(?:om|ngâm) (?:hồ sơ|giấy tờ|giấy)\b|\bgiam (?:hồ sơ|giấy tờ) (?:của |cua )?(?:tôi|em|mình|dân)\b|\b(?:hồ sơ|giấy) .{0,24}\bbị (?:om|ngâm)\b|\bkhông ai (?:đụng|xử lý|giải quyết)\b|\bai (?:phải )?chịu trách nhiệm(?: sửa| đền| bồi thường| giải quyết|$| \?| đây)`,
  vi`\b(?:thu|lấy|đòi|bắt nộp) .{0,14}(?:phí|tiền|lệ phí) .{0,16}(?:cao hơn|sai|không (?:có )?biên lai|không hóa đơn|ngoài quy định)\b`,
  vi`\b(?:kiosk|máy (?:in|lấy số|quẹt|thu|bấm)) .{0,10}(?:nuốt|ăn mất|lấy mất)\b|\bnuốt (?:\S+ ){0,2}(?:tiền|tờ|thẻ)\b`,
];
const machineDown = vi`\b(?:máy in(?: phiếu)?|máy lấy số|máy bấm số|kiosk|màn hình)\b.{0,24}\b(?:kẹt|treo|hỏng|hư|không (?:in|chạy|lên|bấm))\b`;
/** How the office handles complaints is a procedure as any other. */
const complaintProcedure = vi`\blịch (?:tiếp|gặp)\b|\b(?:thủ tục|trình tự|quy trình|thời hạn|giải quyết)\b.{0,24}\b(?:khiếu nại|tố cáo|phản ánh|kiến nghị)\b|\b(?:nếu khiếu nại|khiếu nại (?:kết quả|quyết định|lần))\b`;

const distress = [
  vi`\b(?:bực (?:hết|mình|bội|quá)|bức xúc|tức (?:quá|mình|chết|điên)|(?:làm ăn|làm việc) kiểu gì|chán (?:lắm|quá|ngán)|mệt mỏi (?:lắm|quá)|quá đáng|thất vọng|(?:mệt|ngán|nản|chán) (?:\S+ ){0,3}kiểu (?:\S+ )?(?:làm việc|này))\b`,
  vi`\b(?:đi|tới|chạy|lên xuống|lên|ra) (?:\S+ ){0,2}(?:\d|hai|ba|bốn|năm|mấy|bao nhiêu|nhiều|chục) (?:lần|bữa|lượt|chuyến|bận|vòng)\b.{0,40}\b(?:vẫn|bắt|chưa|không (?:xong|được)|hoài)\b`,
  vi`\bhỏi (?:\d|hai|ba|bốn|năm|mấy|nhiều) lần\b.{0,40}\b(?:không|chưa|sai)\b|(?:^|\b(?:tôi|em|mình|bác) |, )hỏi (?:hoài|mãi)\b`,
];

/** "Làm ăn kiểu gì thế" asks nothing. */
const scolding = vi`\b(?:làm ăn|làm việc|làm) kiểu gì\b`;

/** `null` when no person is wanted: a grievance beside a question of procedure leaves the question. */
export function personRequestIn(wording: Wording): PersonRequest | null {
  const { keyed } = wording;
  const how = asksHow({ ...wording, keyed: keyed.replace(scolding, ' ') });
  if (denounce.test(keyed) && !complaintProcedure.test(keyed)) return 'denounce';
  if (violenceIn(wording) && lastingHarm.test(keyed) && !speaksOfPapers(wording)) return 'harm';
  if (anyOf(complaint, keyed) && !complaintProcedure.test(keyed) && !(how && speaksOfPapers(wording)))
    return 'complaint';
  if (machineDown.test(keyed) && !speaksOfPapers(wording)) return 'complaint';
  if (anyOf(asks, keyed) && !mustMeet.test(keyed)) return 'asked';
  return anyOf(distress, keyed) && !(how && speaksOfPapers(wording)) ? 'distress' : null;
}
