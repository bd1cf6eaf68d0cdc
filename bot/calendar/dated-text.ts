/** A text in the spelling of the rules, with every way of writing a date or a clock brought into one. */
import { rememberLatest } from '../../knowledge/index.ts';
import { keyed, vi } from '../understand/keyed.ts';
import { anyNumber, largerNumber, monthNumber, numberOf } from './spoken-numbers.ts';

/** `20/12`, `20/12/2026`, `20-12-2026`, `20.12.2026`; no part of a law or of an address, and not "24/7". */
const written =
  /(?<![\d/.-])(?<!(?:số|thửa|tờ|nhà|hẻm|ngõ|ngách|kiệt|so|thua|hem|ngo|kiet)\s)(?!24\/7(?!\/))(\d{1,2})\s?(?:\/\s?(\d{1,2})(?:\s?\/\s?(\d{4}))?|[-.](\d{1,2})[-.](\d{4}))(?![\d/]|[-.]\d|\/?[\p{L}-])/gu;
/** `16h`, `16h30`, `4g30`, `15:30`, `4 giờ 30`. */
const clock = /(?<![\d/.,:])(\d{1,2})\s?(?:h|g|giờ|gio|:(?=\d{2}))\s?(\d{2})?(?!\p{L}|\d)/giu;

/** "t6" is Friday; "t6/2025" is a month. */
const weekday = /(?<![\p{L}\d/])t([2-7])(?![\p{L}\d]|\s?[/-]\s?\d)/giu;

const thing = vi`(?:ngày|hôm|bữa|tháng|giờ|tết)`.source;
const before = new RegExp(`(?<!\\b${vi`thứ`.source} )\\b(${anyNumber})(?= ${thing}\\b)`, 'g');
const behind = new RegExp(`(?<=\\b${vi`(?:mùng|mồng|tháng)`.source} )(${monthNumber})\\b`, 'g');
const behindDay = new RegExp(`(?<=\\b${vi`ngày`.source} )(${largerNumber})\\b`, 'g');
const doubledDay = new RegExp(`\\b${vi`ngày`.source} (?=${vi`ngày`.source}\\b)`, 'g');

/** `nộp 20/12 lúc 4g chiều` → keyed `nộp ngày 20 tháng 12 lúc 4 giờ chiều`. The steps of a turn ask for the same text. */
export const datedText = rememberLatest(read, 64);

function read(text: string): string {
  const uniform = text
    .normalize('NFC')
    .replace(written, (all, day: string, month = '', year = '', dashMonth = '', dashYear = '') =>
      isDate(day, month || dashMonth)
        ? ` ngày ${Number(day)} tháng ${Number(month || dashMonth)}${year || dashYear ? ` năm ${year || dashYear}` : ''} `
        : all,
    )
    .replace(weekday, (_all, number: string) => `thứ ${number}`)
    .replace(clock, (_all, hour: string, minute = '') => ` ${Number(hour)} giờ ${minute} `);
  const figures = (_all: string, words: string) => String(numberOf(words) ?? words);
  return keyed(uniform)
    .replace(before, figures)
    .replace(behind, figures)
    .replace(behindDay, figures)
    .replace(doubledDay, '');
}

const isDate = (day: string, month: string) =>
  Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
