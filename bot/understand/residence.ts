/** Whether a message says where the citizen lives, or names a place as where he would file. */
import { vi } from './keyed.ts';
import { anyOf, type Wording } from './wording.ts';

const asker =
  '(?:tôi|em|mình|tui|tớ|con|cháu|bác|cô|chú|dì|anh|chị|ông|bà|nhà|gia đình|vợ chồng|hai vợ chồng|bọn|tụi|chúng)';
const lives = '(?:ở|sống|sinh sống|cư trú|thường trú|tạm trú|trú|trọ|ngụ|cư ngụ)';
/** "Tôi ở xã …", "nhà em hiện đang sống tại phường …", "dân xã …". */
const livesThere = [
  vi`\b${asker} (?:(?:${asker}|hiện|đang|hiện đang|hiện nay|nay|bây giờ|giờ|có|là|hiện tại|vừa chuyển|mới chuyển|đăng ký|hộ khẩu) ){0,3}${lives}\b`,
  vi`\b(?:dân|người) (?:xã|phường|thị trấn|đặc khu)\b`,
  vi`^(?:dạ )?(?:ở|tại) (?:xã|phường|thị trấn|đặc khu)\b`,
];
/** A procedure asked for at a place: "làm khai sinh ở xã …", "… tại phường … cần gì". */
const filesThere = vi`\b(?:ở|tại|của|ra|lên|đến|tới) (?:\S+ )?(?:xã|phường|thị trấn|đặc khu|p|x|tt)\b`;

/** The place of a paper, of land, of a past, of somebody else: not where the asker files as a resident. */
const otherPlace = [
  vi`\b(?:quê|quê quán|nguyên quán|sinh ra|sinh ở|sinh tại|đẻ|nơi sinh|gốc|cấp (?:ở|tại|bởi)|do (?:xã|phường|ubnd|ủy ban)|đăng ký (?:\S+ ){0,3}(?:ở|tại) (?:\S+ ){1,8}(?:hồi|năm|trước))\b`,
  vi`\b(?:từng|trước đây|trước kia|hồi trước|hồi nhỏ|hồi xưa|ngày xưa|lúc trước|hồi đó|chuyển (?:từ|khỏi|đi))\b`,
  vi`\b(?:đất|thửa|lô|ruộng|vườn|rẫy|nhà đất|công ty|cửa hàng|quán|trường) (?:\S+ ){0,4}(?:ở|tại)\b`,
  vi`\b(?:(?<!vợ )chồng|vợ(?! chồng)|bố|ba|mẹ|má|cha|bạn|người yêu|con trai|con gái|em gái|em trai|anh trai|chị gái|con dâu|con rể|ông nội|bà nội|ông ngoại|bà ngoại|hàng xóm|người ta|nó|họ|thằng|bên) (?:(?:tôi|em|mình|con|cháu|tui|kia|ấy) )?(?:\S+ ){0,2}(?:ở|sống|quê|hộ khẩu|thường trú|tạm trú)\b`,
];

export type Residence = 'lives' | 'files' | null;

/** `lives`: he says so; `files`: a place is named with what he wants done; `null`: neither, or somebody else's place. */
export function residenceIn({ keyed }: Wording): Residence {
  if (anyOf(otherPlace, keyed)) return null;
  if (anyOf(livesThere, keyed)) return 'lives';
  return filesThere.test(keyed) ? 'files' : null;
}

/** "Tôi ở xã …, tỉnh …" and nothing asked. */
const asksSomething = vi`\b(?:làm|xin|cần|nộp|đăng ký|hỏi|muốn|bao nhiêu|bao lâu|ở đâu|thế nào|sao|gì|nào|mấy|không|được|giấy|thủ tục|lệ phí|hồ sơ|cấp|khai|đổi|mất|bị|có|để|cho|giúp|phải|giờ|điện thoại|địa chỉ)\b`;
const wordsOfAddress = 14;

export const saysOnlyWhere = ({ keyed }: Wording): boolean =>
  residenceIn({ keyed } as Wording) === 'lives' &&
  keyed.split(' ').length <= wordsOfAddress &&
  !/\?/.test(keyed) &&
  !asksSomething.test(keyed);
