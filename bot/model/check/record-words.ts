/** Words, papers and persons that the cited records do not know. */
import type { DraftSentence } from './draft-sentence.ts';
import { plainWords } from './plain-words.ts';
import { type RecordText, wordsIn } from './record-text.ts';
import type { Fields } from './wording.ts';

/** Facts and their conditions come by tokens: beside these stand words that say nothing by themselves, and no others. */
export const unknownWordIn = ({ clauses }: DraftSentence, { language }: Pick<Fields, 'language'>): string | null =>
  clauses.flatMap(wordsIn).find((word) => !plainWords[language].has(word)) ?? null;

const paper =
  /(?<!\p{L})(?:giấy|tờ khai|đơn|hộ chiếu|căn cước|chứng minh|sổ|hợp đồng|bản sao|bản chính|quyết định|biên bản|trích lục|văn bản|phiếu|thẻ|chứng chỉ|bằng|ảnh|bản vẽ|hoá đơn|hóa đơn|hộ khẩu|khai sinh)(?!\p{L})[^\p{Cc},;:.!?()]*/giu;
const general = /^(?:giấy tờ|giấy|bản công bố|quyết định)$/u;

/** A paper is named by its token, or as the record names it. */
export function paperIn({ own }: DraftSentence, record: RecordText, { language }: Fields): string | null {
  for (const [said] of own.matchAll(paper)) {
    const words = wordsIn(said);
    const last = words.findLastIndex((word) => !plainWords[language].has(word));
    const name = words.slice(0, Math.max(last + 1, 1)).join(' ');
    if (last >= 0 && !general.test(name) && !record.holds(name)) return name;
  }
  return null;
}

/** Two words with a capital in a row in the middle of a sentence name somebody or something. */
export function personIn({ own }: DraftSentence, record: RecordText): string | null {
  const named = /(?<!^\s*)(?<![.!?]\s*)(?<!\p{L})\p{Lu}[\p{L}\p{M}]*(?:\s+\p{Lu}[\p{L}\p{M}]*)+/gu;
  const titled = /(?<!\p{L})(?:ông|bà|anh|chị|cô|chú|bác|em|cán bộ|đồng chí|mr|mrs|ms)\.?\s+(\p{Lu}[\p{L}\p{M}]*)/giu;
  const names = [
    ...own.matchAll(named),
    ...[...own.matchAll(titled)].filter((match) => /^\p{Lu}/u.test(match[1] ?? '')),
  ];
  return names.map(([name]) => name).find((name) => !record.holds(name)) ?? null;
}
