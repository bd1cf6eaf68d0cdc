/** Wants to see what belongs to somebody else: his case, his address, his account; or a list of people. */
import { readFacets } from '../../retrieval/index.ts';
import { vi } from './keyed.ts';
import { anyOf, type Wording } from './wording.ts';

/** Somebody who is not of the asker's house. */
const stranger = `(?:
  (?:ông|bà|anh|chị|cô|chú|thằng|con) (?:hàng xóm|ấy|ta|kia|sếp|chủ nhà|chủ đất)|hàng xóm|nhà bên|vợ cũ|chồng cũ|bồ cũ|người yêu(?: cũ)?|bạn gái|bạn trai|ổng!|bả!|hắn|
  sếp|người (?:khác|ta|thuê|mua|bán|lạ|quen)|đứa bạn|bạn (?:tôi|em|mình)|họ hàng|đồng nghiệp|con nợ|chủ nợ|khách hàng|nhân viên (?:tôi|mình|cũ)
)`;
const familyName =
  '(?:nguyễn|trần|lê!|phạm|hoàng|huỳnh|phan|vũ!|võ!|đặng|bùi|đỗ!|hồ!|ngô|dương!|lý!|đinh|trịnh|đoàn|lâm!|cao!)';
/** Somebody by name: "anh Tư", "bà Nguyễn Thị Hoa"; `someone` of the wording says whether a name is really there. */
const byName = `(?:(?:ông|bà|anh|chị|cô|chú|thằng|bác|dì|cháu|cậu|mợ|thím|dượng|eng!|mệ|sản phụ|học sinh) \\S+(?: [a-z]+){0,3}|(?:${familyName}|[a-z]+) (?:văn|thị) [a-z]+)`;

const look =
  '(?:xem|coi|đọc|tra|check|kiểm tra|tìm|mở|đưa|gửi|hiển thị|cho (?:tôi |mình |em |bác |anh |chị )?(?:xem|coi|biết)|cung cấp|trích xuất|in|xác nhận|tra cứu|lấy)';
const data =
  '(?:hồ sơ|giấy tờ|đơn|thông tin|lý lịch|địa chỉ|số điện thoại|sdt|ngày sinh|căn cước|cccd|nơi ở|cư trú|thường trú|kết hôn|ly hôn|hôn nhân|tài khoản|tài sản|sổ đỏ|kết quả)';

/** What is asked of the other person, by who he is. */
const about = (other: string) => [
  vi`\b${look}\b.{0,34}\b${data}\b.{0,24}\b(?:của|về) ${other}\b`,
  vi`\b${data} (?:\S+ ){0,3}của ${other}\b.{0,90}\b(?:chưa|tới đâu|đến đâu|bị trả|duyệt|xong|là gì|gồm những ai)\b`,
  vi`\b${other}\b.{0,40}\b(?:đã|có) (?:nộp|đăng ký|xin|kết hôn|ly hôn|xóa|nhận|đứng tên|xác nhận)\b.{0,50}\b(?:chưa|giúp|với ai|không)\b(?! (?:được|phải|cần)\b)`,
  vi`\b${other}\b.{0,40}\b(?:nộp (?:hồ sơ|đơn|giấy) gì|địa chỉ (?:mới|nhà|ở)|số điện thoại (?:là|bao nhiêu|mấy)|(?:thường trú|sống|đang ở|tạm trú) (?:ở )?đâu|sinh năm|bao nhiêu tuổi)\b`,
  vi`\b(?:coi|xem|kiểm tra|tra|check) (?:giùm|giúp|hộ|dùm|thử) (?:coi |xem )?(?:\S+ ){0,2}${other}\b.{0,60}\b(?:chưa|không)\b`,
  vi`\b${look}\b.{0,50}\b${data}\b.{0,24}\b(?:của|về) (?:hộ |nhà |gia đình )${other}\b`,
  vi`\b${data} (?:\S+ ){0,2}của (?:\S+ )?${other}\b.{0,50}\b(?:cung cấp|cho (?:tôi|em|mình) (?:biết|ngay|gấp)|gửi (?:ngay|gấp|cho)|trong \d+ phút)\b`,
  vi`\b(?:cho|cần|xin|gửi)(?: (?:tôi|em|mình|anh|chị|bác))?(?: (?:biết|xin))? (?:ngày sinh|số điện thoại|sdt|địa chỉ|số căn cước|cccd|nơi ở) (?:(?:và|với|vs) (?:ngày sinh|số điện thoại|sdt|địa chỉ|số căn cước|cccd|nơi ở) )?(?:nhà )?(?:của )?${other}\b`,
  vi`\b${other}\b.{0,30}\b(?:đang|còn|đã|có) (?:\S+ )?(?:độc thân|có vợ|có chồng|ly hôn|kết hôn|đi tù|nợ)\b.{0,14}\b(?:không|chưa)\b`,
  vi`\b${other}\b.{0,30}\b(?:quê (?:ở đâu|quán|gốc)|chồng tên|vợ tên|con tên|tên gì|làm nghề gì)\b`,
  vi`\b${other}\b.{0,60}\b(?:chưa|không)\b.{0,8}\b(?:coi|xem|kiểm tra|tra|check) (?:giùm|giúp|hộ|dùm|thử)\b`,
  vi`\b(?:cho biết|tra|tìm|kiểm tra|check|xác nhận)\b.{0,20}\b${other}\b.{0,40}\b(?:ở đâu|chưa|số mấy|tên gì|bao nhiêu)\b`,
];
const aboutStranger = about(stranger);
const aboutNamed = about(byName);

