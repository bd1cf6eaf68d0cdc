/** What is asked of a filed case beside how far it is. */
import { vi } from './keyed.ts';
import { anyOf, type Wording } from './wording.ts';

/**
 * `wrong-result` and `unrecorded-payment` need a person; `notices` and `contact` a consent or a strong sign-in; `sharing`
 * is who else may look; the others are told from the record.
 */
export const dossierTopics = [
  'unrecorded-payment',
  'wrong-result',
  'contact',
  'notices',
  'sharing',
  'withdraw',
  'collect',
  'missing',
  'returned',
  'fee',
  'promise',
  'due',
  'state',
] as const;
export type DossierTopic = (typeof dossierTopics)[number];

const me = '(?:tôi|em|mình|cháu|con|bác|chú|cô|anh|chị|tui)';
const family = '(?:mẹ|má|ba|bố|cha|vợ|chồng|con|anh|chị|em|ông|bà|cháu|người nhà)';

const patterns: Readonly<Record<Exclude<DossierTopic, 'state'>, readonly RegExp[]>> = {
  'unrecorded-payment': [
    vi`\b(?:tiền|phí|lệ phí|tài khoản|thẻ!?|ngân hàng)\b.{0,24}\b(?:trừ|đã trừ|bị trừ|chuyển|đóng|nộp|thanh toán|trả)\b.{0,60}\b(?:chưa|không|vẫn)\b.{0,24}\b(?:ghi nhận|báo|cập nhật|nộp|thấy|nhận|hiện|thanh toán|đóng|xong)\b`,
    vi`\b(?:thanh toán|trả tiền|chuyển tiền|chuyển khoản|đóng (?:tiền|phí|lệ phí)|nộp (?:tiền|phí|lệ phí))\b.{0,60}\b(?:rồi|xong|thành công)\b.{0,60}\b(?:chưa|vẫn|không)\b`,
    vi`\b(?:lỗi|trục trặc) (?:\S+ ){0,2}thanh toán\b|\btrừ tiền (?:\S+ ){0,3}(?:rồi|hai lần|2 lần)\b|\bbị trừ (?:tiền )?(?:hai|2) lần\b`,
    vi`\b(?:đóng|trả|nộp|thanh toán|chuyển) (?:tiền |phí |lệ phí )?(?:hai|2) lần\b|\bthanh toán (?:\S+ ){0,2}(?:lỗi|trục trặc|thất bại)\b|\btiền (?:\S+ )?(?:đã|bị) (?:mất|trừ)\b.{0,30}\bchưa\b`,
  ],
  'wrong-result': [
    vi`\b(?:kết quả|bản điện tử|giấy (?:mới|vừa) (?:nhận|lấy)|giấy (?:\S+ ){0,3}(?:vừa|mới) (?:trả|cấp|lấy|nhận))\b.{0,40}\b(?:sai|nhầm|lộn!|thiếu chữ|in sai|ghi sai)\b`,
    vi`\b(?:giấy|trích lục|sổ|thẻ!)\b.{0,30}\bin (?:sai|nhầm|lộn!)\b|\bin (?:sai|nhầm|lộn!) (?:\S+ ){0,4}(?:rồi|mất)\b`,
    vi`\b(?:sai|nhầm|lộn!) (?:\S+ ){0,4}(?:trên|trong|ở) (?:\S+ ){0,2}(?:kết quả|bản điện tử)\b`,
  ],
  contact: [
    vi`\b(?:đổi|sửa|thay|cập nhật)\b.{0,20}\b(?:số|sđt|sdt|số điện thoại|email|zalo|kênh|địa chỉ)\b.{0,40}\b(?:thông báo|nhận (?:tin|kết quả)|liên lạc|liên hệ|hồ sơ)\b`,
    vi`\b(?:đổi|thay) (?:\S+ ){0,2}(?:số điện thoại|sđt|sdt|sim) rồi\b.{0,60}\b(?:hồ sơ|thông báo|nhắn)\b`,
  ],
  notices: [
    vi`\b(?:nhắn|gửi|báo|gọi|thông báo|alo)\b.{0,30}\b(?:cho |qua |vào )?.{0,20}\bkhi\b.{0,14}\b(?:có|xong|được|kết quả|duyệt)\b`,
    vi`\bkhi (?:nào )?(?:\S+ ){0,3}(?:có kết quả|xong|được duyệt)\b.{0,16}\b(?:nhắn|báo|gọi|gửi|alo)\b`,
    vi`\b(?:bật|đăng ký|nhận|tắt|dừng|ngừng|đừng) (?:\S+ ){0,2}(?:thông báo|nhắn tin|tin nhắn|nhắn)\b`,
  ],
  sharing: [
    vi`\bnộp (?:hộ|giùm|giúp|thay|dùm) (?:\S+ ){0,2}${family}\b.{0,60}\b(?:xem|coi|tra|theo dõi|biết)\b`,
    vi`\b${family} ${me} (?:\S+ ){0,2}(?:có )?(?:xem|coi|tra|theo dõi) (?:\S+ ){0,4}(?:được|không)\b`,
    vi`\bnộp (?:hộ|giùm|giúp|thay|dùm)\b.{0,40}\b(?:xem|coi|theo dõi) (?:thay|hộ|giùm)\b`,
    vi`\bai (?:\S+ ){0,2}(?:được|có thể) (?:xem|coi|tra)\b|\b${me} là ${family}\b.{0,24}\b(?:xem|coi|tra)\b`,
  ],
  withdraw: [vi`\b(?:rút|hủy|huỷ) (?:bỏ |lại )?(?:hồ sơ|đơn)\b`],
  collect: [
    vi`\b(?:mang|đem|cầm) (?:theo )?(?:những )?(?:gì|chi|giấy|cccd|căn cước)\b|\b(?:lấy|nhận) (?:kết quả |giấy |sổ |về )?(?:ở đâu|chỗ nào|bàn nào|thay|hộ|giùm|giúp|dùm)\b|\b(?:cần|phải) (?:mang|đem|cầm)\b`,
    vi`\b(?:ra|đi|tới|đến|lên|qua) (?:\S+ ){0,2}(?:lấy|nhận)\b(?!.{0,30}\b(?:bao giờ|khi nào|chừng nào)\b)`,
    vi`\b(?:mất|thất lạc|quên) (?:\S+ )?(?:giấy hẹn|phiếu hẹn|biên nhận|giấy tiếp nhận)\b`,
  ],
  missing: [vi`\bthiếu\b|\bbổ sung\b|\bnộp thêm\b|\bcần (?:nộp )?thêm\b|\bgiấy (?:gì|nào) nữa\b`],
  returned: [
    vi`\b(?:bị )?(?:trả (?:lại|về)|từ chối|bác|loại|không (?:được )?(?:duyệt|chấp nhận|thông qua)|không cho)\b|\b(?:lý do|tại sao|vì sao|sao lại|sao không)\b`,
  ],
  fee: [vi`\b(?:lệ phí|phí|tiền|đóng tiền|nộp tiền|thanh toán|biên lai)\b|\bđóng bao nhiêu\b`],
  promise: [
    vi`\b(?:xong|có|lấy|kịp|được|trả)\b.{0,14}\b(?:trước|kịp|trong)\b.{0,20}\b(?:thứ|ngày|tuần|tết|tháng|chủ nhật|mai|hôm|chiều|sáng)\b|\b(?:kịp không|có kịp|hứa|cam kết|đảm bảo|bảo đảm|chắc chắn|đúng (?:hẹn|hạn))\b|\b(?:giục|thúc|hối)\b`,
  ],
  due: [
    vi`\b(?:bao giờ|khi nào|chừng nào|lúc nào|hôm nào|bữa nào|ngày nào|mấy ngày nữa|bao lâu nữa|còn lâu)\b|\b(?:trễ|quá|qua|tới|đến) (?:hẹn|hạn)\b|\bngày hẹn\b|\bhẹn (?:ngày|hôm|thứ)\b|\bdự kiến\b|\b(?:trễ|chậm|lâu)\b`,
  ],
};

