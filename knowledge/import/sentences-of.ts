/** The steps and conditions of a record as plain sentences: no bullets, no empty words, nobody sent to a district office. */
import { districtBody } from '../lint/lint-offices.ts';

const bullet = /^(?:[-–—+*•·▪■●○◦]|o\s|)+\s*/u;
const nothing = /^(?:không|không có|không quy định|chưa quy định|n\/a|\.)?[.;:]?$/iu;
/** "Số tài khoản 3511.0.…": payment is by a portal or at the counter, never to an account named by us. */
const account = /(?:tài\s+khoản(?:\s+số)?|\bSTK)\s*:?\s*\d[\d.\s-]{5,}\d/iu;

/** Whether the text names a bank account. */
export const namesAccount = (text: string): boolean => account.test(text);

/** Whether the text sends people to an office of a district. */
export const namesDistrict = (text: string | null): boolean => districtBody.test(text ?? '');

/** Lines, and "Bước 1: … Bước 2: …" of one line parted; bullets off. */
export function linesOf(text: string | null): string[] {
  return (text ?? '')
    .split(/\n+|(?<=[.;:!?]\s)(?=Bước \d+\s*[:.])/u)
    .map((line) => line.replace(bullet, '').trim())
    .filter((line) => !nothing.test(line) && /\p{L}{2}/u.test(line));
}

/** Sentences that a citizen may act on: those that name a district office or a bank account are left out. */
export const sentencesOf = (text: string | null): string[] =>
  linesOf(text).flatMap((line) => {
    const kept = safePart(line);
    return kept === '' ? [] : [kept];
  });

function safePart(line: string): string {
  if (!namesDistrict(line) && !namesAccount(line)) return line;
  return line
    .split(/(?<=[.;])\s+(?=\p{Lu}|[-+])/u)
    .filter((sentence) => !namesDistrict(sentence) && !namesAccount(sentence))
    .join(' ')
    .trim();
}

/** An office as named, without the offices of districts beside it; `null` when none is left. */
export function officeOf(text: string | null): string | null {
  const kept = (text ?? '')
    .split(/\s*[,;]\s*/)
    .filter((part) => part !== '' && !namesDistrict(part) && !namesAccount(part))
    .join(', ');
  return kept === '' || namesDistrict(kept) ? null : kept;
}
