/** Questions about a case already filed: the citizen's own, or somebody else's. */
import { vi } from './keyed.ts';
import { anyOf, type Wording } from './wording.ts';

export type DossierQuestion = 'own' | 'other';

const me = '(?:tôi|em|mình|cháu|con|bác|chú|cô|anh|chị|nhà tôi|nhà em|chính tôi)';
/** What may follow the word for oneself, and never the name of somebody else. */
const predicate =
  '(?:làm|tới|đến|xong|đã|giờ|sao|thế nào|chưa|bao giờ|khi nào|chừng nào|có|được|bị|đang|rồi|duyệt|vậy|răng|nộp (?:hôm|tuần|tháng|bữa))';
const caseFile = '(?:hồ sơ|đơn|bộ giấy|giấy tờ|giấy|tờ khai|sổ)';

/** The mark that stands for a dossier code, or a case of one's own that was handed in. */
const filed = [
  vi`\bmã hồ sơ \d`,
  vi`\b(?:hồ sơ|đơn) (?:\S+ ){0,5}(?:của )?(?:tôi|em|mình|cháu|con|bác|nhà tôi|nhà em)\b(?! (?:cần|gồm|là|muốn|làm)\b)`,
  vi`\b(?:hồ sơ|đơn|${caseFile}) (?:\S+ ){0,5}(?:đã nộp|nộp (?:hôm(?! nay\b)|tuần(?! (?:sau|tới)\b)|tháng|bữa(?! nay\b)|từ|rồi|ngày(?! mai\b)|lâu))\b`,
  vi`(?:^|\b${me} |[,.] )(?:đã |mới |vừa |có )?nộp\b.{0,40}\b(?:tuần trước|hôm (?:qua|kia|trước|mùng|thứ|ngày|\d)|tháng trước|bữa trước|rồi|từ (?:hôm|tháng|ngày))\b`,
  vi`\b(?:giấy|phiếu|ngày) hẹn\b|\b(?:biên nhận|giấy tiếp nhận)\b|\bhẹn (?:ngày|hôm|thứ) (?:\S+ ){0,3}(?:trả|lấy|mà)\b|\b(?:quá|trễ|tới|đến|qua) hẹn\b`,
  vi`\bcó (?:mỗi |một |\d )+hồ sơ\b|\bhồ sơ (?:đó|này|ấy|kia)\b|\b${me} nộp thiếu\b|\b${me} (?:bị )?(?:trả|từ chối) (?:\S+ )?(?:hồ sơ|đơn)\b|\b${me} nộp (?:\S+ ){0,4}(?:hoài|mãi|lâu rồi)\b`,
  vi`\bhồ sơ (?:đã )?xong rồi\b|\b(?:hồ sơ|hs) (?:có )?(?:đuôi|số cuối|mã (?:số|là|mã|\d+))\b|\bgiấy hẹn ghi\b`,
  vi`\b(?:yêu cầu|báo|nhắn|bắt|đòi|kêu) (?:\S+ ){0,2}bổ sung (?:thành phần )?hồ sơ\b`,
  vi`\b(?:bữa|hôm) (?:hổm|trước|nọ|kia|qua) ${me} (?:đã |có )?nộp\b`,
  vi`\b(?:hồ sơ|đơn) (?:\S+ ){0,5}của (?:anh|chị|cô|chú|ông|bà)(?: ${predicate}| [?.,!]|$)`,
];

const ending = '(?:vậy|vại|ạ|à|em|anh|chị|cô|chú|ad|nhỉ|hả|ta|thế|con|cháu|bạn|ơi|nhé|nha|rứa|hè)';

