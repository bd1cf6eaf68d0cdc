/**
 * The day for which a citizen wants to know the rule ("nộp tháng 6/2025", "hồi năm ngoái thì lệ phí bao nhiêu").
 *
 * The day of an event is no such day: "con sinh tháng 6/2025", "sổ cấp năm 2003". So a day counts only beside a word of
 * filing or of rules, or before the question itself.
 */
import { type DaySpan, daySpans } from './day-words.ts';
import { vi } from './keyed.ts';
import { wordingOf } from './wording.ts';

export type AskedDay = DaySpan;

const link =
  '(?:cũ|mới|hồ sơ|giấy tờ|giấy|đơn|thủ tục|này|đó|ấy|từ|vào|hồi|trong|lúc|ngày|đầu|cuối|khoảng|của|khi|cho|mà|thì|ở|trước|sau)';
/** "nộp hồ sơ vào …", "quy định của …", "lệ phí hồi …": what is asked happens on that day. */
const filingBefore = vi`\b(?:nộp|gửi hồ sơ|đi làm|làm thủ tục|làm hồ sơ|làm giấy|quy định|luật|áp dụng|lệ phí|mức phí|mức thu|phí|thời hạn|thủ tục)(?: ${link}){0,3} $`;
/** "lệ phí khai sinh tháng 6/2025 là bao nhiêu": the rule, what it is about, the day, the question. */
const ruleBefore = vi`^(?:cho hỏi |em hỏi |vậy |thế )*(?:quy định|lệ phí|mức phí|mức thu|phí|thời hạn|hồ sơ|thủ tục)\b`;
const ends = vi`^ ?(?:(?:thì|là) )?(?:bao nhiêu|bao lâu|mấy|thế nào|ra sao|như nào|sao|gì|gồm|nộp|ở đâu|có|[?]|$)`;
const filing = vi`\b(?:nộp|làm|đăng ký|xin|khai|chứng thực|sang tên|cấp|đi|nhập|tách|xóa|sửa|đổi)\b`;
/** What happened on a day of its own: then the day says when, not under which rule. */
const event = vi`\b(?:(?<!khai )sinh|đẻ|mất|chết|qua đời|cưới|mua|bán|xây|cất|ký|lập|chuyển|hết hạn|mãn hạn|về|sống|ở|thuê|học|nghỉ|cháy|hỏng|rách|lạc|bị|từng|đã|có|được cấp|cấp) (?:\d+ ){0,3}$`;
const question = vi`^ ?,? ?(?:thì|mà|là|,)? ?(?:em |tôi |con |mình |người ta |dân )?(?:
  lệ phí|phí|mức|mất bao|mất mấy|hết bao|hết mấy|tốn|phải|cần|nộp|đi|bao lâu|bao nhiêu|mấy ngày|ra đâu|ở đâu|nơi nào|có mất|có phải|có cần|ai |quy định|giấy|thủ tục|hồ sơ|làm|đăng ký|xin)`;
/** Beside these the citizen speaks of today, whatever happened then. */
const nowadays = vi`\b(?:bây giờ|(?<!bao |mấy |trong )giờ(?! (?:làm|hành))|hiện nay|hiện giờ|hiện tại|(?<!hôm |bữa )nay)\b`;
const compares = vi`\b(?:khác|so với|hay là|còn áp dụng|đổi chưa|thay đổi)\b`;

/** @param at the moment of asking. `null` when the rule of no particular day is asked. */
export function askedDay(text: string, at: Date): AskedDay | null {
  const { keyed } = wordingOf(text);
  const spans = daySpans(keyed, at).filter(({ start, end }) => isAsked(keyed, start, end));
  return spans[0] ?? null;
}

function isAsked(keyed: string, start: number, end: number): boolean {
  const clauseStart = Math.max(...['?', '!', '.', ','].map((mark) => keyed.lastIndexOf(mark, start - 1))) + 1;
  const before = keyed.slice(clauseStart, start).trimStart();
  const after = keyed.slice(end);
  if (filingBefore.test(before)) return true;
  const rest = after.replace(compares, '');
  if (event.test(before) || (nowadays.test(rest) && !compares.test(after))) return false;
  if (ruleBefore.test(before) && ends.test(after)) return true;
  const opens =
    before.replace(
      vi`^(?:dạ|cho hỏi|hồi|vào|nếu|thế|vậy|còn|trong|từ|lúc|ngày|đầu|giữa|cuối|khoảng|sang|qua|tới|em hỏi|tôi hỏi|cho em hỏi|cho tôi hỏi| )*`,
      '',
    ) === '';
  return (opens || filing.test(before)) && question.test(after);
}
