/** Requests that are refused whoever asks, by kind: the kind chooses the words of the refusal. */
import { vi } from './keyed.ts';
import { othersIn } from './others-request.ts';
import { anyOf, type Wording } from './wording.ts';

export type UnsafeRequest = 'forge' | 'evade' | 'others' | 'secrets' | 'command' | 'promise' | 'defame';

/** Asks what a wrong leads to or to whom to report it, or tells of a slip: no request for the wrong. */
const asksConsequence = vi`\b(?:
  (?:bị|có bị|thì bị|là bị) (?:phạt|xử lý|gì|làm sao|tội gì)|phạt (?:bao nhiêu|mấy|thế nào|sao|tiền)|(?:xử lý|xử phạt) (?:thế nào|ra sao|sao|gì)|có sao không|có phạm|
  là (?:đúng|sai)|luật (?:xử lý|quy định)|báo (?:cho )?ai|(?:muốn|xin|cần|phải|định|tôi) báo!(?: |$)|trình báo|tố giác|lừa đảo|nghi (?:có|là|ngờ)|ai xác minh|phải làm gì|nhầm|lỡ!|trước đây|hồi trước
)\b`;
/** "… để khỏi bị phạt" is an aim, not a question. */
const aimsToEscape = vi`\b(?:để|cho|sao cho) (?:\S+ ){0,3}(?:khỏi|không|không ai|đừng) (?:phải )?(?:bị )?(?:phạt|phát hiện|biết|hay|lộ)\b|\bđể (?:trốn|né!|lách!)`;

const paper =
  '(?:giấy|giấy tờ|giấy khai sinh|khai sinh|tờ khai|hợp đồng|sổ đỏ|sổ hồng|sổ|bằng|chứng nhận|xác nhận|con dấu|chữ ký|căn cước|hộ chiếu|bệnh án|giấy chứng sinh)';
const fake = '(?:giả!(?! (?:sử|định|thiết|thuyết|vờ)\b)|khống!|dỏm)';
const asksToMake = '(?:làm|soạn|viết|điền|tạo|xin|mua|in|kiếm|mẫu|ví dụ|thuê|bán|cần|chỉ)';

const forge = [
  vi`\b(?:giả mạo|làm giả!|photoshop|khắc (?:con )?dấu|${fake} (?:chữ ký|con dấu|giấy|hồ sơ))(?: |$)`,
  vi`\b${asksToMake}\b.{0,50}\b${paper} (?:\S+ ){0,4}${fake}(?: |$)`,
  vi`\b(?:lam gia (?:giay|so|bang|con dau|chu ky|ho so)(?! dinh| dat)|(?:giay|khai sinh|so do|bang|con dau) gia (?:cho|duoc|thi|o dau|di)(?! dinh\b)|(?:giay|hop dong) (?:\S+ ){1,4}(?<!(?:dinh|co|nguoi|tri|don|dau|ong|ba) )gia de|(?:mua|ban) giay (?:\S+ ){1,4}gia(?! (?:dinh|dat|tri|re)\b))\b`,
  vi`\b(?:bắt chước|giống) .{0,14}chữ ký\b|\bchữ ký\b.{0,40}\b(?:bắt chước|cho giống)\b|\bký (?:thay|giùm|hộ|giả)\b.{0,50}\b(?:không (?:hay|biết)|cho giống)\b`,
  vi`\b(?:chỉnh|sửa|tẩy|cạo|đổi|ghép|thay) .{0,14}(?:ngày|số|tên|ảnh|năm) .{0,24}\b(?:trong ảnh|bản scan|file|photo)\b|\b(?:sửa|chỉnh|đổi) (?:\S+ )?(?:ngày|số|tên|năm)\b.{0,40}\b(?:scan|chỉnh ảnh|cắt ghép)\b|\b${paper}\b.{0,14}\b(?:giống|như) thật\b`,
  vi`\b(?:tẩy|cạo|xóa) (?:\S+ ){0,2}(?:ngày|số|tên|chữ|năm)\b.{0,40}\b(?:rồi (?:ghi|điền|viết|sửa)|ghi (?:ngày|số|tên) (?:mới|khác))\b`,
  vi`\bsửa (?:lại )?(?:năm|ngày|tuổi|tên|họ|dữ liệu|thông tin)\b.{0,24}\b(?:trên|trong|vào) (?:hệ thống|máy|dữ liệu|cơ sở dữ liệu)\b(?!.*\b(?:thủ tục|cần (?:gì|giấy)|ở đâu)\b)(?<!\b(?:bị|ghi|nhập|còn|đang) (?:ghi )?sai\b.*)`,
  vi`\b(?:ghi|nhập|sửa|đóng dấu)\b.{0,16}\b(?:hệ thống|máy|sổ)\b.{0,50}\b(?:dù|mặc dù|trong khi|chứ thật ra|tuy) (?:\S+ ){0,3}(?:mới|chưa|không)\b`,
  vi`\btự (?:điền|ghi|đóng dấu|ký)\b.{0,30}\b(?:khác|người khác|tên giả|vào luôn|thủ trưởng|cơ quan)\b|\b(?:điền|ghi|khai|ký)\b.{0,40}\b(?:tên|chữ ký)\b.{0,12}\b(?:là )?(?:người khác|thủ trưởng)\b(?!.*\bnhầm\b)`,
  vi`\b(?:thay|giả|mượn|dùng)\b.{0,50}\bcó (?:ai|bị) (?:biết|phát hiện|lộ)\b|\b(?:dùng|mượn|xài) (?:\S+ )?(?:căn cước|cccd|giấy tờ|thẻ bảo hiểm|thẻ bhyt) (?:của )?người (?:khác|ta)\b`,
  vi`\bbản (?:sao )?(?:cũ|khác)\b.{0,30}\b(?:dán|ghép) (?:sang|vào|qua)\b|\b(?:dán|ghép) (?:vào|sang|qua) (?:bản|giấy) (?:mới|khác)\b`,
  vi`\b(?:ký|dùng|lấy|mượn|sang tên|bán|tạm trú|nhập khẩu)\b.{0,60}\b(?:mà|đừng (?:để|cho)|không (?:để|cho)) (?:chủ nhà|chủ hộ|vợ|chồng|người ta|ổng!|bả!|nó|ong|ba|mẹ) (?:không )?(?:biết|hay)\b`,
];