/** What is asked of it: how far it is, why it hangs, when it is done, what is still wanting. */
const state = [
  vi`\b(?:tới|đến) (?:đâu|mô|bước nào|khâu nào|giai đoạn nào|ai)\b|\bở (?:bước|khâu) nào\b|\b(?:nằm|đang) (?:nằm )?ở đâu\b|\btiến độ\b|\btình trạng (?:hồ sơ|xử lý|giải quyết)?\b|\btrạng thái\b`,
  vi`\b(?:duyệt|xong|có kết quả|có sổ|có giấy|ký|giải quyết) (?:rồi )?chưa\b|\bđã (?:xong|duyệt|có kết quả)\b|\b(?:xong|có kết quả) (?:trước|trong|kịp|được)\b`,
  vi`\b(?:bao giờ|khi nào|chừng nào|hôm nào|bữa nào|ngày nào|bao lâu nữa)\b.{0,40}\b(?:xong|có|lấy|trả|nhận|duyệt)\b`,
  vi`\b(?:chưa (?:xong|thấy|có|được|ai|nộp|ký|duyệt|trả|nhận|giải quyết)|không thấy (?:ai|gì|duyệt|trả|báo)|lý do|đọc (?:cho|giùm|giúp)|sao (?:lâu|chưa|lại bị)|bị (?:trả (?:lại|về)|từ chối|trễ|chậm|om|ngâm|kẹt!|lỗi)|kẹt!|ngâm|lâu quá|không ai báo|tra cứu|theo dõi|kiểm tra|xem giúp|xem giùm)\b`,
  vi`\b(?:còn thiếu|thiếu (?:cái |giấy )?(?:gì|chi)|bổ sung|lấy kết quả|ra lấy|lấy được|nhận kết quả|thông báo|liên lạc)\b`,
  vi`\b(?:sao|thế nào|ra sao|như nào) rồi\b|\b(?:giờ|bây giờ|rồi|thì) sao\b(?= [?!.]|$)|\b(?:ai|bàn nào|phòng nào|cơ quan nào) (?:đang )?(?:giữ|cầm|xử lý|giải quyết)\b|\b(?:trễ|quá|chậm) (?:hẹn|hạn)\b|\b(?:trễ|chậm) (?:mấy|bao nhiêu|bao lâu)\b`,
  vi`\b(?:đóng|nộp) (?:tiền |phí |lệ phí )?(?:bao nhiêu|mấy|chưa)\b|\b(?:lệ phí|phí|tiền) (?:\S+ ){0,2}(?:nộp|đóng|trả) (?:rồi )?(?:chưa|hay chưa)\b|\b(?:mang|đem|cầm) (?:theo )?(?:gì|chi|những gì|giấy gì)\b|\b(?:lấy|nhận) (?:\S+ )?(?:thay|hộ|giùm)\b|\bxong (?:đúng|kịp|sớm)\b`,
  vi`\b(?:có (?:gì|chi) mới|răng rồi|tới nay|do đâu|(?:đến|tới) (?:tay|lượt|phiên)|không được (?:duyệt|chấp nhận|thông qua)|(?:lại|bị|đã|vừa) (?:\S+ )?chuyển (?:đi|lên|sang|qua|cho))\b`,
  vi`\b(?:biến|chạy|lạc|trôi) (?:\S+ )?đâu\b|\bđâu mất\b|\bmất tiêu\b|\bcái nào (?:\S+ )?(?:xong|có kết quả|duyệt)\b|\bthiếu (?:\S+ ){1,2}(?:gì|chi|nào)\b|\bgiục\b|\b(?:bao giờ|khi nào|chừng nào) (?:thì )?được(?: (?:hả|vậy|ạ|${ending}))*(?: [?.!])*$`,
  vi`(?<!\b(?:đủ|đúng|được) )chưa(?: ${ending})*(?: [?.!])*$`,
  vi`\b(?:liệu|dự kiến|có kịp)\b|\b(?:cấp|duyệt|ký|giải quyết|trả|nhận) (?:\S+ )?chưa\b|\bxem (?:ở đâu|sao|thế nào|kiểu gì)\b`,
];

