/** Whether a citizen lets the officer see his name and his cases: an answer to our question, or said of his own accord. */
import { vi } from './keyed.ts';
import type { Wording } from './wording.ts';
import { self, selfRepeated } from './words.ts';
import { yesOrNo } from './yes-or-no.ts';

export type ConsentAnswer = 'yes' | 'no' | 'later';

const seen = '(?:xem|coi|thấy|biết)';
const what = '(?:hồ sơ|tên|thông tin|giấy tờ)';
const whom = `(?:(?:${selfRepeated}|cán bộ|họ|người ta|ấy|này) )*`;
const refuses = vi`\b(?:không|đừng|thôi|khỏi|ngừng|dừng|chưa|từ chối|rút lại|rút) (?:\S+ ){0,5}(?:cho|để) ${whom}${seen}\b|\b(?:không|đừng|thôi|ngừng|rút|rút lại|hủy) (?:\S+ ){0,2}đồng ý (?:\S+ ){0,4}${seen}\b`;
const grants = vi`^(?:\S+ ){0,3}(?:đồng ý|cho phép|được|cứ|cho|để) ${whom}(?:cho |để )?${whom}${seen}\b`;
const aboutThem = vi`\b${seen} (?:\S+ ){0,4}${what}\b`;
const puts = vi`^(?:(?:dạ|thôi|à|ờ|để|cứ|${selfRepeated}|,) )*(?:để )?(?:sau|lát nữa|lát|từ từ|chút nữa|tính sau|khi khác|hôm khác)(?: (?:đi|nha|nhé|ạ|đã|tính|nói|hẵng|rồi|\.))*$|^(?:${self} )?(?:\S+ ){0,1}(?:suy nghĩ|nghĩ) (?:lại |thêm )?(?:đã|xem)\b`;
const asksBack = vi`\?|\b(?:không|được không|chứ|hả|sao)(?: (?:ạ|vậy|em))*$`;

/** `null`: it speaks of something else. @param asked our question stood just before: then a bare word answers it. */
export function consentIn(wording: Wording, asked: boolean): ConsentAnswer | null {
  const { keyed } = wording;
  const named = asked || aboutThem.test(keyed);
  if (named && refuses.test(keyed) && !/\?/.test(keyed)) return 'no';
  if (asked) {
    const answer = yesOrNo(wording);
    if (answer) return answer;
    if (puts.test(keyed)) return 'later';
  }
  return named && grants.test(keyed) && !asksBack.test(keyed) ? 'yes' : null;
}
