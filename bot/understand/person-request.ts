/** Whether the citizen wants a person: asks for one, complains, tells of harm, or has had enough. */
import { lastingHarm, violenceIn } from './emergency.ts';
import { vi } from './keyed.ts';
import { anyOf, askedOnce, type Wording } from './wording.ts';
import { asksHow, official, self, speaksOfPapers } from './words.ts';

export type PersonRequest = 'asked' | 'complaint' | 'denounce' | 'harm' | 'distress';

const people = `(?:${official}|người(?: thật| khác| hỗ trợ| trực| có trách nhiệm| phụ trách| hướng dẫn| giúp)?|tổng đài(?: viên)?|(?:điện thoại|hỗ trợ|tư vấn|chuyên|giao dịch) viên|ai đó|con người|
  (?:cô|chú|anh|chị|ông|bà|mấy (?:chú|cô|anh|chị))(?: (?:nào|phụ trách|trực|làm|bên|ở|quầy|\\d+|${official}|phường|xã|một cửa))*)`;

const asks = [
  vi`\b(?:gặp|nói chuyện(?: trực tiếp)?(?: với)?|trao đổi (?:trực tiếp )?với|liên hệ trực tiếp(?: với)?|kết nối(?: tôi| em)?(?: với| tới)?|nối máy(?: cho)?(?: tôi| em)?(?: gặp| với| tới)?|chuyển (?:máy|cuộc gọi|tiếp|tôi|qua|sang|cho)(?: cho| qua| sang| tôi| em)*) ${people}(?! (?:nhà|thân|đại diện|làm chứng|giám hộ|ký|nộp|nước|già|cao tuổi)\b)\b`,
  vi`\b(?:kêu|gọi|nhờ|mời) (?:\S+ ){0,1}(?:${official}|cô nào|chú nào|anh nào|chị nào|ai đó|ai|cô|người nào|nhân viên) (?:\S+ ){0,3}(?:ra|đến|tới|qua|xuống|giúp|chỉ|giùm|dùm|với)\b`,
  vi`\bcó (?:ai|người nào|cán bộ nào|nhân viên nào|cán bộ|nhân viên) (?:\S+ ){0,3}(?:trực|ở đây|ở đó|nói chuyện|nghe máy)\b(?! (?:\S+ ){0,2}(?:nộp|nhận hồ sơ|làm giấy)\b)`,
  vi`\bcó (?:anh|chị|cô|chú|ông|bà) (?:\S+ ){0,3}(?:ở đó|ở đây|trực)\b|\bcho (?:tôi|em|mình|bác) gặp (?:cái|chút|với|người ta)\b`,
  vi`\bgọi lại (?:ngay |gấp )?(?:cho |giúp )(?:tôi|em|mình|cháu|bác|anh|chị|bà|ông|số)\b`,
  vi`\b(?:muốn|cần|cho|xin) (?:\S+ ){0,3}người (?:thật|hỗ trợ|hướng dẫn trực tiếp|trả lời)\b|\bngười (?:thật|hỗ trợ trực tiếp)(?: đi|$| trả lời| giúp)`,
  vi`\b(?:nhân viên|cán bộ|tổng đài) ơi\b(?!.{0,20}\b(?:hỏi|hoi)\b)`,
  vi`\b(?:không|chán|khỏi|đừng) .{0,14}\b(?:nói|nghe|nhắn|hỏi|trả lời) .{0,10}(?:với )?(?:máy|bot|robot)\b(?! (?:in|tính|cày|bay|giặt|lạnh|móc)\b)`,
  // Somebody is to come, to take over, to answer instead of the machine.
  vi`\b(?:đổi|thay) (?:\S+ ){0,1}(?:người|ai) (?:khác )?(?:trả lời|tư vấn|hỗ trợ|nói|hướng dẫn)\b|\b(?:kêu|gọi|mời) (?:giùm |giúp |dùm |hộ )?(?:${self} )?người (?:khác |thật )?(?:ra|vào|xuống|lại|lên|đi|ngay|giùm|giúp)\b(?! làm chứng| ký| nhận)|\bcho (?:${self} )?người (?:khác |thật )?(?:ra|vào) (?:trả lời|nói|giúp|chat|tư vấn|hỗ trợ|đây)\b|\bcho ${self} người(?: thật| khác)?(?: đi| ra| với| ạ| nha| nhé|$| [,.!])`,
  vi`\b(?:kêu|gọi|mời) (?:giùm|giúp|dùm|hộ) (?:${self} )?(?:cái |mấy )?(?:ông|bà|anh|chị|cô|chú|sếp|${official})\b`,
  vi`\b(?:cán bộ|nhân viên|người trực|ai trực|người phụ trách|(?:^|[,.] )người) (?:\S+ ){0,2}đâu(?: rồi| hết| mất| ta|$| [,.!?])|\b(?:có )?(?:ai|cán bộ|nhân viên|người) (?:nào |nào đó )?(?:\S+ ){0,2}(?:online|onl|đang trực|trực máy|trực ở|đang rảnh)\b`,
  vi`\b(?:ai đó|có ai|ai ơi) (?:\S+ ){0,2}(?:giúp|chỉ|hướng dẫn|giải thích|cứu) (?:${self}|giùm|dùm|với|cho)\b`,
  vi`\bchuyển (?:giùm |giúp |cho |qua |sang |\S+ cho )?(?:tổng đài viên|nhân viên|người thật|hỗ trợ viên|chuyên viên|tư vấn viên)\b`,
  vi`\b(?:cần|muốn|xin|cho|để|nhờ|được|giúp|đề nghị) (?:\S+ ){0,4}(?:tư vấn|hỗ trợ|hướng dẫn|giải đáp|trao đổi|hỏi|nói|nói chuyện) trực tiếp\b|^(?:tư vấn|hỗ trợ|hướng dẫn|hỏi|nói chuyện) trực tiếp (?:giúp|giùm|cho|với|đi)\b|\b(?:để|cho) (?:${self} )(?:nói|hỏi) (?:luôn |thẳng |chuyện )?với ${people}`,
  vi`\b(?:muốn|cần|nhờ|xin|mong|bảo|nói với|nhắn|kêu|đề nghị|yêu cầu|để|hẹn) (?:\S+ ){0,3}(?:${official}|ai đó|ai|người|phường|xã|các (?:anh|chị)|anh chị) (?:\S+ ){0,4}(?:gọi|điện|liên hệ|alo|nhắn) (?:\S+ ){0,2}(?:lại|cho|tới|qua)\b|\b(?:cán bộ|nhân viên) (?:\S+ ){0,1}gọi lại (?:cho |giúp )?${self}\b`,
  vi`\b(?:xin|cho|muốn|cần) (?:\S+ ){0,3}gặp (?:trực tiếp |ngay |luôn |thẳng |một |1 )?(?!ai (?:để|thì|ạ|xin|làm|và|ở|$|\?)|ở |khó|lỗi|vấn đề|trục trặc|rắc rối|sự cố|mặt)(?:ai|ông|bà|anh|chị|cô|chú|sếp|mấy|các|lãnh đạo|bộ phận (?:hỗ trợ|một cửa|tiếp dân)|${official}|người (?:ta|phụ trách|có|nào))\b|\b(?:nói chuyện|nói|trao đổi|hỏi) (?:thẳng |trực tiếp )?(?:với )?(?:một|1|vị|mấy) (?:người|cán bộ|nhân viên|ai)\b|\b(?:hỏi|gặp|nói) (?:thẳng|trực tiếp) (?:với )?(?:${official}|người phụ trách)\b|\b(?:hỗ trợ|giúp đỡ|tư vấn|trả lời) (?:từ|của|bởi) (?:nhân viên|cán bộ|người)(?: thật| thiệt| phụ trách|$| [,.!])|\b(?:alo|a lô|ơi|này|ủa) (?:, )?có ai (?:không|ở đó|trả lời)\b|\b(?:nhắn tin|chat|nhắn|trò chuyện) (?:trực tiếp )?(?:với|cho|qua) (?:${official}|người thật|ai đó|người ta|anh chị)\b`,
  vi`\bcó (?:tư vấn|hỗ trợ|chuyên|tổng đài) viên (?:nào |không|chứ|hả)|\b(?:bao giờ|khi nào|chừng nào|lúc nào) (?:mới |thì )?có (?:ai|người|cán bộ|nhân viên) (?:\S+ ){0,1}(?:vào|trả lời|ra|tiếp|nói chuyện|nghe máy)\b|\bcần (?:\S+ ){0,1}người (?:\S+ ){0,1}(?:hướng dẫn|chỉ|giải thích|tư vấn|giúp|nói chuyện)\b`,
  vi`\bnhờ (?:anh|chị|cô|chú|các anh|các chị|anh chị) (?:\S+ ){0,4}(?:trả lời|giúp|xem|chỉ|hướng dẫn|giải thích)\b|\b(?:gọi|kêu|mời) (?:giùm |dùm |giúp )?(?:${official}|người thật) (?:đi|ngay|với|gấp|luôn)\b|\bmời (?:${official}) (?:\S+ ){0,2}(?:vào|ra|chat|trả lời|nói)\b`,
  vi`\b(?:xin|cho) (?:\S+ ){0,3}(?:zalo|facebook|số điện thoại|số máy|sđt|số) (?:\S+ ){0,1}(?:của )?(?:anh|chị|cô|chú|người|cán bộ)(?: \S+){0,1} (?:phụ trách|đang giữ|làm hồ sơ|thụ lý|xử lý)\b|\b(?:chuyển|trình) (?:\S+ ){0,3}(?:tới|đến|cho|lên|sang) (?:\S+ ){0,2}(?:có thẩm quyền|cấp trên|lãnh đạo|người phụ trách)\b`,
  vi`\bnhờ (?:một |1 )?(?:ai|ai đó|anh|chị|cô|chú|người|bạn)(?: nào)? (?:\S+ ){0,4}(?:xem|coi|kiểm tra|rà) (?:giúp|giùm|hộ|lại)\b|\bcần (?:ai|ai đó|người) (?:\S+ ){0,1}(?:xem|coi|kiểm tra) (?:\S+ ){0,2}(?:giấy tờ|hồ sơ)\b`,
  vi`\b(?:bấm|nhấn) (?:số|phím) (?:mấy|nào)\b.{0,30}\b(?:người|cán bộ|tổng đài|nhân viên)\b`,
];
const inEnglish =
  /\b(?:(?:speak|talk|chat|connect me) (?:to|with) (?:\S+ ){0,3}(?:person|human|someone|somebody|officer|official|agent|staff|operator|representative)|(?:real|live|actual) (?:person|human|agent)|human (?:please|agent|being)|call me back)\b/;
