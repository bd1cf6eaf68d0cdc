/** What a citizen says about his hand-off: how it stands, that he needs it no more, a contact, stars, a word about it. */
import { isHandOffCodeAlone, readHandOffCode } from '../handover/hand-off-code.ts';
import type { Slots } from '../step.ts';
import { vi } from './keyed.ts';
import { anyOf, type Wording } from './wording.ts';
import { asksHow, self, speaksOfPapers } from './words.ts';

const matter = '(?:câu hỏi|thắc mắc|yêu cầu|câu chuyện|cuộc trao đổi|lời nhắn|câu)';
const whereNow = `(?:(?:đến|tới|đi tới) (?:đâu|mô)|ra sao|thế nào|sao) (?:rồi|rùi|vậy|rứa|hả)`;
const ofState = [
  vi`\b${matter} (?:hồi nãy |lúc nãy |bữa trước |hôm qua |hôm trước )?(?:của )?(?:${self} )?(?:gửi |hỏi |nhắn )?(?:\S+ ){0,4}${whereNow}`,
  vi`\b${matter} (?:\S+ ){0,6}(?:ai|cán bộ|người) (?:\S+ ){0,3}(?:xem|trả lời|nhận|xử lý|coi) (?:\S+ ){0,2}(?:chưa|chừa)`,
  vi`\b(?:sao|mà) (?:\S+ ){0,4}(?:chưa|không) thấy (?:ai|cán bộ|người|chị nào|anh nào) (?:\S+ ){0,3}(?:trả lời|gọi|nhắn|vào|liên hệ)`,
  vi`\b(?:cán bộ|người|ai) (?:\S+ ){0,2}(?:trả lời|xem|nhận|gọi lại) (?:\S+ ){0,3}(?:chưa|chừa)\b`,
  vi`\b(?:bao giờ|khi nào|chừng nào|mấy giờ) (?:\S+ ){0,3}(?:đến|tới) (?:lượt|phiên) ${self}`,
  vi`\b(?:đến|tới) (?:lượt|phiên) (?:của )?${self} chưa\b`,
  vi`\b${self} (?:\S+ ){0,2}(?:đứng|xếp|ở) (?:\S+ ){0,2}thứ mấy\b|\bcòn mấy người (?:nữa|trước)\b`,
];
/** These mean it only while somebody waits: "còn chờ bao lâu nữa". */
const ofWaiting = vi`\b(?:(?:còn|phải) (?:chờ|đợi) (?:\S+ ){0,2}(?:bao lâu|lâu không|tới bao giờ|đến bao giờ)|(?:chờ|đợi) (?:hoài|mãi|lâu) (?:\S+ ){0,3}(?:rồi|quá|chưa|không))\b`;
const besideCode = vi`\b(?:mã|${matter}|${whereNow}|kiểm tra|tra|xem|hỏi)\b`;

export interface StateQuestion {
  /** As it is kept; `null`: none was said. */
  readonly code: string | null;
}

/** `null` when that is not what is asked. @param text masked, as typed. */
export function stateQuestionIn(text: string, wording: Wording, waits: boolean): StateQuestion | null {
  const code = readHandOffCode(text);
  const { keyed } = wording;
  const asks = anyOf(ofState, keyed) && !/\bhoof sow\b|\bho so\b/.test(keyed);
  if (code && (isHandOffCodeAlone(text) || asks || besideCode.test(keyed))) return { code };
  return asks || (waits && ofWaiting.test(keyed)) ? { code: null } : null;
}

const never = '(?:thôi|khỏi|hủy|huỷ|rút|bỏ|không)';
const ofLeaving = [
  vi`^(?:dạ |à |ờ |vâng |ừ |, )*(?:thôi|khỏi)(?: (?:khỏi|thôi|vậy|nha|nhé|ạ|em|anh|chị|cháu|ơi|đi|,|\.|!))*$`,
  vi`\b${never} (?:\S+ ){0,3}(?:cần|gặp|chờ|đợi|gọi|hỏi) (?:\S+ ){0,4}(?:nữa|đâu)\b`,
  vi`\b(?:hủy|huỷ|rút|bỏ) (?:\S+ ){0,2}(?:yêu cầu|câu hỏi|hàng chờ|cuộc gọi|lượt)\b`,
  vi`\b${self} (?:\S+ ){0,2}(?:tự làm|biết|xong|hiểu|ra) (?:\S+ ){0,3}rồi (?:\S+ ){0,4}(?:khỏi|thôi|không cần)\b|\b(?:khỏi|không cần) (?:gặp|chờ|kêu|gọi) (?:\S+ ){0,2}(?:cán bộ|ai|người)\b`,
];

