/** Wishes to bind this account to oneself, or to undo it: short commands, never a question about a procedure. */
import { vi } from './keyed.ts';
import type { Wording } from './wording.ts';

const link = vi`^(?:(?:em|tôi|mình|cho (?:tôi|em|mình)|muốn|xin|dạ) )*liên kết(?: (?:tài khoản|zalo|kênh này|mã))*(?: mã liên kết 1)?(?: (?:ạ|nhé|nha))*$`;
const leave = vi`^(?:(?:em|tôi|mình|cho (?:tôi|em|mình)|muốn|xin|dạ) )*(?:bỏ|hủy|huỷ|ngắt|gỡ) liên kết(?: (?:tài khoản|zalo|kênh này))*(?: (?:ạ|nhé|nha|đi))*$`;

export function accountWishIn({ keyed }: Wording): 'link' | 'leave' | null {
  if (leave.test(keyed)) return 'leave';
  return link.test(keyed) ? 'link' : null;
}