const order = dossierTopics.filter((topic): topic is Exclude<DossierTopic, 'state'> => topic !== 'state');

/** What is asked, the more particular first. `state` when it is nothing else: how far the case is. */
export function dossierTopicIn({ keyed }: Wording): DossierTopic {
  return order.find((topic) => anyOf(patterns[topic], keyed)) ?? 'state';
}

/** Whether a person has to look at it: a payment that was not recorded, a result with a mistake. */
export const needsPerson = (topic: DossierTopic): boolean => topic === 'unrecorded-payment' || topic === 'wrong-result';

const otherOne = vi`\b(?:hồ sơ|cái|bộ|đơn) (?:còn lại|kia|tê!|khác|thứ hai|nữa)\b|\bcòn (?:cái|hồ sơ|bộ|đơn) (?:kia|tê!|khác|nữa|thứ)\b`;
const everyOne = vi`\b(?:tất cả|các|mấy|những|toàn bộ) (?:\S+ )?(?:hồ sơ|đơn)\b|\b(?:bao nhiêu|mấy) hồ sơ\b|\bhồ sơ nào\b|\bdanh sách\b`;

/** "Thế còn hồ sơ kia?": another than the one spoken of. */
export const asksOtherOne = ({ keyed }: Wording): boolean => otherOne.test(keyed);
/** "Tôi có những hồ sơ nào?" */
export const asksEveryOne = ({ keyed }: Wording): boolean => everyOne.test(keyed);