/** "Có cần gặp cán bộ để ký không": whether one must go there is the question, nobody is wanted now. */
const mustMeet = vi`\b(?:(?:cần|phải|bắt buộc|khỏi) (?:\S+ ){0,3}(?:gặp|đến gặp|nói chuyện)\b.{0,60}\b(?:không|chứ|hả)|gặp (?:khó|lỗi|vấn đề|trục trặc|sự cố|rắc rối))\b`;

const whomOne =
  '(?:cán bộ|công an|công chức|bí thư|hiệu trưởng|chủ tịch|phó chủ tịch|trưởng|người|ông|bà|cô|chú|anh|chị|nó|họ|bọn|mấy|việc|hành vi|vụ)';
const wrongOfOthers =
  'làm giả|giấy (?:\\S+ ){0,2}giả!|giả (?:chữ ký|giấy|con dấu)|ăn! (?:tiền|chia)|bán đất công|khai khống|khai gian|trục lợi|bỏ túi|lót tay|phong bì';
const wantsToTell =
  '(?:muốn|xin|cần|định|phải|tôi|em) (?:\\S+ ){0,1}(?:báo!|tố!|thưa!|trình báo|vạch trần|phơi bày)|xin (?:giấu|giữ kín) tên|vạch trần|(?:báo!|tố!) (?:ở đây|ở đâu|chỗ nào|với ai)';
