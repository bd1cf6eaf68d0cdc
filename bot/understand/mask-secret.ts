/** Takes out what may be a one-time code, a part of a number or a day of birth, while a secret is waited for. */
import type { Masked } from './mask-identity.ts';

const digitWord =
  '(?:không|khong|linh|lẻ|một|mot|mốt|hai|ba|bốn|bon|tư|năm|nam|lăm|nhăm|sáu|sau|bảy|bay|bẩy|tám|tam|chín|chin|\\d)';
const kinds = [
  {
    name: 'ngày sinh',
    pattern: /(?<!\d)\d{1,2}\s*(?:[/.-]|tháng|thang)\s*\d{1,2}\s*(?:[/.-]|năm|nam)\s*\d{4}(?!\d)/giu,
  },
  { name: 'mã xác nhận', pattern: /(?<!\d)\d(?:[\s.-]?\d){3,7}(?!\d)/gu },
  {
    name: 'mã xác nhận',
    pattern: new RegExp(`(?<!\\p{L})${digitWord}(?:[\\s,]+${digitWord}){3,11}(?!\\p{L})`, 'giu'),
  },
] as const;

/** Of a text whose identity numbers are masked already. The marks go on from those that stand there. */
export function maskSecret({ text, slots }: Masked): Masked {
  const hidden: Record<string, string> = { ...slots };
  let count = 0;
  let masked = text;
  for (const { name, pattern } of kinds)
    masked = masked.replace(pattern, (value) => {
      do count += 1;
      while (text.includes(`[${name} ${count}]`));
      hidden[`[${name} ${count}]`] = value;
      return `[${name} ${count}]`;
    });
  return { text: masked, slots: hidden };
}

const linkCode = /(li[eê]n\s*k[eế]t\D{0,24})(\d{4}[\s.-]?\d{4})(?!\d)/giu;

/** A code that binds an account is taken out wherever "liên kết" stands before it, asked for or not. */
export function hideLinkCode({ text, slots }: Masked): Masked {
  const hidden: Record<string, string> = { ...slots };
  const masked = text.replace(linkCode, (_whole, before: string, code: string) => {
    hidden[linkCodeMark] = code;
    return `${before}${linkCodeMark}`;
  });
  return { text: masked, slots: hidden };
}

/** The mark that stands for such a code. */
export const linkCodeMark = '[mã liên kết 1]';
