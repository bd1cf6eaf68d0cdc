/** Greetings, thanks, farewells, questions about the assistant itself. Only when nothing else is asked. */
import { vi } from './keyed.ts';
import type { Wording } from './wording.ts';
import { asksHow, speaksOfPapers } from './words.ts';

export type Smalltalk =
  | 'hello'
  | 'thanks'
  | 'bye'
  | 'who'
  | 'can'
  | 'how'
  | 'ok'
  | 'sorry'
  | 'media'
  | 'language'
  | 'opener';

/** Words that add nothing to a pleasantry. */
const filler = new RegExp(
  vi`\b(?:
  dạ|ạ|à|ừ|ad|admin|ơi|bot|shop|em|anh|chị|cô|chú|bác|bạn|mình|tôi|cháu|nhé|nhe|nha|nhá|nè|nhỉ|vậy|đấy|đó|luôn|lắm|quá|rất|nhiều|cho|hỏi|xin|được|rồi|thôi|trợ lý|ảo|robot|máy|các|mọi người|mn|
  hihi|haha|hic|hè|ha|hả|hen|ok|oke|okay|oki|vâng|nghe|này|cả nhà|buổi|sáng|trưa|chiều|tối|hôm nay|hôm qua|và|thế|là|có|thì|đi|với|tất cả|một|chút|rồi nhé|lại
)\b`.source,
  'g',
);

const beside =
  '(?:dạ|ạ|à|alo|a lô|ơi|ad|admin|em|anh|chị|cô|chú|bác|bạn|mình|tôi|tui|cháu|con|bà|ông|mọi người|cho|xin|muốn|cần|làm ơn|được|giúp|với|nhé|nha|nghen|nè|này|ni|cái|việc|chuyện|một|chút|tí|xíu|có|điều|lắm|quá|đã|nghe|để|thêm|[,.!?])';