const duty =
  '(?:nghĩa vụ(?: quân sự)?|đi lính|đi bộ đội|thuế!|nộp thuế|đóng thuế|luật|quy định|phạt|phạt nguội|kiểm tra|công an|lệ phí|án phí|trợ cấp)';
const evade = [
  vi`(?<!lá )\b(?:lách!|né!)(?: \S+){0,3} (?:thế nào|sao|kiểu gì|cách nào|luật!|cho êm)|\bqua mặt (?:được )?(?:công an|thanh tra|cán bộ|phường|xã|thuế|địa chính|nhà nước|cơ quan|đoàn)\b`,
  vi`\b${duty}\b.{0,30}\bcách nào (?:để )?(?:né|trốn|lách)\b|\b(?:ghi|khai|kê|làm) (?:\S+ ){0,3}(?:thấp|ít|bớt|lùi)\b.{0,50}\b(?:giảm|bớt|ít|đỡ|né) (?:\S+ )?(?:thuế!|thue|phí|lệ phí|tiền)(?: |$)|\bkhai (?:ít|bớt|thấp)\b.{0,50}\bthuế (?:\S+ )?(?:ít|thấp|nhẹ)\b`,
  vi`\b(?:để|sao cho|cách|làm sao)\b.{0,30}\b(?:không (?:ai |bị )?(?:phát hiện|lộ|truy ra|lòi)|khỏi bị (?:phát hiện|lộ|tóm)|khỏi (?:ai )?(?:biết|hay!)|không ai hay!)(?: |$)`,
  vi`\b(?:thuế!|công an|phường|xã|cán bộ|người ta)\b.{0,12}\bkhông (?:phát hiện|biết được|tìm ra)\b`,
  vi`\b(?:hưởng|nhận|lãnh|lĩnh|khai)\b.{0,24}\b(?:hai|2|ba|nhiều) (?:suất|phần)\b|\b(?:trợ cấp|hỗ trợ|hộ nghèo|chế độ)\b.{0,24}\b(?:hai|2) (?:nơi|xã|phường)\b.{0,20}\b(?:cùng lúc|một lượt|sao|thế nào|được không)\b`,
  vi`\b(?:trốn!|né!|lách!|qua mặt|lọt) .{0,30}\b${duty}(?: |$)`,
  vi`\b(?:tron|ne|lach) (?:(?:duoc|khoi|khoan|di|cai) ){0,2}(?:nghia vu|di linh|linh|thue(?! nha| tro)|luat(?! su\b)|phat)\b`,
  vi`\b${duty}\b.{0,40}(?:\b(?:để|mà|cách|sao|nào)\b.{0,10})?\b(?:trốn!|né!|lách!|qua mặt)(?: |$)|\bđể trốn\b`,
  vi`\b(?:chiêu!|mẹo!|(?:chiêu|mẹo) nào|mánh|cách|làm sao|làm thế nào|chỉ)\b.{0,50}\b(?:để |cho )?(?:khỏi|không (?:phải|bị)) (?:phải )?(?:đi (?:nghĩa vụ|lính|bộ đội)|nộp (?:phạt|thuế!)|đóng (?:\S+ )?thuế!|bị (?:phạt|phát hiện)|nop thue|dong (?:nhieu )?thue)(?: |$)`,
  vi`\bkhai (?:thấp|gian!|khống!|lùi|man!|gian tuoi|thap|lui|lệch|bớt|tăng|giảm)\b.{0,60}\b(?:để|cho|sao|khéo|ít|khỏi|được)\b`,
  vi`\b(?:khai|xin|vào|hưởng)\b.{0,40}\b(?:hai nơi cùng lúc|hai suất|hai xã cùng lúc|cả hai nơi)\b.{0,40}\b(?:phát hiện|biết|sao|được không|thế nào)\b`,
  vi`\bkhông (?:nghèo|đủ điều kiện|thuộc diện)\b.{0,40}\b(?:khai|làm|xin|chạy)\b.{0,14}\b(?:sao|cách nào|thế nào|kiểu gì)\b|\b(?:hộ nghèo|trợ cấp|ưu đãi|hỗ trợ)\b.{0,24}\b(?:khi|dù|mà) không (?:nghèo|đủ điều kiện|thuộc diện)\b`,
  vi`\b(?:kết hôn|ly hôn|cưới|nhận con|hợp đồng|cắt khẩu|tách khẩu|tách hộ|tặng cho|ở nhờ) giả!(?! (?:định|sử|thiết|vờ)\b)|\b(?:ket hon|ly hon|cuoi|nhan con|cat khau|tach khau) gia (?:de|cho|voi)\b`,
  vi`\b(?:cách khai|khai sao|khai thế nào|khai kiểu gì)\b.{0,24}\b(?:khỏi|giảm|bớt|ít)\b.{0,24}\b(?:thuế!|thue|phí|tiền)`,
];
const bribe = [
  // Whoever was asked for it, or tells of it, wants no help with it.
  vi`(?<!\b(?:đòi|nhận|ăn|vòi|bắt|tố|cáo|giác|hành vi) (?:\S+ )?)\b(?:đút lót|hối lộ|lót tay)\b|\b(?:lo lót|chạy (?:giấy|hồ sơ|chức|án) (?:giúp|hết|bao|giùm|nhanh)|chung chi)\b`,
  vi`\b(?:bỏ|đưa|lót|kẹp|kèm|dúi) (?:\S+ ){0,2}phong bì\b|\bbồi dưỡng (?:cho |thêm )?(?:cán bộ|công an|địa chính|anh|chị|mấy anh)\b.{0,30}\b(?:bao nhiêu|nhanh|được việc)\b`,
  vi`\b(?:đi cửa sau|quan hệ để|nhờ người quen để)\b`,
];