/** "To cao" without marks is "tall" as well: somebody does it, or it is done to somebody. */
const denounce = [
  vi`\b(?:tố cáo!|tố giác|tố! ${whomOne})\b`,
  vi`\b(?:don|thu|muon|phai|xin|dinh|can|viec|bi) to cao\b(?! (?:\S+ )?tầng\b| \d)|\b(?:toi|em|minh|tui|bac|chau|con) (?:se |da |muon |xin )?to cao\b(?! (?:\S+ )?tầng\b| \d)|^to cao (?!(?:\S+ )?tầng\b|\d)\S+|\bto cao (?!\S+ (?:tầng|mét|lầu|m)\b)${whomOne}\b`,
  vi`\b(?:tham nhũng|tham ô|biển thủ|ăn chặn|hối lộ|ăn của đút)\b`,
  // Somebody tells of a wrong and wants to report it: whoever asks how to do it himself wants to report nothing.
  vi`\b(?:${wrongOfOthers})\b.{0,40}\b(?:${wantsToTell})(?: |$)|\b(?:${wantsToTell})(?: |$).{0,50}\b(?:${wrongOfOthers})\b`,
];
const denounceInEnglish =
  /\b(?:denounc\w+ (?:an?|the|my|this|some) |(?:report|expose) (?:\S+ ){0,3}(?:corrupt\w*|brib\w*)|(?:took|takes|taking|asked? (?:\S+ )?for|demand\w*|accept\w*) (?:\S+ )?bribes?\b)/i;
/** The law against it, and training in it, accuse nobody. */
const againstCorruption = vi`\b(?:phòng|chống|phòng chống) (?:, )?(?:chống )?(?:tham nhũng|hối lộ)\b`;