const bot = '(?:bạn|em|bot|máy|mày|đây|ad|bên đó|trợ lý|mình|cháu)';
/** With a word of asking beside it. */
const strict = 0;
/** A kind, how it sounds, and how many words of its own may stand beside it. */
const rules: readonly (readonly [Smalltalk, RegExp, number])[] = [
  [
    'who',
    vi`\b${bot} (?:là|tên) (?:ai|gì|người|máy|robot|bot|con gì)\b(?! (?:của|thì|cũng|ký|nộp|đại|thuê|ở)\b)|\bngười (?:thật )?hay (?:là )?(?:máy|bot|robot)\b|\b(?:máy|bot|robot|ai) hay (?:là )?người\b|\bcó phải (?:là )?(?:người thật|người không|máy|bot|robot)\b|\b(?:who|what) are you\b|\bare you (?:a )?(?:human|real|bot|robot)\b|\blà (?:robot|bot|máy) (?:à|hả|phải không)\b`,
    4,
  ],
  [
    'can',
    vi`\b(?:giúp|hỗ trợ|trả lời) (?:(?:được|tôi|em|mình|bác|những) ){0,3}(?:gì|việc gì|cái gì)\b(?! (?:khi|để|cho|về|với)\b)|\b(?:bot|bạn|em) (?:biết|làm|có thể) (?:\S+ )?(?:được )?(?:những )?(?:gì|việc gì)$|\b(?:bot|bạn|em) (?:biết làm|làm được|giúp được) (?:những )?gì\b|\bwhat can you do\b`,
    1,
  ],
  [
    'how',
    vi`\b(?:bot|máy|em|bạn) (?:\S+ ){0,3}(?:ngủ chưa|khỏe không|mệt không|ăn cơm|rảnh không|còn đó|có đó|có nghỉ)\b|\b(?:khỏe không|nghỉ lễ không|tỉnh ngủ chưa)\b`,
    2,
  ],
  [
    'thanks',
    vi`\b(?:cảm ơn|cám ơn|cảm tạ|thank|thanks|thank you|tks|thks|cmon|camon|hữu ích|tuyệt vời|hay quá|giỏi quá|tốt quá|nhiệt tình|dễ thương|thông minh|chúc (?:\S+ ){0,3}(?:tốt lành|sức khỏe|vui vẻ|ngủ ngon|năm mới))\b`,
    6,
  ],
  [
    'bye',
    vi`\b(?:tạm biệt|bye|bai|pai|goodbye|chào nhé|hẹn gặp|để bữa (?:sau|khác)|bữa (?:sau|khác) (?:hỏi|quay)|thôi (?:chào|nhé|nha)|nghỉ nhé)\b|\bmai (?:\S+ )?(?:ra|tới|đến|đi|hỏi|quay lại)(?: nộp| làm| tiếp| lại)?(?: nhé| nha| sau)?$`,
    2,
  ],
  [
    'sorry',
    vi`^(?:\S+ ){0,4}(?:ngu|dốt!|ngốc|dở|đồ hỏi|vô dụng|tệ|chán|trả lời sai|sai rồi|không đúng|nói bậy)(?: |$)`,
    1,
  ],
  ['hello', vi`\b(?:xin chào|chào!|chao|hello|helo|hi|hey|alo|a lô|halo)(?: ,)?(?: có ai (?:\S+ ){0,2}không)?\b`, 0],
  // "Cho hỏi chút", "em thắc mắc chuyện này": the question itself is still to come.
  ['opener', vi`^(?:${beside} )*(?:hỏi thăm|hỏi|nhờ|phiền|kể|thưa chuyện|thưa|thắc mắc|băn khoăn)(?: ${beside})*$`, 0],
  [
    'ok',
    vi`^(?:(?:ok|oke|okay|oki|vâng|dạ|ừ|uh|uk|um|ừm|được|rồi|hiểu|biết rồi|thế à|vậy à|ra vậy|yes|em|bác|anh|chị|cô|chú|mình|tôi|cháu|con|ạ|nhé|[?!.,])(?: |$))+$`,
    0,
  ],
];
/** Any of these makes it a question of its own. */
const asksOwn = vi`\b(?:lệ phí|phí|thời gian|làm lại|chủ hộ|thuê nhà|giám hộ|miễn|sửa|hủy|phép|hẹn trước|nghỉ (?:trưa|hưu)|phường|xã|còn|gì tiếp)\b`;

const everyOne = new Map(rules.map(([, pattern]) => [pattern, new RegExp(pattern, 'g')]));

/** Words that neither the pleasantry nor its trimmings account for. */
function wordsBeside(keyed: string, pattern: RegExp): number {
  const left = keyed.replace(everyOne.get(pattern) ?? pattern, ' ').replace(filler, ' ');
  return left.split(/[ ?!.,]+/).filter(Boolean).length;
}

/** `null` when the message asks something of its own beside the pleasantry. */
export function smalltalkIn(wording: Wording): Smalltalk | null {
  const { keyed } = wording;
  if (asksOwn.test(keyed) || speaksOfPapers(wording)) return null;
  const asks = asksHow(wording);
  return (
    rules.find(
      ([, pattern, most]) => pattern.test(keyed) && wordsBeside(keyed, pattern) <= (asks ? strict : most),
    )?.[0] ?? null
  );
}

const picture = 'ảnh!(?! thẻ)|anh (?:chup|giay to|can cuoc|cccd)|hình|file|ghi âm|giọng nói';
const media = vi`\b(?:gửi|chụp|đăng|up|tải lên|quét|scan|đọc giúp|nghe|ghi âm) (?:\S+ ){0,5}(?:${picture}|tệp|pdf|video|màn hình)\b|\b(?:${picture}) (?:\S+ ){0,4}(?:gửi|đính kèm|vào đây)\b`;
const here = vi`\b(?:vào đây|ở đây|qua đây|cho em|gửi em|tôi gửi|em gửi|mình gửi|bác gửi|giùm nội dung|giúp nội dung|gửi được không|được không em)\b`;

/** Asks whether pictures, files or voice can be sent here. */
export const asksAboutMedia = ({ keyed }: Wording): boolean => media.test(keyed) && here.test(keyed);
