/** Takes identity numbers out of a text, reversibly for the turn: logs, transcripts and prompts keep the mark alone. */
import { findDossierCodes, rememberLatest } from '../../knowledge/index.ts';
import type { Slots } from '../step.ts';
import { findSpokenFigures } from './spoken-figures.ts';

interface Kind {
  readonly name: string;
  readonly pattern: RegExp;
}

/** A log says the same words on every line. */
const mostMasked = 512;

/** An amount of money is none of these, however long. */
const noMoney = '(?!\\s*(?:đồng|đ(?!\\p{L})|vnđ|vnd|triệu|tỷ|dong|trieu))';
const gap = '[\\s.\\-)]{0,2}';
const callPrefix = '\\(?(?:(?:\\+|00)?84|0)\\)?';

/** Order matters: what looks like a dossier code, though its day is none, holds digits that would also pass for a phone. */
const kinds: readonly Kind[] = [
  { name: 'email', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g },
  {
    name: 'mã hồ sơ',
    pattern: /\b(?:\d{3}[.\s]?\d{2}[.\s]?\d{2}[.\s]?)?[Hh]\d{2}(?:[.\s]\d{1,3})?[-\s]\d{6}[-\s]?\d{3,5}\b/g,
  },
  { name: 'mã hồ sơ', pattern: /\b\d{3}\.\d{2}\.\d{2}\.[A-Za-z]\d{2}[-.]\d{6}[-.]\d{3,5}\b/g },
  // Twelve digits told apart: ten of them would pass for a telephone and leave the last two. A mobile begins with 03, 05, 07, 08, 09.
  { name: 'số căn cước', pattern: /(?<![\d.,])\d(?:[\s.-]\d){11}(?![\s.-]?\d)/g },
  { name: 'số căn cước', pattern: /(?<![\d.,])0[0-2](?:[\s.-]?\d){10}(?![\s.-]?\d)/g },
  // A landline has one digit more than a mobile and begins with 02.
  {
    name: 'số điện thoại',
    pattern: new RegExp(`(?<![\\d.,])${callPrefix}(?:(?:${gap}\\d){9}|${gap}2(?:${gap}\\d){9})(?!\\d)`, 'g'),
  },
  { name: 'số tài khoản', pattern: /(?<![\d.,])(?:\d{13,19}|\d{4}([ .-])\d{4}\1\d{4}\1\d{1,7})(?!\d)/g },
  { name: 'số căn cước', pattern: new RegExp(`(?<![\\d.,])\\d(?:[\\s.-]?\\d){11}(?!\\d)${noMoney}`, 'giu') },
  {
    name: 'số chứng minh',
    pattern: new RegExp(`(?<![\\d.,])(?:\\d{9}|\\d{3} \\d{3} \\d{3})(?![\\d.,]\\d|\\d)${noMoney}`, 'giu'),
  },
];

export interface Masked {
  readonly text: string;
  /** Value by mark, e.g. `[số căn cước 1]`. */
  readonly slots: Slots;
}

/** Masks CCCD, CMND, phone, account numbers, e-mail and dossier codes. Emergency and 1800/1900 numbers are public and stay. */
export function maskIdentity(text: string): Masked {
  const slots: Record<string, string> = {};
  const counts = new Map<string, number>();
  const hide = (name: string, value: string): string => {
    const mark = nextMark(name, counts, text);
    slots[mark] = value;
    return mark;
  };
  let masked = hideSpans(text, findDossierCodes(text), (value) => hide('mã hồ sơ', value));
  // Said in words: what a telephone's recogniser writes down.
  masked = hideSpans(masked, findSpokenFigures(masked), (value, { count }) =>
    hide(count === 12 ? 'số căn cước' : 'số điện thoại', value),
  );
  for (const { name, pattern } of kinds) masked = masked.replace(pattern, (value) => hide(name, value));
  return { text: masked, slots };
}

/** Dossier codes, typed or said, come before anything else: their digits would also pass for a phone or an identity number. */
function hideSpans<Span extends { readonly start: number; readonly end: number }>(
  text: string,
  spans: readonly Span[],
  hide: (value: string, span: Span) => string,
): string {
  let masked = '';
  let from = 0;
  for (const span of spans) {
    masked += text.slice(from, span.start) + hide(text.slice(span.start, span.end), span);
    from = span.end;
  }
  return masked + text.slice(from);
}

/** The next mark of a kind. One that the citizen typed himself is passed over: it must not come to stand for a number. */
function nextMark(name: string, counts: Map<string, number>, text: string): string {
  let count = counts.get(name) ?? 0;
  do count += 1;
  while (text.includes(`[${name} ${count}]`));
  counts.set(name, count);
  return `[${name} ${count}]`;
}

/** The text without the marks that stand for a number or an address ("[số điện thoại 1]"): they name no topic. */
export const withoutMarks = (text: string): string => text.replace(/\[[^[\]\d]{2,30} \d+\]/gu, ' ');

/** The same for text of our own that goes to a log: identity numbers only, no slots kept. */
export const maskForLog = rememberLatest((text) => maskIdentity(text).text, mostMasked);

/** Puts the numbers back, for a turn that runs later than its message was kept. */
export const unmask = (text: string, slots: Slots): string =>
  Object.entries(slots).reduce((whole, [mark, value]) => whole.replaceAll(mark, () => value), text);

/** A value of a client's with every text in it masked, keys included; a number of nine digits and more becomes null. @throws {RangeError} when it is nested deeper than `depth`. */
export function maskDeep(value: unknown, depth = 20): unknown {
  if (typeof value === 'string') return maskForLog(value);
  if (typeof value === 'number') return /^-?\d{9,}/.test(String(value)) ? null : value;
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) throw new RangeError('A value is nested too deep.');
  if (Array.isArray(value)) return value.map((item) => maskDeep(item, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [maskForLog(key), maskDeep(item, depth - 1)]));
}
