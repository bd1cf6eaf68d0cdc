/** Names that nobody told us and that a message gives away: "tôi tên …", or a family name and what stands behind it. */
import { type NameSpan, wordsOf } from './hide-names.ts';

const familyNames = new Set(
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Đinh Đoàn Trịnh Trương Mai Đào Lương Tạ Tăng Cao Châu Quách Hứa Triệu Nguyen Tran Pham Huynh'.split(
    ' ',
  ),
);
/** What stands before a name of a street, a school or a place. */
const notOfPersons = new Set(
  'đường phố phường xã quận huyện tỉnh tp thành trấn thị trường chợ bệnh viện cầu khu ấp thôn tổ hẻm ngõ công viên'.split(
    ' ',
  ),
);
const publicNames = new Set(['hồ chí minh']);
const introductions =
  /(?:tôi|em|con|cháu|mình|tui)\s+tên(?:\s+là)?|tên\s+(?:tôi|em|con|cháu|mình|tui)(?:\s+là)?|họ\s+(?:và\s+)?tên(?:\s+là)?|\btên\s+là/giu;
const mostWords = 5;

export function findIntroducedNames(text: string): NameSpan[] {
  return [...introduced(text), ...byFamilyName(text)].toSorted((a, b) => a.start - b.start);
}

/** Behind "tôi tên": the words that begin with a capital, else those up to a pause that follow a family name. */
function introduced(text: string): NameSpan[] {
  return [...text.matchAll(introductions)].flatMap((match) => {
    const from = match.index + match[0].length;
    const rest = /^[\s:,-]*((?:\p{Lu}[\p{L}\p{M}]*(?:\s+|$)?){1,5})/u.exec(text.slice(from));
    const name = rest?.[1]?.trimEnd();
    if (!rest || !name) return [];
    const start = from + rest[0].indexOf(name);
    return [{ start, end: start + name.length }];
  });
}

function byFamilyName(text: string): NameSpan[] {
  const words = wordsOf(text);
  const found: NameSpan[] = [];
  for (let at = 0; at < words.length; ) {
    const count = familyNames.has(titleCase(words[at]?.text ?? '')) ? runOfCapitals(text, words.slice(at)) : 0;
    const [first, last] = [words[at], words[at + count - 1]];
    const behindPlace = notOfPersons.has(words[at - 1]?.text.toLowerCase() ?? '');
    if (
      first &&
      last &&
      count >= 2 &&
      !behindPlace &&
      !publicNames.has(text.slice(first.start, last.end).toLowerCase())
    )
      found.push({ start: first.start, end: last.end });
    at += Math.max(count, 1);
  }
  return found;
}

const titleCase = (word: string) => word.charAt(0) + word.slice(1).toLowerCase();

/** Words in a row that begin with a capital, with nothing but a space between. */
function runOfCapitals(text: string, words: ReturnType<typeof wordsOf>): number {
  let count = 0;
  for (const word of words.slice(0, mostWords)) {
    const gap = count === 0 ? '' : text.slice(words[count - 1]?.end ?? 0, word.start);
    if (!/^\p{Lu}/u.test(word.text) || !/^ {0,2}$/.test(gap)) break;
    count += 1;
  }
  return count;
}