/** Whose number, vehicle or plot it is; "đứng tên ai thì người đó ký" is a question of procedure. */
const whose = [
  vi`\b(?:số|biển|thửa|mảnh|lô|nhà số|xe)\b.{0,40}\bđứng tên (?:là )?ai\b(?! (?:thì|cũng|phải|được|mới|là người)\b)|\bai (?:là )?(?:người |chủ )?đứng tên (?:thửa|mảnh|lô|số|xe biển|căn nhà số|nhà số)\b(?!.{0,40}\b(?:thì|phải|được) )`,
  vi`\bchủ (?:xe|sim|số|thửa|đất|nhà|quán) (?:biển|số|này|kia|đó|tờ|bên)\b.{0,40}\b(?:địa chỉ nào|ở địa chỉ|nhà ở đâu|tên gì|là ai|số điện thoại)\b`,
  vi`\b(?:nhà|căn|hộ) số \d+\b.{0,30}\b(?:nhân khẩu|tên (?:những )?ai|ai (?:đang )?ở|gồm những ai)\b`,
];

/** What somebody of one's own house keeps to himself, or a machine should not tell. */
const hidden = [
  vi`\b(?:cho|xin|đọc|tra)\b.{0,20}\b(?:số (?:căn cước|cccd|tài khoản)|ngày sinh|địa chỉ nhà|mã số thuế) (?:\S+ )?(?:của )?(?:cán bộ|chủ tịch|công an|(?:cô|chú|anh|chị|ông|bà) (?:kế toán|cán bộ|chủ tịch|hàng xóm|địa chính|tư pháp))\b`,
  vi`\b(?:cho|để) (?:(?:tôi|em|mình|bác|anh|chị|cô|chú|bà|ông) )?(?:xem|coi|đọc)\b.{0,30}\b(?:đơn|hồ sơ|giấy tờ)\b (?:mà )?(?:của )?(?:ổng!|bả!|nó|cháu|con|vợ|chồng|họ|anh ấy|chị ấy|ông ấy|bà ấy|ong|ba) (?:\S+ )?(?:nộp|xin|gửi|viết|đã)\b`,
  vi`\b(?:không phải của tôi|của người khác)\b.{0,40}\b(?:đọc|xem|tra|kết quả)\b|\b(?:ai|người nào) (?:vừa|mới) (?:\S+ ){0,2}hỏi\b|\bngười (?:trước|vừa hỏi|hỏi trước)\b.{0,20}\b(?:tên|hỏi gì|là ai)\b|\b(?:hỏi|nhắn) trước (?:tôi|em)\b.{0,14}\b(?:tên|là ai)\b`,
  vi`\b(?:cha mẹ|bố mẹ|ba mẹ|mẹ|cha) (?:ruột|đẻ)\b.{0,60}\b(?:là ai|gồm những ai|tên gì|tra giúp)\b|\bngười nhận (?:nuôi|con nuôi)\b.{0,40}\b(?:là ai|gồm những ai|tên gì)\b`,
  vi`\b(?:con|cháu|bé|chồng|vợ|nó)\b.{0,24}\b(?:giấu|lén|không cho (?:tôi|em) (?:biết|xem))\b.{0,50}\b(?:xem|coi|biết|đọc)\b`,
  vi`\b(?:vào|mở|hack|đọc trộm|xem trộm|xem lén|đăng nhập)\b.{0,24}\b(?:tài khoản|vneid|tin nhắn|email|zalo)\b.{0,12}\bcủa (?:chồng|vợ|con|người|bạn!|sếp|nó|ông|bà|anh|chị)\b`,
  vi`\b(?:mẹ|vợ|chồng|anh|chị|em|bạn!|ba|bố|con) (?:tôi|em|mình) (?:\S+ )?nộp\b.{0,60}\b(?:xem|coi|tra|kiểm tra) (?:giúp|giùm|hộ|dùm)\b`,
];

