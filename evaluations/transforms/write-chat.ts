/** Chat spelling: `không được gì` becomes `k dc j`; lower case, no full stop at the end. */

/** Longer phrases first: they are replaced in this order. */
const spellings: readonly (readonly [string, string])[] = [
  ['căn cước công dân', 'cccd'],
  ['như thế nào', 'ntn'],
  ['bao nhiêu', 'bn'],
  ['mọi người', 'mn'],
  ['đăng ký', 'đk'],
  ['bây giờ', 'bh'],
  ['hồ sơ', 'hs'],
  ['không', 'k'],
  ['khong', 'k'],
  ['được', 'dc'],
  ['duoc', 'dc'],
  ['rồi', 'r'],
  ['vậy', 'v'],
  ['gì', 'j'],
  ['với', 'vs'],
  ['làm', 'lm'],
  ['người', 'ng'],
  ['muốn', 'mún'],
  ['biết', 'bít'],
  ['mình', 'mk'],
  ['tôi', 't'],
  ['em', 'e'],
  ['anh', 'a'],
  ['chị', 'c'],
  ['cũng', 'cx'],
  ['trước', 'trc'],
  ['vợ', 'vk'],
  ['chồng', 'ck'],
  ['nhiều', 'nhìu'],
  ['luôn', 'lun'],
  ['thôi', 'th'],
];

const patterns = spellings.map(
  ([word, short]) => [new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'gu'), short] as const,
);

export function writeChat(text: string): string {
  const lower = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.?!…]+(?=\s|$)/g, '')
    .trim();
  return patterns.reduce((chat, [pattern, short]) => chat.replace(pattern, short), lower);
}