const office = `${official}|họ|người ta|phường|xã|ủy ban|bộ phận một cửa|các anh|các chị|mấy ông|mấy bà|mấy cô`;
const complaint = [
  vi`\b(?:khiếu nại|phản ánh|kiến nghị|khiếu tố|báo cáo sai phạm)\b`,
  vi`\b(?:thái độ (?:\S+ ){0,4}(?:quá|kém|tệ|lồi lõm|khó chịu|của)|thái độ quá|cộc lốc|hách dịch|nhũng nhiễu|vòi (?:vĩnh|tiền!|quà)|(?:đòi|vòi|bắt) (?:\S+ ){0,2}(?:bồi dưỡng|cà phê|trà nước|lót tay|phong bì)|(?:ăn|nhận|đòi) hối lộ|làm khó!|lam kho (?:dan|du|de|toi|nguoi)|gây khó|hoạnh họe|quát (?:tháo|mắng|nạt)|thiếu tôn trọng|vô trách nhiệm|tắc trách|mắng dân|hành (?:dân|hạ (?:dân|tôi|người)))\b`,
  vi`\b(?:om|ngâm) (?:hồ sơ|giấy tờ|giấy)\b|\bgiam (?:hồ sơ|giấy tờ) (?:của |cua )?(?:tôi|em|mình|dân)\b|\b(?:hồ sơ|giấy) .{0,24}\bbị (?:om|ngâm)\b|\bkhông ai (?:đụng|xử lý|giải quyết)\b|\bai (?:phải )?chịu trách nhiệm(?: sửa| đền| bồi thường| giải quyết|$| \?| đây)`,
  vi`\b(?:thu|lấy|đòi|bắt nộp) .{0,14}(?:phí|tiền|lệ phí) .{0,16}(?:cao hơn|sai|không (?:có |đưa |xuất |ghi |viết |giao )?(?:biên lai|hóa đơn|phiếu thu)|không hóa đơn|ngoài quy định)\b`,
  vi`\b(?:${official}|người ta|họ|ở đó) (?:\S+ ){0,3}(?:bắt|để|cho) (?:\S+ ){0,2}(?:chờ|đợi|đứng chờ|ngồi chờ)\b|\b(?:${official}|họ) (?:\S+ ){0,3}(?:đòi|vòi|gợi ý|xin) (?:\S+ ){0,2}(?:tiền|quà)\b|\b(?:${official}|họ|người ta) (?:\S+ ){0,2}(?:nói năng|ăn nói|cư xử|nói chuyện) (?:\S+ ){0,2}(?:cộc|hỗn|khó|thiếu|gắt|nặng|coi thường|hống hách|trịch thượng|khó nghe)|\b(?:góp ý|than phiền|phàn nàn) (?:\S+ ){0,4}(?:cán bộ|nhân viên|thái độ|cách làm|làm việc|phục vụ|bộ phận|một cửa|tiếp dân)\b`,
  vi`\b(?:${office}) (?:\S+ ){0,3}(?:làm|để) (?:mất|thất lạc|rách|hỏng) (?:\S+ ){0,3}(?:giấy|hồ sơ|sổ|bản gốc|khai sinh)\b|\blàm mất (?:\S+ ){0,5}của (?:tôi|em|mình|dân|nhà tôi) (?:\S+ ){0,1}(?:rồi|mà|ai|giờ) (?:\S+ ){0,2}(?:đổ|chịu|đền|chối|tỉnh bơ)\b`,
  vi`\b(?:ném|vứt|quăng|liệng) (?:\S+ ){0,4}(?:vào mặt|trước mặt|xuống bàn|ra bàn)\b|\b(?:ngồi|cắm mặt|mải) (?:\S+ ){0,2}(?:tán gẫu|tám chuyện|chơi điện thoại|lướt điện thoại|bấm điện thoại|nói chuyện riêng|uống cà phê|chơi game)\b|\b(?:bất công|thiên vị|không công bằng|ưu tiên người quen)\b`,
  vi`\b(?:kiosk|máy (?:in|lấy số|quẹt|thu|bấm)) .{0,10}(?:nuốt|ăn mất|lấy mất)\b|\bnuốt (?:\S+ ){0,2}(?:tiền|tờ|thẻ)\b`,
];
const machineDown = vi`\b(?:máy in(?: phiếu)?|máy lấy số|máy bấm số|kiosk|màn hình)\b.{0,24}\b(?:kẹt|treo|hỏng|hư|không (?:in|chạy|lên|bấm))\b`;
/** How the office handles complaints is a procedure as any other. */
const complaintProcedure = vi`\blịch (?:tiếp|gặp)\b|\b(?:thủ tục|trình tự|quy trình|thời hạn|giải quyết)\b.{0,24}\b(?:khiếu nại|tố cáo|phản ánh|kiến nghị)\b|\b(?:nếu khiếu nại|khiếu nại (?:kết quả|quyết định|lần))\b|\b(?:rút|viết|mẫu|soạn) (?:\S+ ){0,2}(?:khiếu nại|tố cáo|kiến nghị|phản ánh)\b|\bđơn (?:khiếu nại|tố cáo|kiến nghị) (?:\S+ ){0,1}(?:gửi|nộp|viết|ghi) (?:\S+ ){0,2}(?:ai|đâu|nào|gì|sao)\b|\b(?:khiếu nại|phản ánh|kiến nghị) (?:\S+ ){0,3}(?:được )?(?:trả lời|giải quyết|xử lý) (?:\S+ ){0,2}(?:mấy|bao nhiêu|bao lâu)\b`;