const persons = `(?:công dân|người dân|bà con|(?<!nông )dân (?:phường|xã|ấp|thôn)|(?:hộ )?(?:nghèo|cận nghèo)|những người|(?:tất cả )?người (?:đã |vừa |đang |mới )?(?:nộp|đăng ký|được kết hôn|xin|ly hôn|nhận|nghiện|hưởng)|
  hồ sơ (?:\\S+ ){0,4}(?:chờ duyệt|kèm (?:họ )?tên|trễ|quá hạn|chậm|gần đây|hôm nay|tuần này|tháng này|của dân|của bà con|của (?:người|công) dân|mới nộp|đã nộp))`;
/** Lists of people, or of their cases. A list of papers to file is none, nor how to be put on a list. */
const lists = [
  vi`\b(?:cho|xem|coi|đọc|gửi|cung cấp|in|lấy|xuất|đề nghị|cần|xin) (?:\S+ ){0,4}(?:danh sách|ds|list|họ tên|tên|số (?:điện thoại|căn cước)|sđt|thông tin|nhật ký|lịch sử)\b.{0,34}\b${persons}\b(?!.{0,40}\b(?:niêm yết|công khai)\b)`,
  vi`\b(?:liệt kê|trích xuất|tóm tắt|tổng hợp|xuất|hiển thị)\b.{0,50}\b${persons}\b|\btrích xuất\b.{0,20}\b(?:tên|số)\b`,
  vi`\b(?:bao nhiêu|những|các) hồ sơ\b.{0,40}\b(?:kèm tên|tên (?:của|người)|(?:là )?của (?:những )?ai)\b|\bhồ sơ nào (?:\S+ ){0,4}(?:trễ|chậm|quá hạn)\b`,
  vi`\b(?:xem|coi|đọc|tra|cho|mở)\b.{0,16}\b(?:hồ sơ|đơn)\b.{0,20}\bcủa (?:các|những|mấy|mọi|tất cả|bà con) (?:hộ|người|nhà|gia đình|trong)\b`,
  vi`\b(?:xem|mở|đọc) (?:\S+ )?(?:mọi|tất cả|toàn bộ) (?:\S+ )?(?:hồ sơ|dữ liệu|thông tin)\b(?! (?:về |của |để )?(?:thủ tục|đăng ký|việc|cần|làm|xin|giấy)\b)`,
];
const everyName = vi`\b(?:nói|đọc|kể|ghi) (?:hết|đủ|rõ) (?:họ )?tên\b|\b(?:nói|kể|đọc|cho|liệt kê)\b.{0,16}\b(?:tên|họ tên) (?:của )?(?:từng|mọi|tất cả|các|những|mấy) (?:người|hộ|nhà|ai)\b(?!.{0,30}\b(?:vào|trong|ở|trên) (?:tờ khai|đơn|giấy|mẫu|bản)\b)`;
const putOnList = vi`\b(?:vào|khỏi|khỏi cái|trong) danh sách\b`;

/** Asks what papers, how much, how long or which law: a question of procedure, though other people occur in it. */
const asksProcedure = ({ keyed, folded }: Wording): boolean =>
  papersAsked.test(keyed) ||
  readFacets(folded).some((facet) => facet === 'fee' || facet === 'time' || facet === 'legal');
const papersAsked = vi`\b(?:giấy (?:tờ )?gì|cần (?:những )?(?:gì|giấy)|hồ sơ gồm|gồm (?:những )?gì|mẫu nào|tờ khai nào|nộp ở)\b`;

/** "Hồ sơ nào trễ hẹn?" names nobody: of somebody who is signed in it means his own. */
export const asksWhichIsLate = ({ keyed }: Wording): boolean => lateOnes.test(keyed) && !ofOthers.test(keyed);
const lateOnes = vi`^(?:\S+ ){0,4}hồ sơ nào (?:\S+ ){0,4}(?:trễ|chậm|quá hạn)\b`;
const ofOthers = vi`\b(?:của (?:những )?(?:ai|dân|bà con|người|công dân|hộ)|người dân|công dân|bà con|kèm tên|danh sách|phường|xã|thôn|ấp)\b`;

/** Whether another person's case, data or account is asked for. */
export function othersIn(wording: Wording): boolean {
  const { keyed, someone } = wording;
  if (anyOf(lists, keyed)) return !putOnList.test(keyed);
  if (everyName.test(keyed)) return !papersAsked.test(keyed);
  if (anyOf(hidden, keyed) || anyOf(whose, keyed)) return true;
  return (anyOf(aboutStranger, keyed) || (someone && anyOf(aboutNamed, keyed))) && !asksProcedure(wording);
}
