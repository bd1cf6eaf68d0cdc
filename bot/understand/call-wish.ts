/** What a caller wants of the call itself: hear it again, slower, the rest, the list to fetch or to be sent, the end. */
import { vi } from './keyed.ts';
import { type Wording, wordingOf } from './wording.ts';
import { yesOrNo } from './yes-or-no.ts';

export type CallWish = 'again' | 'slower' | 'more' | 'enough' | 'keep' | 'zalo' | 'end';

const polite =
  '(?:dạ|vâng|ừ|ờ|à|ạ|thì|cho|giúp|giùm|dùm|lại|với|đi|nha|nhé|nhen|nghen|em|cháu|con|cô|chú|tôi|bác|bà|ông|anh|chị|mình|tui|xíu|chút|tí|hơn|nữa|ơi|[.,!?])';
const whole = (words: string) => new RegExp(vi`^(?:${polite} )*(?:${words})(?: ${polite})*$`.source);

const again = whole(
  '(?:nói|nhắc|đọc|lặp|nhắc lại|nói lại|đọc lại|lặp lại) (?:lại|lần nữa|một lần nữa)|(?:nhắc|lặp) lại|nghe (?:không|chưa|hổng) (?:rõ|kịp|ra)|(?:không|chưa|hổng) nghe (?:rõ|kịp|ra|được)|(?:gì|sao) (?:cơ|nói gì)|chưa nghe',
);
const slower = whole(
  '(?:nói|đọc) (?:chậm|từ từ|thong thả)(?: lại| thôi)?|chậm (?:lại|thôi)|từ từ(?: thôi)?|nói nhanh quá|nhanh quá',
);
const more = whole('(?:nghe )?tiếp(?: tục)?|(?:nói|đọc) tiếp|còn gì|nghe');
const enough = whole('đủ rồi|hiểu rồi|biết rồi|được rồi|thôi khỏi|không nghe|thôi');
const end = whole(
  '(?:cảm ơn|cám ơn)(?: nhiều| lắm| nhiều lắm)?|tạm biệt|chào|hết rồi|không (?:còn )?(?:hỏi )?(?:gì)(?: hết| nữa)?|cúp máy|dừng|thôi (?:chào|cảm ơn|cám ơn)|(?:xong|đủ|hiểu|được) rồi (?:cảm ơn|cám ơn|chào)',
);

const keep = whole(
  '(?:để|gửi|nhắn|lưu)(?: lại| cho| giùm| giúp| tôi| bà| ông| bác| con| cháu| em| mình| tui)* (?:mã|danh sách|giấy tờ)(?: giấy tờ| hồ sơ| này| đó| ấy| bằng tin nhắn| qua tin nhắn)*',
);

const me =
  '(?: lại| cho| giùm| giúp| tôi| bà| ông| bác| cô| chú| con| cháu| em| mình| tui| mã| danh sách| giấy tờ| cái| này| đó| ấy)*';
const zalo = whole(
  `(?:(?:để|gửi|nhắn|chuyển|nhận|lấy)${me} )?(?:(?:qua|vào|sang|bằng|lên|về|tới|đến) )?(?:số )?(?:zalo|za lô|gia lô|da lô)${me}(?: được không)?`,
);

/** @param awaitsMore whether we have just asked to go on: then a bare yes or no is the answer. */
export function callWishIn(text: string, awaitsMore: boolean): CallWish | null {
  const wording: Wording = wordingOf(text);
  const { keyed } = wording;
  if (slower.test(keyed)) return 'slower';
  if (again.test(keyed)) return 'again';
  if (zalo.test(keyed)) return 'zalo';
  if (keep.test(keyed)) return 'keep';
  if (end.test(keyed)) return 'end';
  if (!awaitsMore) return null;
  if (more.test(keyed)) return 'more';
  if (enough.test(keyed)) return 'enough';
  const answer = yesOrNo(wording);
  return answer === 'yes' ? 'more' : answer === 'no' ? 'enough' : null;
}
