/** A message in the forms that rules look at. */
import { rememberLatest } from '../../knowledge/index.ts';
import { fold } from '../../retrieval/index.ts';
import { keyed, plainly } from './keyed.ts';

export interface Wording {
  /** In the spelling of the rules, marks kept where they were typed. */
  readonly keyed: string;
  /** Folded: what a person without diacritics typed and what one with them typed look the same. */
  readonly folded: string;
  /** Folded, chat spelling written out: "ko" is "khong". */
  readonly plain: string;
  /** Whether somebody is called by name: "anh Tư", "bà Nguyễn Thị Hoa". */
  readonly someone: boolean;
}

const read = (text: string): Wording => ({
  keyed: keyed(text),
  plain: plainly(text),
  folded: (fold(text).match(/[\p{L}\d%]+|[?!.,]/gu) ?? []).join(' '),
  someone: namesSomeone(text),
});

/** The forms of a text. More are remembered than turns are under way at once in one copy. */
export const wordingOf = rememberLatest(read, 64);

/** A question about a wording that several steps of a turn ask: it is answered once. */
export function askedOnce<T>(read: (wording: Wording) => T): (wording: Wording) => T {
  const answers = new WeakMap<Wording, { readonly answer: T }>();
  return (wording) => {
    const known = answers.get(wording);
    if (known) return known.answer;
    const answer = read(wording);
    answers.set(wording, { answer });
    return answer;
  };
}

/** A word of address with a capitalised name behind it; offices ("chị Địa chính") and whole texts in capitals are none. */
const calledByName =
  /(?<!\p{L})(?:[OoÔô]ng|[Bb][aà]|[Aa]nh|[Cc]h[iị]|[Cc][oô]|[Cc]h[uú]|[Bb][aá]c|[Dd][iì]|[Tt]h[aằ]ng|[Cc]h[aá]u|[Cc][aậ]u|[Mm][oợ]|[Tt]h[ií]m|[Dd][uư][oợ]ng|[Ee]ng|[Mm][eệ]|[Ss][aả]n ph[uụ]|[Hh][oọ]c sinh)\s+(?!(?:[ĐD]ịa|[ĐD]ia|T[uư] pháp|Tu phap|C[oô]ng|C[aá]n|H[oộ]|Ch[uủ]|N[oộ]i|Ngo[aạ]i|Zalo|Facebook|Vi[eệ]t)(?!\p{Ll}))\p{Lu}\p{Ll}+/u;
const fullName =
  /(?<!\p{L})(?:nguy[eễ]n|tr[aầ]n|l[eê]|ph[aạ]m|ho[aà]ng|hu[yỳ]nh|phan|v[uũ]|v[oõ]|đ[aặ]ng|b[uù]i|đ[oỗ]|ng[oô]) (?:văn|thị|van|thi) /iu;
/** A name of any family, where it is written with capitals: "Quàng Thị Ỏn". */
const writtenName = /(?<!\p{L})\p{Lu}\p{Ll}+ (?:Văn|Thị|Van|Thi|Đức|Hữu|Ngọc|A) \p{Lu}\p{Ll}*(?!\p{L})/u;

const namesSomeone = (text: string): boolean =>
  calledByName.test(text) || fullName.test(text) || writtenName.test(text);

export const anyOf = (patterns: readonly RegExp[], text: string): boolean =>
  patterns.some((pattern) => pattern.test(text));
