/** A bare yes or no, right after a question of ours that asks for one. */
import { vi } from './keyed.ts';
import type { Wording } from './wording.ts';

const trim = '(?:dạ|vâng|thì|à|ạ|nhé|nha|nhá|đi|luôn|chứ|rồi|em|tôi|mình|bác|cháu|con|tui|giúp|giùm|[.!,])';
const word = '(?:có|đồng ý|ok|oke|okay|oki|ừ|uh|được|yes|chắc|chắc chắn|xác nhận|đúng|vâng)';
const yes = vi`^(?:${trim} )*${word}(?: (?:${word}|${trim}))*$`;
const no = vi`^(?:${trim} )*(?:không|thôi|no|khỏi|đừng|chưa|hủy)(?: (?:đồng ý|cần|muốn|${trim}))*$`;

/** `null` when it says more than that. */
export function yesOrNo({ keyed }: Wording): 'yes' | 'no' | null {
  if (no.test(keyed)) return 'no';
  return yes.test(keyed) ? 'yes' : null;
}
