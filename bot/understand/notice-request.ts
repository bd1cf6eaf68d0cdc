/** Asks to be told when a case moves, or to be left in peace. */
import { vi } from './keyed.ts';
import { anyOf, type Wording } from './wording.ts';

const self = '(?:tôi|em|mình|bác|tui|cháu|con|chú|cô)';

export type NoticeRequest = 'on' | 'off' | 'agree' | 'refuse';

/** One word stops it; also with a word of courtesy beside it. */
const stop = vi`^(?:(?:xin|vui lòng|dạ|ơi|ạ|ad|cho tôi|làm ơn) )*(?:dừng|stop|ngừng|thôi đừng)(?: (?:lại|đi|hết|luôn|nhắn|gửi|báo|thông báo|tin|nhận|giúp|giùm|tôi|với|nhé|nha|ạ))*(?: [.!])*$`;
const off = [
  stop,
  vi`\b(?:đừng|khỏi|thôi|ngừng|ngưng|dừng|tắt|hủy|không muốn|không cần) (?:\S+ ){0,2}(?:nhắn!|nhan (?:tin|cho|nua|qua)|nhắn tin|báo tin|gửi tin|gửi thông báo|nhận thông báo|nhận tin|thông báo)\b(?!.{0,30}\b(?:mà|chỉ|hãy) )`,
  vi`^(?:(?:dạ|thôi|à|vậy) )*(?:khỏi|đừng|không cần) (?:phải )?báo(?: (?:tin|cho|tôi|em|mình|bác|nữa|nha|nhé|đâu|ạ))*(?: [.!])*$`,
];
/** A business stops, a guest is announced, an inheritance is not wanted: matters of their own. */
const otherMatter = vi`\b(?:kinh doanh|lưu trú|tạm trú|thuế!|đất|thừa kế|di sản|thủ tục|giấy tờ gì|giấy gì|văn bản)\b`;
const on = [
  vi`\b(?:nhắn|báo|gửi (?:tin|thông báo)|thông báo)\b.{0,24}\b(?:tôi|em|mình|bác|tui|cháu|con)\b.{0,30}\b(?:khi|lúc|nếu) (?:\S+ ){0,4}(?:có kết quả|xong|thiếu|cập nhật|thay đổi|đổi|trễ|được duyệt|duyệt xong)\b`,
  vi`\b(?:khi|lúc|nếu) (?:nào )?(?:\S+ ){0,4}(?:có kết quả|xong|thiếu giấy|cập nhật|trễ)\b.{0,16}\b(?:nhắn|báo|gọi|thông báo) (?:\S+ ){0,3}(?:tôi|em|mình|bác|tui|cháu|con)\b`,
  vi`\b(?:có kết quả|xong|được duyệt|thiếu giấy) (?:thì |rồi |là )?(?:nhớ |xin )?(?:nhắn|báo|thông báo) (?:\S+ ){0,3}(?:tôi|em|mình|bác|tui|cháu|con)\b`,
  vi`\b(?:bật|đăng ký|mở|(?<!không )muốn) (?:\S+ ){0,2}(?:nhận )?(?:thông báo|tin báo|tin nhắn)\b.{0,24}\b(?:hồ sơ|kết quả|tiến độ)\b`,
  vi`\b(?:bật|mở) (?:\S+ ){0,1}thông báo\b`,
  vi`\bcó (?:gì|chi) (?:mới|thay đổi|cần)\b.{0,20}\b(?:nhắn|báo|thông báo) (?:\S+ ){0,2}${self}\b`,
  vi`\b(?:hồ sơ|kết quả|giấy)\b.{0,24}\b(?:có (?:gì|tin) (?:mới|thay đổi)|thay đổi|đổi)\b.{0,12}\b(?:nhắn|báo|gọi|alo|ới) (?:\S+ ){0,3}${self}\b`,
  vi`\b(?:tới|đến|sắp|gần (?:tới|đến)|trước) (?:ngày )?(?:hẹn|ngày hẹn|hạn) (?:thì |nhớ |xin )?(?:nhắc|nhắn|báo|gọi) (?:\S+ ){0,2}${self}\b`,
  vi`\b(?:có kết quả|có giấy|xong|được duyệt) (?:thì |rồi |là )?(?:nhớ |xin )?(?:nhắn|báo|gọi|alo|ới|hú) (?:cho )?${self}\b(?: (?:\S+ ){0,3}(?:biết|tiếng|tin|với|nha|nhé|được không|không))`,
];

const agree = vi`^(?:(?:dạ|ừ|vâng|có|tôi|em) )*đồng ý nhận (?:thông báo|tin)\b`;
const refuse = vi`^không nhận (?:thông báo|tin)\b`;

/** `null` when it speaks of something else: "đừng gọi điện, nhắn Zalo" asks to be told. */
export function noticeRequestIn({ keyed }: Wording): NoticeRequest | null {
  if (agree.test(keyed)) return 'agree';
  if (refuse.test(keyed)) return 'refuse';
  if (anyOf(on, keyed)) return 'on';
  return anyOf(off, keyed) && !otherMatter.test(keyed) ? 'off' : null;
}