const secrets = [
  vi`\b(?:repeat|show|print|reveal|output|display|tell|translate|encode|what (?:are|were))\b.{0,40}\b(?:system (?:prompt|message|instructions?|configuration)|(?:your|initial|original|starting) (?:\S+ )?(?:instructions?|prompt)|instructions? you were|(?:text|everything|conversation|line) (?:above|below|back)|above text)\b`,
  vi`\b(?:câu lệnh|lệnh|quy tắc|chỉ dẫn|lời dặn|prompt|cấu hình|cài đặt|instructions?)\b.{0,16}\b(?:hệ thống|nội bộ|ban đầu|người ta cài|của (?:bạn|em|bot|mày)|bí mật|ẩn|mà (?:em|bạn|bot|mày|máy) (?:nhận|được))\b|\bsystem prompt\b|\bhướng dẫn (?:hệ thống|nội bộ|bí mật|ban đầu)\b`,
  vi`\b(?:khóa|key|mật khẩu|token|mã bí mật)\b.{0,12}\b(?:api|bí mật|quản trị|admin|máy chủ|cơ sở dữ liệu|của (?:hệ thống|mô hình|bot))\b|\bapi key\b|\botp\b.{0,40}\b(?:của|cho|gửi) (?:công dân|người (?:dân|khác)|ông|bà|họ|khách)\b`,
  vi`\b(?:tên|cấu trúc|liệt kê|danh sách) (?:\S+ ){0,3}(?:bảng|cột)\b.{0,30}\b(?:dữ liệu|database|hệ thống|sql)\b|\bdump\b|\b(?:toàn bộ|tất cả) .{0,12}(?:lịch sử (?:trò chuyện|chat)|cơ sở dữ liệu|dữ liệu hồ sơ)\b`,
  vi`\b(?:dòng|đọc|in|xem|cho) (?:\S+ ){0,2}(?:log|nhật ký hệ thống)\b|\b(?:in|dịch|đọc|chép|nhắc lại) .{0,12}(?:nguyên! văn|toàn bộ)\b.{0,30}\b(?:hướng dẫn|quy tắc|lệnh|chỉ dẫn)\b|\bnguyên! văn (?:câu lệnh|lệnh|chỉ dẫn)\b`,
  vi`\bđược dặn (?:là )?không\b.{0,30}\bnói\b|\b(?:mô hình gì|dùng mô hình|model gì)\b.{0,30}\b(?:khóa|api)\b`,
  vi`\b(?:số điện thoại riêng|địa chỉ nhà riêng) của (?:cán bộ|chủ tịch|anh|chị|công an)\b|\bngày sinh của (?:tất cả|cán bộ)\b`,
];

