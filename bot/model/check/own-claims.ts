/** What a sentence claims in words of its own: borne out by the record word for word, or caught. */
import type { DraftSentence } from './draft-sentence.ts';
import { plainWords } from './plain-words.ts';
import { type RecordText, wordsIn } from './record-text.ts';
import type { Fields } from './wording.ts';

/** To deny, to except, to make general, to make sure. */
const claims =
  /(?<!\p{L})(?:không|chưa|chẳng|chả|đừng|khỏi|khỏi cần|miễn|miễn phí|trừ|ngoại trừ|ngoài|chỉ|đều|luôn|mọi|tất cả|toàn bộ|bất cứ|bất kỳ|bất kì|bắt buộc|nhất thiết|cấm|tuyệt đối|duy nhất|ngay|lập tức|tự động|thay cho|thay vì|khác|cả|suốt|mãi|thôi|không cần|không phải|dù|mặc dù|tuy|nhưng|free|no|not|never|always|must|only|all|every|any|without|except|exempt|waived?|required|mandatory|automatic\p{L}*|immediately|but|although)(?!\p{L})/iu;
const free = /(?<!\p{L})(?:miễn phí|không mất phí|không thu phí|không tốn phí|free of charge|free)(?!\p{L})/giu;

/** @returns the clause that nothing bears out. */
export function claimIn({ clauses }: DraftSentence, record: RecordText, { allFree, language }: Fields): string | null {
  const said = allFree ? clauses.map((clause) => clause.replace(free, ' ')) : clauses;
  return said.find((clause) => claims.test(clause) && !isBorneOut(clause, record, language)) ?? null;
}

/** The whole clause stands in one sentence of the record, words of connection at its ends apart. */
function isBorneOut(clause: string, record: RecordText, language: Fields['language']): boolean {
  const words = wordsIn(clause);
  const isJoint = (word: string) => plainWords[language].has(word) && !claims.test(word);
  const from = words.findIndex((word) => !isJoint(word));
  const to = words.findLastIndex((word) => !isJoint(word));
  const core = words.slice(from, to + 1);
  return core.length >= 3 && record.holds(core.join(' '));
}
