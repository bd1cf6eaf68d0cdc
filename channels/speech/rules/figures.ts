/** Money, shares, measures, ranges, and every other number. */
import { measures } from '../abbreviations.ts';
import { readFigures, readLetters } from '../read-letters.ts';
import { end, number, numberText, type SpokenRule, sticky } from './spoken-rule.ts';

export const figures: readonly SpokenRule[] = [
  {
    // 10 (mười) ngày: once is enough
    pattern: sticky(String.raw`(${numberText})\s?\(([\p{L}\s]+)\)`),
    say: ([, amount = '', words = ''], { region }) => {
      const said = number(amount, region);
      return words.trim().toLowerCase().normalize('NFC') === said ? said : null;
    },
  },
  {
    // 2 lần/năm
    pattern: sticky(String.raw`(\d+)\s(lần|năm|tháng|buổi|bản|bộ|kỳ)\s?\/\s?(?=\p{L})`),
    say: ([, amount = '', unit = ''], { region }) => `${number(amount, region)} ${unit} một `,
  },
  {
    // 50.000 đồng/bản
    pattern: sticky(String.raw`(${numberText})\s?(?:đồng|đ|₫)\s?\/\s?(?=\p{L})`),
    say: ([, amount = ''], { region }) => `${number(amount, region)} đồng một `,
  },
  {
    pattern: sticky(String.raw`(${numberText})\s?(?:đ|₫)${end}`),
    say: ([, amount = ''], { region }) => `${number(amount, region)} đồng`,
  },
  {
    pattern: sticky(String.raw`(\d+)k${end}`),
    say: ([, amount = ''], { region }) => `${number(amount, region)} ${region === 'south' ? 'ngàn' : 'nghìn'} đồng`,
  },
  {
    pattern: sticky(String.raw`(${numberText})\s?%`),
    say: ([, share = ''], { region }) => `${number(share, region)} phần trăm`,
  },
  {
    pattern: sticky(String.raw`(${numberText})\s?(m²|m2|m³|m3|km|cm|mm|kg|ha|KB|MB|kWh|kW|m)${end}`),
    say: ([, amount = '', unit = ''], { region }) => `${number(amount, region)} ${measures.get(unit) ?? unit}`,
  },
  {
    pattern: sticky(String.raw`(${numberText})\s?[-–]\s?(${numberText})${end}`),
    say: ([, from = '', to = ''], { region }) => `${number(from, region)} đến ${number(to, region)}`,
  },
  {
    pattern: sticky(String.raw`(?!(?:${numberText})(?![\d.,]))\d+(?:[.,]\d+)+${end}`),
    say: ([figures = '']) =>
      figures
        .split(/([.,])/)
        .map((part) => (part === '.' ? 'chấm' : part === ',' ? 'phẩy' : readFigures(part)))
        .join(' '),
  },
  {
    pattern: sticky(String.raw`(${numberText})\s?x\s?(?=\d)`),
    say: ([, amount = ''], { region }) => `${number(amount, region)} nhân `,
  },
  {
    pattern: sticky(String.raw`(\d+)([a-zđ])${end}`),
    say: ([, amount = '', letter = ''], { region }) => `${number(amount, region)} ${readLetters(letter)}`,
  },
  {
    pattern: sticky(String.raw`-?(?:${numberText})(?![\d])`),
    say: ([amount = ''], { region }) => number(amount, region),
  },
  { pattern: sticky(String.raw`\d+`), say: ([amount = '']) => readFigures(amount) },
];