/** Short words that only make sense of the case just spoken of. */
const leaning = [
  vi`^(?:\S+ ){0,3}(?:thiếu|còn thiếu|cần bổ sung|bổ sung|nộp thêm)\b`,
  vi`\b(?:hồ sơ|cái|bộ|đơn) (?:kia|còn lại|đó|này|ấy|thứ (?:nhất|hai|ba|tư|\d))\b`,
  vi`\b(?:ai|bàn nào|phòng nào|chỗ nào|cơ quan nào) (?:đang )?(?:giữ|giải quyết|xử lý|làm|cầm)\b|\bđang (?:ở đâu|nằm đâu|chỗ ai)\b`,
  vi`\b(?:mang|đem|cầm) (?:theo )?(?:những )?(?:gì|giấy gì|chi)\b|\blấy (?:ở đâu|chỗ nào|thay)\b`,
  vi`\b(?:trễ|chậm|quá hẹn|quá hạn)\b.{0,20}\b(?:bao lâu|mấy ngày|bao nhiêu|không|sao|chưa|rồi|à)\b`,
  vi`\b(?:sao|vì sao|tại sao|lý do)\b.{0,16}\b(?:trả (?:lại|về)|từ chối|trễ|lâu|chậm|vậy|thế)\b`,
  vi`\b(?:đóng|nộp) (?:tiền|phí|lệ phí|bao nhiêu)\b.{0,20}\b(?:chưa|rồi|nữa)\b`,
];

/** Whether a short message goes on about the case that was spoken of, though it does not name one. */
export const leansOnDossier = ({ keyed }: Wording): boolean =>
  keyed.split(' ').length <= 12 && anyOf(leaning, keyed) && !aboutProcedure.test(keyed);

/** "Lệ phí thủ tục đó bao nhiêu": the rule is asked, not the case. */
const aboutProcedure = vi`\bthủ tục\b|\btheo quy định\b|\bgồm (?:những )?gì\b`;
export const asksProcedureOf = ({ keyed }: Wording): boolean => aboutProcedure.test(keyed);