const command = [
  vi`\b(?:bỏ qua|quên(?! mật\b)|phớt lờ|ignore|override|bypass|vượt qua|disregard)\b.{0,16}\b(?:mọi|hết|toàn bộ|tất cả|các|all|moi|your|previous|những)\b.{0,16}\b(?:quy (?:định|tắc)|hướng dẫn|lệnh|giới hạn|chỉ dẫn|instructions?|rules?|messages?)\b`,
  vi`\b(?:bỏ qua|quên|phớt lờ|vượt) (?:\S+ ){0,2}(?:hướng dẫn (?:trước|trên|cũ)|lệnh (?:trước|cấm|cũ)|bước đăng nhập|bộ lọc)\b`,
  vi`\b(?:đóng vai(?! (?:gì|nào)\b)|đóng kịch|diễn (?:vai|đi)|(?:giả vờ|cứ coi) (?:là|làm|rằng|như)|trò chơi|chơi trò|act as|you are now|pretend|phiên bản (?:cũ|không giới hạn)|chế độ (?:không giới hạn|bảo trì|nhà phát triển|quản trị|developer)|jailbreak|không (?:bị )?(?:ràng buộc|giới hạn)|là dan|nói ngược)\b(?! trò\b)`,
  vi`\b(?:quyền|role|tài khoản) (?:quản trị|root|admin|đọc toàn bộ|duyệt)\b|\b(?:quản trị viên|cấp quyền (?:cho (?:tôi|mình|em)|admin|duyệt))\b|\b(?:act as root|chmod|sudo|master admin|drop table|select .{1,20} from)\b`,
  vi`\b(?:hệ thống|cấu hình mới|hướng dẫn (?:ưu tiên|mới)|ưu tiên cao nhất)\b.{0,40}\b(?:không bao giờ|chỉ được (?:nói|trả lời)|bỏ qua|cứ đoán|mở khóa)\b`,
  vi`\b(?:trả lời|nói|lặp lại|viết|say|print|repeat)\b.{0,24}\b(?:đúng một câu|nguyên! văn|nothing else|duy nhất (?:một|câu|từ))\b`,
  vi`\b(?:giải mã|decode|đọc ngược|base64|hex)\b.{0,30}\b(?:làm theo|rồi làm|và làm|chuỗi)\b|\b(?:làm theo|tuân theo) (?:nó|lệnh|nội dung (?:đó|này|trên)|đúng yêu cầu đó)\b`,
  vi`\b(?:tắt bộ lọc|chạy lệnh|thực thi lệnh|chửi thề|vượt ngưỡng|bài kiểm tra an toàn|kiểm tra bảo mật)\b`,
];