const distress = [
  vi`\b(?:bực (?:hết|mình|bội|quá)|bức xúc|tức (?:quá|mình|chết|điên)|(?:làm ăn|làm việc) kiểu gì|chán (?:lắm|quá|ngán)|mệt mỏi (?:lắm|quá)|quá đáng|thất vọng|(?:mệt|ngán|nản|chán) (?:\S+ ){0,3}kiểu (?:\S+ )?(?:làm việc|này))\b`,
  vi`\b(?:đi|tới|chạy|lên xuống|lên|ra) (?:\S+ ){0,2}(?:\d|hai|ba|bốn|năm|mấy|bao nhiêu|nhiều|chục) (?:lần|bữa|lượt|chuyến|bận|vòng)\b.{0,40}\b(?:vẫn|bắt|chưa|không (?:xong|được)|hoài)\b`,
  vi`\bhỏi (?:\d|hai|ba|bốn|năm|mấy|nhiều) lần\b.{0,40}\b(?:không|chưa|sai)\b|(?:^|\b(?:tôi|em|mình|bác) |, )hỏi (?:hoài|mãi)\b`,
];

/** The machine itself is what he has had enough of. */
const withMachine = [
  vi`\b(?:máy|bot|robot|trợ lý) (?:\S+ ){0,3}(?:khó hiểu|không hiểu|chẳng hiểu|chả hiểu|ngu|dốt|dở ẹc|vô dụng|máy móc|trật lất|lạc đề)\b`,
  vi`\b(?:hỏi|nói|trả lời|nhắn) (?:\S+ ){0,2}(?:nãy giờ|từ nãy|hoài|mãi|toàn|cứ|quanh quẩn) (?:\S+ ){0,4}(?:trật|trật lất|sai|lạc đề|tào lao|lung tung|một câu|không hiểu|không đúng|linh tinh|vòng vòng|vòng vo)\b`,
  vi`\b(?:hết|không) chịu (?:nổi|được nữa)\b|\bmỗi lần (?:lên|đến|tới|đi|ra|nộp) (?:\S+ ){0,2}(?:bắt|đòi|kêu|yêu cầu|đẻ ra) (?:\S+ ){0,1}(?:bổ sung|thêm|làm lại|sửa|về)\b`,
];

/** "Làm ăn kiểu gì thế" asks nothing. */
const scolding = vi`\b(?:làm ăn|làm việc|làm) kiểu gì\b`;

const denounces = (text: string): boolean =>
  (anyOf(denounce, text) || denounceInEnglish.test(text)) &&
  !complaintProcedure.test(text) &&
  !againstCorruption.test(text);

/** `null` when no person is wanted: a grievance beside a question of procedure leaves the question. */
export const personRequestIn = askedOnce((wording: Wording): PersonRequest | null => {
  const { keyed } = wording;
  const how = asksHow({ ...wording, keyed: keyed.replace(scolding, ' ') });
  if (denounces(keyed)) return 'denounce';
  if (violenceIn(wording) && lastingHarm.test(keyed) && !speaksOfPapers(wording)) return 'harm';
  if (anyOf(complaint, keyed) && !complaintProcedure.test(keyed) && !(how && speaksOfPapers(wording)))
    return 'complaint';
  if (machineDown.test(keyed) && !speaksOfPapers(wording)) return 'complaint';
  if ((anyOf(asks, keyed) || inEnglish.test(keyed)) && !mustMeet.test(keyed)) return 'asked';
  return (anyOf(distress, keyed) || anyOf(withMachine, keyed)) && !(how && speaksOfPapers(wording)) ? 'distress' : null;
});
