/** Hides what looks like a name or a number and was said by too few persons to be a matter of many. */
import { fold } from '../../retrieval/index.ts';

export interface SaidBy {
  readonly person: string;
  readonly text: string;
}

/** Said by fewer persons, it could point to one. */
const leastPersons = 3;

const familyNames =
  'nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|trương|đinh|đoàn|lương|giàng|vàng|sùng|thào|hà|cao|mai|tô|trịnh|lâm|tạ|nông|lò|quách|chu|thạch|kim|sơn|danh|y|h';
const bareFamilyNames = fold(familyNames);
const letters = String.raw`\p{L}[\p{L}\p{M}]*`;

/** "Nguyễn Văn A", "tran thi b": the middle name tells. */
const middleName = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?:${familyNames}|${bareFamilyNames})\s+(?:văn|thị|van|thi)\s+${letters}(?:\s+\p{Lu}[\p{L}\p{M}]*)?`,
  'giu',
);
/** "tên là Páo", "ten Hoa", "tên con là Minh Anh". */
const called = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?:tên|ten)\s+(?:(?:là|la|con|em|tôi|toi|cháu|chau|bé|be|vợ|vo|chồng|chong)\s+){0,2}(?<name>(?!(?:là|la|con|trong|trên|tren|trường|truong|gọi|goi|đệm|dem|cho|ở|o|ai|gì|gi|cũ|cu|mới|moi|khai|chủ|chu|đường|duong|người|nguoi|hợp|hop|giấy|giay|hộ|ho|sổ|so|họ|tiền|tien|điện|dien)(?![\p{L}\p{M}]))${letters}(?:\s+\p{Lu}[\p{L}\p{M}]*){0,3})`,
  'giu',
);
/** Capitals within a sentence: "anh Tuấn", "đường Lê Lợi", "ấp Bàu Sen". */
const capitals = /(?<=[\p{L}\p{M}\d,;:)]\s)\p{Lu}\p{Ll}[\p{Ll}\p{M}]*(?:\s+\p{Lu}\p{Ll}[\p{Ll}\p{M}]*)*/gu;
/** Names of everybody: states, offices, feasts, programs. */
const common = new Set(
  fold(
    'việt nam|tết|nhà nước|công an|zalo|facebook|youtube|google|nguyên đán|trung thu|bộ quốc phòng|bộ công an|tư pháp|hộ tịch|địa chính|chính phủ|bộ luật|luật|đảng|quốc khánh|thủ tướng|hội phụ nữ|hội nông dân|hội cựu chiến binh|mặt trận|bưu điện|kho bạc|sở|bộ|ủy ban|uỷ ban|internet|app|anh|chị|em|cô|chú|bác|ông|bà|dạ|vâng|cho|con|cháu|tôi|mình|xin|làm|hỏi|nhật|hàn|mỹ|trung|anh|pháp|đức|úc|nhật bản|hàn quốc|trung quốc|đài loan|tiếng anh',
  ).split('|'),
);

/** Four digits and more, numbers with a stroke or with letters, and what a house, plot or lane is numbered with. */
const numbers =
  /(?<![\p{L}\d[.])(?:\d{1,4}(?:\/\d{1,4}){1,4}(?:\/\d+)?|\d{2}[A-ZĐ]\d?[-. ]?\d{3}\.?\d{2}|\d{5,})(?![\p{L}\d%]|\s*(?:đồng|đ|k|nghìn|ngàn|triệu|tr|tỷ)(?!\p{L}))|(?<=(?:số nhà|nhà số|so nha|thửa(?: đất)?(?: số)?|thua(?: dat)?(?: so)?|tờ bản đồ(?: số)?|hẻm|hem|ngõ|ngách|ngach|kiệt)\s)\d+[a-zA-Z]?(?![\p{L}\d])/gu;
/** Law numbers and days are no person's. */
const lawOrDay = /^(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])(?:\/\d{2,4})?$|^\d+\/\d{4}$/;
/** \"Hẻm 5/7\" is a lane, whatever day it looks like. */
const placed = /(?:hẻm|hem|ngõ|ngo|ngách|ngach|kiệt|kiet|nhà|nha|số|so)\s$/iu;

interface Span {
  readonly from: number;
  readonly to: number;
  readonly mark: '[tên]' | '[số]';
  readonly key: string;
}

/** The texts in their order. @param said all questions of the same look, so that what many say stays readable. */
export function hideRareNames(said: readonly SaidBy[]): readonly string[] {
  const found = said.map(({ text }) => spansIn(text));
  const persons = new Map<string, Set<string>>();
  for (const [at, spans] of found.entries())
    for (const { key } of spans) persons.set(key, (persons.get(key) ?? new Set()).add(said[at]?.person ?? ''));
  const isRare = ({ key }: Span) => (persons.get(key)?.size ?? 0) < leastPersons;
  return said.map(({ text }, at) => hide(text, (found[at] ?? []).filter(isRare)));
}

function spansIn(text: string): readonly Span[] {
  const spans: Span[] = [];
  const add = (match: RegExpExecArray, mark: Span['mark'], name = match[0]) => {
    const from = match.index + match[0].length - name.length;
    spans.push({ from, to: from + name.length, mark, key: `${mark}${fold(name)}` });
  };
  for (const match of text.matchAll(middleName)) add(match, '[tên]');
  for (const match of text.matchAll(called)) add(match, '[tên]', match.groups?.name ?? match[0]);
  if (text !== text.toUpperCase())
    for (const match of text.matchAll(capitals)) if (!common.has(fold(match[0]))) add(match, '[tên]');
  for (const match of text.matchAll(numbers))
    if (!lawOrDay.test(match[0]) || placed.test(text.slice(0, match.index))) add(match, '[số]');
  return spans;
}

function hide(text: string, spans: readonly Span[]): string {
  let out = '';
  let at = 0;
  for (const { from, to, mark } of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < at) continue;
    out += text.slice(at, from) + mark;
    at = to;
  }
  return out + text.slice(at);
}
