/** Questions that no ward answers: by kind, because each kind is declined with its own way to go. */
import { vi } from './keyed.ts';
import { anyOf, askedOnce, type Wording } from './wording.ts';
import { speaksOfPapers } from './words.ts';

export type OutOfScope = 'out-of-scope' | 'health' | 'advice' | 'opinion' | 'court';

const you = '(?:em|bạn!|bot|ad|cháu)';
const opinion = [
  vi`\bbầu cho ai\b|\btheo ${you} .{0,14}(?:thì )?nên\b|\b(?:cho (?:em|tôi|mình|bác)? ?ý kiến|ý kiến của ${you})\b|\btheo ${you}\b.{0,60}\b(?:đúng hay sai|tốt hay xấu|có đúng không)\b|\b${you} (?:thấy|nghĩ) (?:sao|thế nào) về\b|\bnghĩ sao về\b`,
  vi`\b(?:có (?:lên|tăng|xuống) giá|giá (?:đất|nhà|vàng|chung cư)\b.{0,40}\b(?:lên|xuống|tăng) (?:nữa )?không|lên giá không|sinh lời|lợi nhuận)\b`,
  vi`\b(?:chính sách|chủ trương|nhà nước|đảng|chính phủ)\b.{0,40}\b(?:đúng hay sai|tốt hay xấu)\b`,
];

const advice = [
  vi`(?<!(?:điều|sự|linh|phụ|bưu|văn|chứng|kiên) )\bkiện!(?! (?:toàn|hàng(?! xóm)|tướng|nghị)\b)|\b(?:di|khoi|muon|toi) kien (?!nghi|truc|thuc)|\bkien (?:ra toa|hang xom|doi|thang hang|nguoi|cong ty|duoc khong)\b|\b(?:đưa|ra) tòa\b`,
  vi`\b(?:ly hôn|ly dị)\b.{0,50}\b(?:chia (?:tài sản|đất|nhà|thế nào|sao)|tài sản chia|giành (?:quyền )?(?:nuôi )?con|quyền nuôi|được nhiều hơn|lợi hơn)\b`,
  vi`\b(?:mấy|bao nhiêu) năm tù!|\b(?:đi|ở|ngồi) tù (?:mấy|bao nhiêu)\b|\bbi (?:may|bao nhieu) nam tu\b|\b(?:khung hình phạt|truy cứu|có bị bắt|bị bắt không)\b`,
  vi`\b(?:có nên|nên) (?:\S+ )?(?:rút (?:bảo hiểm|bhxh|một lần)|bán (?:đất|nhà)|mua (?:đất|nhà|vàng)|ly hôn|ly dị|kiện|đầu tư|vay|giữ (?:đất|nhà)|cưới|lấy (?:vợ|chồng))\b`,
  vi`\b(?:quyết|chọn|tính) (?:giúp|hộ|giùm|dùm) (?:em|tôi|mình|cháu|con|bác) (?:có nên|nên|xem nên)\b|\bquyết (?:giúp|hộ|giùm) (?:em|tôi|mình|bác)\b`,
  vi`\b(?:dễ! (?:được )?duyệt|de duoc duyet hon|nhanh hơn người khác|ưu tiên hơn người)\b`,
  vi`\blợi hơn\b|\b(?:có lợi|lợi hay|thiệt hay|rủi ro) (?:\S+ ){0,3}(?:hại|thiệt|cho (?:tôi|em|mình))\b`,
];

const court = vi`\b(?:thủ tục|đơn|nộp đơn|xin|muốn|đòi|làm|cách) (?:\S+ ){0,2}(?:ly hôn|ly dị)\b|\b(?:ly hôn|ly dị) (?:\S+ ){0,2}(?:nộp đơn|ở đâu|thủ tục|cần gì|tốn|bao nhiêu|đơn phương|thuận tình)\b`;
/** A divorce that is already done and now stands in other papers. */
const divorced = vi`\b(?:ghi chú|nước ngoài|trích lục|xác nhận|độc thân|tình trạng|căn cước|(?:bên|ở) (?:đức|mỹ|pháp|nhật|hàn|úc|anh|nga|séc|tàu|đài|trung|sing)|(?:đã|mới|vừa|sau khi|hậu) ly hôn|ly hôn (?:rồi|xong|năm)|kết hôn lại|cưới lại|tách (?:hộ|khẩu)|hộ khẩu|thường trú|sổ đỏ|sang tên|bản án|quyết định ly hôn|khai sinh)\b`;

const health = vi`\b(?:đau (?:bụng|đầu|lưng|ngực|răng|họng|khớp|mắt|tay|chân)|nhức đầu|sốt|ho nhiều|tiêu chảy|buồn nôn|chóng mặt|triệu chứng|bệnh gì|(?:uống|thuốc) (?:thuốc )?(?:gì|nào)|khám bệnh ở đâu|chữa bệnh)\b`;

