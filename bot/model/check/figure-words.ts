/** Numbers, in figures and in words: a sentence has none of its own. */
import { fold } from '../../../retrieval/index.ts';
import type { DraftSentence } from './draft-sentence.ts';

const always =
  /(?<!\p{L})(?:hai|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|nghìn|ngàn|triệu|tỷ|tỉ|chục|vài|mấy|rưỡi|nửa|đôi|lẻ|linh|phần trăm|vnđ|đồng|usd|đô la|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|twenty|thirty|forty|fifty|sixty|ninety|hundreds?|thousands?|millions?|dozens?|half|twice|percent|dollars?)(?!\p{L})/iu;
/** A number only before what is counted, or behind a word of measure: "ba" is a father, "năm" a year, "một" an article. */
const counted =
  /(?<!\p{L})(?:một|mốt|ba|bốn|tư|năm|lăm|không|one)\s+(?:ngày|giờ|tháng|tuần|năm|phút|bản|tờ|bộ|loại|lần|người|nơi|khoản|cái|quyển|cuốn|ảnh|tấm|lượt|buổi|phần|days?|hours?|weeks?|months?|years?|cop(?:y|ies)|times?)(?!\p{L})/iu;
const measured =
  /(?<!\p{L})(?:khoảng|chừng|tầm|hết|mất|tối đa|tối thiểu|ít nhất|nhiều nhất|hơn|dưới|quá|gấp|thứ)\s+(?:một|ba|bốn|tư|năm)(?!\p{L})/iu;
const roman = /(?<![\p{L}\d])(?:[IVX]{2,}|[IVX]+(?=[.)]))(?![\p{L}\d])/u;
/** "Nam ngay lam viec", "hai muoi": without marks, where the sentence is written without any. */
const bare =
  /\b(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|tram|nghin|ngan|trieu) (?:ngay|gio|thang|tuan|ban|dong|muoi|tram|nghin|ngan|trieu)\b/;

/** What it found; `null`: no number. */
export function figureIn({ own }: DraftSentence): string | null {
  const found =
    /[\p{N}%₫$€¥£]/u.exec(own) ?? always.exec(own) ?? counted.exec(own) ?? measured.exec(own) ?? roman.exec(own);
  return (found ?? (hasMarks(own) ? null : bare.exec(fold(own))))?.[0] ?? null;
}

const hasMarks = (text: string) => fold(text) !== text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