/** Asks where a case can be looked up; notices about it; a code on a receipt. */
const lookUp = [
  vi`\b(?:xem|tra|tra cứu|theo dõi|kiểm tra|biết|muốn hỏi)\b.{0,24}\b(?:tiến độ|tình trạng|(?:hồ sơ|đơn) (?:\S+ ){0,3}(?:đã nộp|tới đâu|đến đâu))\b`,
  vi`\b(?:tra cứu|theo dõi) hồ sơ\b|\btiến độ hồ sơ\b|\b(?:xem|coi) hồ sơ (?:kiểu gì|làm sao|ở đâu|cách nào|sao)\b|\bmã hồ sơ \d`,
  vi`\b(?:bao giờ|khi nào|chừng nào|hôm nào) ${me} (?:được )?(?:nhận|lấy|có) (?:\S+ ){0,1}kết quả\b|\b(?:biên nhận|giấy hẹn|phiếu hẹn)\b.{0,40}\b(?:mã|dòng chữ|chữ số|đọc)\b`,
  vi`\b(?:hồ sơ|đơn)\b.{0,50}\b(?:(?:tới|đến) (?:đâu|mô)|xong chưa|duyệt chưa|đến khâu nào|mần tới)\b`,
  vi`\b(?:nhắn|gửi|báo)\b.{0,24}\b(?:cho (?:tôi|em|mình|bác)|tôi)\b.{0,16}\bkhi (?:có|nào có|xong)\b|\bkhi nào (?:có kết quả|xong)\b.{0,10}\b(?:nhắn|báo|gọi|gửi)\b`,
  vi`\b(?:tôi|em|mình|bác|cháu|con|tui) (?:đang |hiện )?có (?:những|mấy|bao nhiêu|các) hồ sơ\b`,
  vi`\b(?:đổi|sửa|thay) (?:\S+ ){0,6}(?:nhận thông báo|liên lạc|nhận tin)\b.{0,16}\bhồ sơ\b`,
  vi`^(?:\S+ ){0,2}đăng nhập (?:\S+ ){0,2}(?:rồi|xong)(?: đó| nha| ạ| nè| nhé| \.)*$`,
  vi`\bđăng nhập\b.{0,24}\b(?:rồi|xong|hoài)\b.{0,24}\bhồ sơ\b|\b(?:đọc|xem) (?:\S+ ){0,4}(?:mã|số|dòng chữ) (?:\S+ ){0,4}(?:biên nhận|giấy hẹn|phiếu hẹn)\b`,
  vi`\b(?:hồ sơ|đơn)\b.{0,40}\b(?:ngâm|om!|kẹt!)\b.{0,40}\b(?:lâu|bao giờ|ở đâu|hoài|quá)\b`,
];

/** "Hồ sơ của anh làm tới đâu rồi em": what follows says something of the case, not who "anh" is: the asker. */
const otherPerson = vi`\b(?:hồ sơ|đơn)\b.{0,24}\bcủa (?:(?:ông|bà|anh|chị|cô|chú|con)(?! (?:nội|ngoại|xã|phường|${predicate})\b| [?.,!]|$)|(?:thằng|vợ cũ|chồng cũ|người khác|người ta|bạn tôi|sếp|hàng xóm))\b(?! (?:nội|ngoại|xã|phường)\b)`;

/** The rule, not a case: "nộp rồi bao lâu có kết quả theo quy định". */
const asksRule = vi`\b(?:${me} chưa nộp (?:hồ sơ|đơn)|thời (?:gian|hạn)|niêm yết|quy định|theo luật|nếu|gồm (?:những )?gì|bao lâu thì|bị trả lại thì|thì (?:có được|cơ quan)|(?:phiếu|giấy) hẹn là gì)\b`;

/** "Bao giờ xong vậy?" right after a case was spoken of: its state is asked, though no case is named. */
export const asksOnOf = ({ keyed }: Wording): boolean =>
  keyed.split(' ').length <= longestFollowUp && anyOf(state, keyed) && !asksRule.test(keyed);
const longestFollowUp = 8;

/** `null` for questions of what to file: "hồ sơ gồm gì", "nộp ở đâu", "còn thiếu gì" of papers at hand. */
export function dossierQuestionIn({ keyed }: Wording): DossierQuestion | null {
  const asksState = anyOf(state, keyed);
  if (asksRule.test(keyed)) return null;
  if (otherPerson.test(keyed) && asksState) return 'other';
  if (anyOf(lookUp, keyed)) return 'own';
  return anyOf(filed, keyed) && asksState ? 'own' : null;
}
