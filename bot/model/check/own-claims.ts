/** What a sentence claims in words of its own. */
import type { DraftSentence } from './draft-sentence.ts';
import type { Fields } from './wording.ts';

/** To deny, to except, to make general, to make sure. */
const claims =
  /(?<!\p{L})(?:không|chưa|chẳng|chả|đừng|khỏi|khỏi cần|miễn|miễn phí|trừ|ngoại trừ|ngoài|chỉ|đều|luôn|mọi|tất cả|toàn bộ|bất cứ|bất kỳ|bất kì|bắt buộc|nhất thiết|cấm|tuyệt đối|duy nhất|ngay|lập tức|tự động|thay cho|thay vì|khác|cả|suốt|mãi|thôi|không cần|không phải|dù|mặc dù|tuy|nhưng|free|no|not|never|always|must|only|all|every|any|without|except|exempt|waived?|required|mandatory|automatic\p{L}*|immediately|but|although)(?!\p{L})/iu;
const free = /(?<!\p{L})(?:miễn phí|không mất phí|không thu phí|không tốn phí|free of charge|free)(?!\p{L})/giu;

/** @returns the clause that nothing bears out. A claim comes by its token, or as a whole sentence of the record. */
export function claimIn({ clauses }: DraftSentence, { allFree }: Pick<Fields, 'allFree'>): string | null {
  return withoutFree(clauses, { allFree }).find((clause) => claims.test(clause)) ?? null;
}

/** Without what may be said of a filing that is free in every case. */
export const withoutFree = (clauses: readonly string[], { allFree }: Pick<Fields, 'allFree'>): string[] =>
  allFree ? clauses.map((clause) => clause.replace(free, ' ').trim()) : [...clauses];