const you = '(?:em|bot|máy|bạn!|mày|ad)';
const promise = [
  vi`\b(?:cam kết|hứa|bảo đảm|đảm bảo) (?:\S+ ){0,3}(?:với|cho|giúp|giùm) (?:tôi|em|mình|bác|anh|chị|cháu)\b|\b${you} (?:\S+ ){0,2}(?:hứa|cam kết|bảo đảm|đảm bảo)\b|\b(?:hứa|cam kết|bảo đảm|đảm bảo|chắc chắn) (?:là )?(?:hồ sơ|đơn|giấy|thứ|ngày|tuần)\b.{0,40}\b(?:được|xong|có|đi)\b`,
  vi`\b(?:duyệt|phê duyệt|đóng dấu) (?:giúp|giùm|dùm|luôn|ngay|cho (?:tôi|em|mình|bác|xong))\b|\b${you} (?:\S+ ){0,2}(?:duyệt|phê duyệt|ký duyệt)\b`,
  vi`\bcấp (?:giúp|ngay|luôn|cho (?:tôi|em|mình)) .{0,40}\b(?:trong chat|qua chat|bot|ở đây luôn|không cần hồ sơ)\b`,
  vi`\b(?:giảm|miễn|bớt) (?:giúp |giùm |bớt )?.{0,24}\b(?:lệ phí|phí|tiền)\b.{0,20}\b(?:với đi|đi(?! lại\b)|khách quen|đi mà|cho tôi đi|chút đi)\b`,
  vi`\b(?:bồi thường|đền bù) cho (?:tôi|em|mình)\b.{0,40}\b(?:bot|bạn trả|em trả)\b`,
  vi`\b(?:ghi|đánh dấu|coi như|xác nhận) .{0,24}(?:hồ sơ hợp lệ|đã duyệt|(?:có|là) quyết định|xong rồi)\b|\b(?:bot|máy) (?:đã )?nói .{0,16}(?:rồi|mà|thế|vậy|miễn)\b|\bchữ ký số của bot\b`,
];

const wrong = '(?:ăn hối lộ|nhận hối lộ|tham nhũng|tắc trách|bán chức|bán quyền|ăn tiền|làm bậy)';
const defame = [
  vi`\b(?:bôi nhọ|bêu xấu|nói xấu|bóc phốt|hạ uy tín)\b.{0,50}\b(?:cán bộ|chủ tịch|trưởng|công an|ông|bà|nặc danh|phường|xã)\b|\b(?:nặc danh|bài đăng|bài viết)\b.{0,20}\b(?:bôi nhọ|bêu xấu|nói xấu)\b`,
  vi`\b(?:viết|soạn|vẽ|đăng|xác nhận|danh sách|đồng ý)\b.{0,60}\b${wrong}\b|\b${wrong}\b.{0,60}\b(?:viết bài|đăng lên|xác nhận (?:giúp|đi)|đồng ý|công khai danh sách)\b`,
];

const shame = '(?:lười|tệ|dốt|tham|xấu|hách dịch|gian|ăn bẩn|vô trách nhiệm)';
const gradedPersons = [
  vi`\b(?:xếp hạng|bình chọn|kể tên|nêu tên|ai là)\b.{0,20}\b(?:cán bộ|công chức|công an|lãnh đạo|nhân viên)\b.{0,20}\b${shame}\b`,
  vi`\b(?:dân tộc|dân (?:vùng|tỉnh|miền|xã|thôn)|người (?:vùng|tỉnh|miền|dân tộc|thôn)) (?:\S+ ){0,2}(?:hay!|chuyên|toàn|là) (?:\S+ ){0,2}(?:gian|trộm|lừa|lười|ăn cắp|khai man)`,
];

/** The kind, or `null`. A question about the consequence of a wrong ("giả mạo chữ ký bị phạt bao nhiêu") is no request for it. */
export function unsafeRequestIn(wording: Wording): UnsafeRequest | null {
  const { keyed } = wording;
  if (anyOf(defame, keyed) || anyOf(gradedPersons, keyed)) return 'defame';
  if (anyOf(secrets, keyed)) return 'secrets';
  const consequence = asksConsequence.test(keyed) && !aimsToEscape.test(keyed);
  if (anyOf(evade, keyed) && !consequence) return 'evade';
  if (anyOf(bribe, keyed) && !consequence) return 'evade';
  if (anyOf(forge, keyed) && !consequence) return 'forge';
  if (othersIn(wording)) return 'others';
  if (anyOf(command, keyed)) return 'command';
  return anyOf(promise, keyed) ? 'promise' : null;
}
