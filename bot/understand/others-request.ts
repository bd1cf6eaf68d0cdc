/** Wants to see what belongs to somebody else: his case, his address, his account. */
import { readFacets } from '../../retrieval/index.ts';
import { vi } from './keyed.ts';
import { anyOf, type Wording } from './wording.ts';

/** Somebody who is not the asker and not of his house. */
const stranger = `(?:
  (?:ông|bà|anh|chị|cô|chú|thằng|con) (?:hàng xóm|ấy|ta|kia|đó|sếp|[a-z]+ (?:tổ|nhà|ở) (?:bên|số|\\d+|trên|dưới))|hàng xóm|nhà bên|vợ cũ|chồng cũ|bồ cũ|người yêu(?: cũ)?|bạn gái|bạn trai|
  sếp|người (?:khác|ta|thuê|mua|bán|lạ|quen)|đứa bạn|bạn (?:tôi|em|mình)|họ hàng|đồng nghiệp|con nợ|chủ nợ|khách hàng|nhân viên (?:tôi|mình|cũ)|cán bộ|chủ tịch
)`;
/** A person by name: "anh Tư", "bà Nguyễn Thị Hoa". Names of kin ("ông nội", "anh trai") are none. */
const named = `(?:(?:ông|bà|anh|chị|cô|chú|thằng|bác|dì) (?!(?:nội|ngoại|trai|gái|rể|dâu|ruột|họ|vợ|chồng|em|tôi|chị|cán|công|địa|tư pháp|hộ tịch|ơi|bảo|nói|ấy|có|mà|thì|cho|này|muốn|hỏi|đã|bị|ở|là|và|phải|tổ|được|xem|đi|chưa|không|giúp)\\b)(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ!|đặng|bùi|đỗ|hồ|ngô|dương|lý|tư|năm|sáu|bảy|tám|chín|mười|ba|hai|út|lan|nam|hùng|hoa|hương|tuấn|minh|dũng|hạnh|thủy|bình|tâm|hải|sơn|long|tùng|linh|mai)|nguyễn (?:văn|thị) [a-z]+|trần (?:văn|thị) [a-z]+|lê (?:văn|thị) [a-z]+)`;
const other = `(?:${stranger}|${named})`;

const look =
  '(?:xem|coi|đọc|tra|check|kiểm tra|tìm|cho (?:tôi |mình |em |bác |tui |anh |chị )?(?:xem|coi|biết|hỏi)|cung cấp|trích xuất|in|xác nhận|tra cứu|lấy)';
const secret =
  '(?:hồ sơ|giấy tờ|đơn|thông tin|lý lịch|địa chỉ|số điện thoại|sdt|ngày sinh|căn cước|cccd|nơi ở|cư trú|thường trú|kết hôn|ly hôn|tài khoản|tài sản|sổ đỏ|kết quả)';

const others = [
  vi`\b${look}\b.{0,34}\b${secret}\b.{0,24}\b(?:của|về) ${other}\b`,
  vi`\b${secret} (?:\S+ ){0,3}của ${other}\b.{0,40}\b(?:chưa|tới đâu|đến đâu|bị trả|duyệt|xong|là gì|gồm những ai)\b`,
  vi`\b${other}\b.{0,40}\b(?:đã|có) (?:nộp|đăng ký|xin|kết hôn|ly hôn|xóa|nhận|đứng tên)\b.{0,50}\b(?:chưa|không|giúp|với ai)\b(?! (?:được|phải|cần)\b)`,
  vi`\b${other}\b.{0,40}\b(?:nộp (?:hồ sơ|đơn|giấy) gì|địa chỉ (?:mới|nhà|ở)|số điện thoại (?:là|bao nhiêu|mấy)|(?:thường trú|sống|đang ở|tạm trú) (?:ở )?đâu|sinh năm|bao nhiêu tuổi)\b`,
  vi`\b(?:cho biết|tra|tìm|kiểm tra|check)\b.{0,20}\b${named}\b.{0,40}\b(?:ở đâu|chưa|số mấy|tên gì|bao nhiêu)\b`,
  vi`\b(?:hồ sơ|đơn) (?:\S+ ){0,4}của (?:nguyễn|trần|phạm|hoàng|huỳnh|phan|đặng|bùi) [a-z]+ `,
  vi`\b(?:không phải của tôi|của người khác)\b.{0,40}\b(?:đọc|xem|tra|kết quả|cho)\b|\b(?:ai|người nào|người) (?:vừa|mới|trước)(?: tôi)? (?:\S+ ){0,2}hỏi\b|\bngười (?:trước|vừa hỏi|hỏi trước)\b.{0,20}\b(?:tên|hỏi gì|là ai)\b|\b(?:hỏi|nhắn) trước (?:tôi|em)\b.{0,14}\b(?:tên|là ai)\b`,
  vi`\b(?:cha mẹ (?:ruột|đẻ)|bố mẹ (?:ruột|đẻ)|người nhận (?:nuôi|con nuôi))\b.{0,60}\b(?:là ai|gồm những ai|tên gì|ở đâu|tra giúp)\b`,
  vi`\b(?:con|cháu|bé|chồng|vợ|nó)\b.{0,24}\b(?:giấu|lén|không cho (?:tôi|em) (?:biết|xem))\b.{0,50}\b(?:xem|coi|biết|đọc)\b`,
  vi`\b(?:vào|mở|hack|đọc trộm|xem trộm|đăng nhập)\b.{0,24}\b(?:tài khoản|vneid|tin nhắn|email|zalo)\b.{0,12}\bcủa (?:chồng|vợ|con|người|bạn|sếp|nó|ông|bà|anh|chị)\b`,
];
/** Lists of people. A list of papers is none. */
const lists = [
  vi`\b(?:danh sách|liệt kê|tóm tắt|trích xuất|tên)\b.{0,24}\b(?:công dân|hộ nghèo|những người|ai (?:nộp|đăng ký)|người (?:nộp|nhận|ly hôn|nghiện|đăng ký|xin)|cán bộ (?:tham nhũng|nhận))\b.{0,60}\b(?:kèm|số|căn cước|địa chỉ|điện thoại|tháng|năm|phường|xã|tên)\b(?!.*\b(?:công khai|niêm yết)\b)`,
  vi`\b(?:bao nhiêu|những|các) hồ sơ\b.{0,40}\b(?:kèm tên|tên (?:của|người)|là của ai|của ai)\b|\bhồ sơ nào\b.{0,20}\b(?:đang )?(?:trễ|chậm|quá hạn)\b.{0,20}\b(?:của ai|tên|nhất|danh sách)\b`,
];

/** Asks what papers, how much, how long or which law: a question of procedure, though other people occur in it. */
const asksProcedure = ({ keyed, folded }: Wording): boolean =>
  papersAsked.test(keyed) ||
  readFacets(folded).some((facet) => facet === 'fee' || facet === 'time' || facet === 'legal');
const papersAsked = vi`\b(?:giấy (?:tờ )?gì|cần (?:những )?(?:gì|giấy)|hồ sơ gồm|gồm (?:những )?gì|mẫu nào|tờ khai nào|nộp ở)\b`;

/** Whether another person's case, data or account is asked for. */
export const othersIn = (wording: Wording): boolean =>
  anyOf(lists, wording.keyed) || (anyOf(others, wording.keyed) && !asksProcedure(wording));