const elsewhere = [
  vi`\b(?:thời tiết|dự báo|nhiệt độ)\b|\b(?:trời|hôm nay|mai|chiều nay|tối nay|tuần này) (?:\S+ ){0,4}(?:mưa!|trời mưa|troi mua|nắng!|bão!) (?:\S+ ){0,2}(?:không|hay)\b`,
  vi`\b(?:xổ số|kết quả sổ|số đề|vietlott|cá độ)\b|\bgiá (?:vàng|xăng|đô la|usd|bitcoin|cổ phiếu|heo hơi|lúa|cà phê)\b|\b(?:chứng khoán|tỷ giá|tỉ giá|lãi suất)\b`,
  vi`\b(?:bóng đá|trận đấu|đội tuyển|đá mấy giờ|world cup|tỉ số|tỷ số|ca sĩ|bài hát|nghệ sĩ|phim (?:gì|hay|nào|mới))\b`,
  vi`\b(?:nấu|công thức|cách nấu|cách làm|bí quyết (?:nấu|kho|làm)|kho|chiên|luộc|xào) (?:\S+ ){0,2}(?:phở|bún|bánh|gà|cá|canh|lẩu|chè|món ăn|món)\b`,
  vi`\b(?:giải|làm|viết) (?:\S+ ){0,3}(?:bài tập|bài văn|bài toán|toán|bài thơ|thơ! tặng|phương trình|văn tả|tiểu luận|luận văn|code|chương trình python)\b`,
  vi`\b(?:crush|tình yêu|tỏ tình|rep tin nhắn|ghen tuông|tâm sự|tử vi|bói toán|bói bài|phong thủy|tuổi (?:nào|gì) hợp)\b|\b(?:chia tay|người yêu) .{0,30}\b(?:buồn|giận|phải làm sao|làm sao giờ)\b`,
  vi`\b(?:mua|thuê|bán) (?:\S+ ){0,4}(?:ở đâu|chỗ nào) (?:\S+ )?rẻ|\b(?:rẻ nhất|shopee|lazada)\b|\btìm việc(?: làm)?\b(?! .{0,20}(?:hỗ trợ|giấy|xác nhận|trợ cấp)\b)`,
  vi`\b(?:thủ đô (?:của |nước )|tổng thống|lịch sử (?:việt nam|thế giới)|ai phát minh|dân số (?:nước|thế giới|việt nam))`,
  vi`\b(?:kể chuyện|hát (?:một|đi|bài)|đọc thơ|chuyện cười|tán gẫu)\b|\b(?:quán (?:ăn|nhậu|cà phê) (?:nào )?ngon|đi chơi (?:đâu|ở đâu)|du lịch (?:đâu|ở đâu)|giảm cân|dưỡng da|trang điểm)\b`,
  vi`\bdịch (?:giúp|hộ|giùm|câu|đoạn) .{0,40}\btiếng (?:anh|trung|nhật|hàn)\b`,
];

/** `null` for what the search should look at. A paper or an office in the sentence makes it a matter of procedures. */
export const outOfScopeIn = askedOnce((wording: Wording): OutOfScope | null => {
  const { keyed } = wording;
  if (anyOf(opinion, keyed)) return 'opinion';
  if (anyOf(advice, keyed) && !divorced.test(keyed)) return 'advice';
  if (court.test(keyed) && !divorced.test(keyed)) return 'court';
  if (health.test(keyed) && !speaksOfProcedures(wording)) return 'health';
  return anyOf(elsewhere, keyed) && !speaksOfPapers(wording) ? 'out-of-scope' : null;
});

/** The words by which a message speaks of something that no ward does, in the spelling of the rules; [] when it does not. */
export const elsewhereWordsIn = ({ keyed }: Wording): readonly string[] =>
  elsewhere
    .map((pattern) => pattern.exec(keyed)?.[0])
    .find(Boolean)
    ?.split(' ') ?? [];

const procedures = vi`\b(?:
  thủ tục|hồ sơ|giấy|giấy tờ|đơn!|đăng ký|cấp|xin|xác nhận|chứng nhận|chứng thực|công chứng|khai|báo|phép|trợ cấp|chế độ|hỗ trợ|bảo hiểm|bhyt|chính sách|nộp|tờ khai|mẫu|
  phường|xã|ủy ban|ubnd|một cửa|công an|quyết định|sổ|thẻ!|the (?:bhyt|bao hiem|can cuoc)|lệ phí|tuyển sinh|nhập học|trường|công nhận|danh hiệu|hưởng!|mở (?:tiệm|quán|cửa hàng|cơ sở|lớp|nhóm|trường|văn phòng|phòng)|
  thành lập|tổ chức|gia hạn|giảm|miễn|hết hạn|giám hộ|làm thay
)\b`;

/** Whether the message speaks of papers or offices at all: then what is not found is absent, not out of scope. */
export const speaksOfProcedures = ({ keyed }: Wording): boolean => procedures.test(keyed);