/** He needs nobody any more. Asked only while he waits. */
export const takesBack = ({ keyed }: Wording): boolean => anyOf(ofLeaving, keyed);

const numbers: readonly (readonly [RegExp, 1 | 2 | 3 | 4 | 5])[] = [
  [vi`\b(?:1|một)\b`, 1],
  [vi`\b(?:2|hai)\b`, 2],
  [vi`\b(?:3|ba)\b`, 3],
  [vi`\b(?:4|bốn|tư)\b`, 4],
  [vi`\b(?:5|năm)\b`, 5],
];
const withStars = vi`\b(?:1|2|3|4|5|một|hai|ba|bốn|năm) (?:sao!|sao|ngôi sao|điểm)\b|\b(?:chấm|cho|đánh giá) (?:\S+ ){0,2}(?:1|2|3|4|5|một|hai|ba|bốn|năm)(?: (?:sao|điểm))?(?: (?:ạ|nha|nhé|em))*$`;
const bareNumber = vi`^(?:dạ |ừ |vâng |, )*(?:1|2|3|4|5|một|hai|ba|bốn|năm)(?: (?:ạ|nha|nhé|em|đi|!|\.))*$`;

export interface Stars {
  readonly stars: 1 | 2 | 3 | 4 | 5;
  /** What else was said: a word about the service. `null`: nothing. */
  readonly word: string | null;
}

/** `null` when no rating is given. @param asked stars were asked for just now: then a bare number is one. */
export function starsIn(text: string, { keyed }: Wording, asked: boolean): Stars | null {
  const said = withStars.exec(keyed)?.[0] ?? (asked && bareNumber.test(keyed) ? keyed : null);
  const stars = said === null ? undefined : numbers.find(([pattern]) => pattern.test(said))?.[1];
  if (stars === undefined) return null;
  const rest = text
    .replace(/^[^\p{L}\d]*(?:\p{L}+\s+)?[1-5]?\s*(?:một|hai|ba|bốn|năm)?\s*(?:ngôi\s+)?(?:sao|điểm)?[\s,.!;:-]*/iu, '')
    .trim();
  return { stars, word: keyed === said || rest.split(/\s+/).length < 2 ? null : rest };
}

const opinion = vi`\b(?:nhiệt tình|tận tình|chu đáo|thân thiện|lịch sự|dễ thương|dễ hiểu|rõ ràng|nhanh|chậm|lâu|tốt|tệ|kém|hài lòng|ưng|cảm ơn|cám ơn|thái độ|phục vụ|tuyệt vời|cộc|khó chịu|vui vẻ|hỗ trợ tốt|giải thích|góp ý|nhận xét|tiếp tục phát huy)\b`;

/** A word about the service, and no question of its own. */
export const isOpinion = (wording: Wording): boolean =>
  opinion.test(wording.keyed) && !asksHow(wording) && !(speaksOfPapers(wording) && /\?/.test(wording.keyed));

const callMe = vi`\b(?:gọi|liên hệ|liên lạc|nhắn|điện|alo) (?:\S+ ){0,4}(?:lại|cho|qua|theo|số|tới)\b|\b(?:số (?:điện thoại )?(?:của )?${self}|sđt|sdt|đt)\b`;

/** A phone or e-mail that he leaves; `null`: none. @param asked it was asked for just now. */
export function contactIn(
  text: string,
  wording: Wording,
  { slots, asked }: { readonly slots: Slots; readonly asked: boolean },
): string | null {
  const mark = Object.keys(slots).find((one) => /^\[(?:số điện thoại|email) /.test(one));
  if (!mark) return null;
  const rest = text
    .replace(mark, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
  return asked || rest === '' || callMe.test(wording.keyed) ? (slots[mark] ?? null) : null;
}
