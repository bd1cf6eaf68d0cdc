/** How a message leans on what was said before: a choice by number, a correction, a word of connection. */
import { fold } from '../../retrieval/index.ts';
import type { Option } from '../answer.ts';

const ordinals: Readonly<Record<string, number>> = {
  nhat: 1,
  dau: 1,
  'dau tien': 1,
  mot: 1,
  hai: 2,
  nhi: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
};
const number = '(dau tien|dau|nhat|nhi|mot|hai|ba|bon|tu|nam|[1-5])';
const counted = '(?:cai|viec|muc|so|lua chon|truong hop|y|dap an|loai|phuong an)';
const unit = '(?! (?:trieu|nghin|ngan|ngay|tuoi|thang|nam|nguoi|dua|chieu|sang|toi|tuan))';
/**
 * "Cái thứ hai", "số 2", and "thứ hai" as the whole message. Not the Monday of "thứ hai phường có làm không", the
 * years of "số năm đóng bảo hiểm" or the father of "việc ba tôi mất".
 */
const choosing = [
  new RegExp(`\\b${counted} thu (?:so )?${number}\\b${unit}`),
  new RegExp(`\\b${counted} (?:so )?([1-5]|dau tien|dau|nhat)\\b${unit}`),
  new RegExp(`^(?:${counted}|thu) ${number}(?: (?:nhe|nha|di|a|em|do|ay|kia|luon|voi))*$`),
];
const last = /\b(cai|viec|muc) (cuoi( cung)?|sau cung)\b/;

/** Index in the options offered last, or `null`. "Thứ hai" is a choice only where a choice stands open; so is a bare "2". */
export function choiceIn(text: string, options: readonly Option[]): number | null {
  if (options.length === 0) return null;
  const folded = fold(text)
    .replace(/[^\p{L}\d ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (/^[1-5]$/.test(folded)) return inRange(Number(folded) - 1, options);
  const chosen = choosing.map((pattern) => pattern.exec(folded)?.[1]).find(Boolean);
  if (chosen) return inRange((ordinals[chosen] ?? 0) - 1, options);
  if (last.test(folded)) return options.length - 1;
  const whole = options.findIndex((option) => fold(option.text) === fold(text) || fold(option.send) === fold(text));
  return whole >= 0 ? whole : null;
}

const inRange = (index: number, options: readonly Option[]) => (index >= 0 && index < options.length ? index : null);

const self = '(?:toi|em|minh|tui|bac|chau|con)';
const no = '(?:(?:a+|khong phai|khong|ko|k|hong|nham roi|nham|xin loi|thoi)[ ,.]+)';
/** A turn of the talk is told by its marker: "không, ý tôi là …", "quay lại vụ …"; "tôi hỏi về …" alone is none. */
const corrections = new RegExp(
  `^(?:${no}*(?:y ${self}(?: (?:la|muon|noi|hoi))*|(?:quay|tro) lai (?:vu|chuyen|viec|cai)|hoi (?:chuyen|viec) chinh)|${no}+${self} (?:muon )?(?:hoi|noi)(?: (?:la|ve))?)[ ,:]*`,
);

/** The message without "không, ý tôi là …", "quay lại vụ …". */
export function withoutCorrection(text: string): string {
  const folded = fold(text);
  const match = corrections.exec(folded);
  // Folding keeps the number of words: cut the same number from the text as written.
  if (!match || match[0].trim() === '') return text;
  const words = text.trim().split(/\s+/);
  const cut = match[0].trim().split(/\s+/).length;
  return cut < words.length ? words.slice(cut).join(' ') : text;
}

/** Whether the message begins by leaning on what was said: "thế lệ phí?", "còn …", "vậy …". */
export const leansOnBefore = (text: string): boolean =>
  /^(the|the con|con|vay|rua|vay con|vay thi|a ma|nhung|roi|nua|them|ok|da|uh|vang|thi|neu|ma)\b/.test(fold(text));
