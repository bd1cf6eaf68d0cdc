/** Asks to see or to erase what is kept of the one who asks. */
import { vi } from './keyed.ts';
import { anyOf, type Wording } from './wording.ts';

export type OwnDataRequest = 'show' | 'erase' | 'erase-surely' | 'keep';

const data =
  '(?:dữ liệu|thông tin (?:cá nhân )?(?:đã lưu )?|lịch sử (?:chat|trò chuyện|hỏi đáp)|cuộc trò chuyện|tin nhắn)';
const me = '(?:tôi|em|mình|bác|tui|cháu|con)';
const mine = '(?:của )?(?:tôi|em|mình|bác|tui|cháu|con)';
const erase = [
  vi`\b(?:xóa|xoá|hủy|bỏ) (?:\S+ ){0,3}${data} (?:\S+ ){0,3}${mine}\b`,
  vi`\b(?:xóa|xoá) (?:\S+ ){0,2}(?:lịch sử (?:chat|trò chuyện)|cuộc trò chuyện (?:này)?)\b`,
  vi`\b(?:xóa|xoá) (?:hết )?(?:mọi thứ|tất cả|những gì) (?:\S+ ){0,4}(?:lưu|về tôi|về em|của tôi)\b`,
];
/** Consent taken back; what was said here; a number that shall not be kept. */
const kept = '(?:lưu|giữ|ghi lại|lưu trữ)';
const withdraw = [
  vi`\b(?:rút|rút lại|hủy|thôi) (?:lại )?(?:sự )?đồng ý\b.{0,24}\b(?:${kept}|dữ liệu|thông tin)\b`,
  vi`\b(?:không|đừng|thôi) (?:\S+ ){0,5}${kept} (?:\S+ ){0,4}(?:số|thông tin|dữ liệu|tin nhắn|lời)\b.{0,40}\b(?:nữa|xóa)\b`,
];
const show = [
  vi`\b(?:xem|cho xem|cho tôi xem|tải|xuất|lấy|gửi) (?:\S+ ){0,4}${data} (?:\S+ ){0,4}${mine}\b`,
  vi`\b(?:đang |đã )?(?:lưu|giữ|biết) (?:\S+ ){0,3}(?:những )?gì (?:về|của) ${mine}\b`,
  vi`\btải (?:\S+ ){0,3}(?:lịch sử (?:chat|trò chuyện))\b`,
  vi`\b(?:những gì|mấy lời|những lời|các câu) ${me} (?:đã )?(?:nhắn|hỏi|chat|nói)\b.{0,12}\b(?:ở đây|với (?:em|bot|máy)|trên này|tại đây)\b`,
];
/** Asks what becomes of his own number here, by who is meant: the machine. */
const machineKeeps = vi`\b(?:bot|máy|hệ thống|em|chat này|app này|trang này) (?:\S+ ){0,2}${kept} (?:\S+ ){0,2}(?:số|căn cước|cccd|tên|thông tin|địa chỉ)\b.{0,24}\b(?:không|chưa|à|hả)\b`;
/** Data on papers and in registers are no data of ours: "xóa thông tin đăng ký thường trú của tôi". */
const elsewhere = vi`\b(?:đăng ký|thường trú|tạm trú|hộ khẩu|hộ tịch|vneid|căn cước|giấy tờ|sổ|thửa đất|hồ sơ|cơ sở dữ liệu|án tích|tín dụng)\b`;
const keep = vi`^(?:(?:dạ|thôi|à) )*(?:không xóa|không xoá|đừng xóa|đừng xoá|giữ lại|thôi không xóa|thôi không xoá|hủy xóa|hủy xoá|hủy yêu cầu xóa|hủy yêu cầu xoá)(?: (?:nữa|dữ liệu|đi|ạ|nhé|nha))*(?: [.!])*$`;

const surely = vi`^(?:(?:dạ|ừ|vâng|có|tôi|em) )*(?:chắc chắn|đồng ý) (?:là )?xóa\b`;

/** `keep` takes a wish to erase back. */
export function ownDataRequestIn({ keyed }: Wording): OwnDataRequest | null {
  if (keep.test(keyed)) return 'keep';
  if (surely.test(keyed)) return 'erase-surely';
  if (machineKeeps.test(keyed)) return 'show';
  if (elsewhere.test(keyed)) return null;
  if (anyOf(erase, keyed) || anyOf(withdraw, keyed)) return 'erase';
  return anyOf(show, keyed) ? 'show' : null;
}
