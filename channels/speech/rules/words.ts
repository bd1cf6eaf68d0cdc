/** Short forms, Roman numbers, letters that stand alone. */
import { abbreviations, kindsOfText } from '../abbreviations.ts';
import { readLetters } from '../read-letters.ts';
import { readNumber } from '../read-number.ts';
import { issuerOf } from './codes.ts';
import { end, type SpokenRule, sticky } from './spoken-rule.ts';

const shortForms = [...abbreviations.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((form) => form.replace(/\./g, '\\.'));
const roman: Readonly<Record<string, number>> = {
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  V: 5,
  VI: 6,
  VII: 7,
  VIII: 8,
  IX: 9,
  X: 10,
  XI: 11,
  XII: 12,
};

export const words: readonly SpokenRule[] = [
  {
    pattern: sticky(String.raw`(?:${shortForms.join('|')})(?![\p{L}\d])`),
    say: ([form = '']) => abbreviations.get(form) ?? null,
  },
  {
    // quý I/2026
    pattern: sticky(String.raw`(?<=[Qq]uý )([IV]+)\/(\d{4})${end}`),
    say: ([, sign = '', year = '']) =>
      roman[sign] === undefined ? null : `${readNumber(String(roman[sign]))} năm ${readNumber(year)}`,
  },
  {
    pattern: sticky(
      `(?<=(?:[Pp]hụ lục|[Cc]hương|[Mm]ục|[Qq]uý|[Pp]hần|[Nn]hóm|[Hh]ạng|[Ll]oại|[Cc]ấp|[Bb]ậc|[Pp]hụ lục số) )[IVX]+${end}|(?:II|III|IV|VI|VII|VIII|IX|XI|XII)${end}`,
    ),
    say: ([sign = '']) => (roman[sign] === undefined ? null : readNumber(String(roman[sign]))),
  },
  { pattern: sticky(String.raw`(?:TP|T\.P)\.? ?(?=\p{Lu})`), say: () => 'thành phố ' },
  { pattern: sticky(String.raw`(?:P|p)\.\s?(?=\p{Lu}|\d)`), say: () => 'phường ' },
  { pattern: sticky(String.raw`Q\.\s?(?=\p{Lu}|\d)`), say: () => 'quận ' },
  {
    pattern: sticky(String.raw`([A-ZĐ]{2,4})-([A-ZĐ]{2,}\d*)${end}`),
    say: ([, kind = '', issuer = '']) =>
      kindsOfText.has(kind) ? `${kindsOfText.get(kind)} của ${issuerOf(issuer)}` : null,
  },
  { pattern: sticky(`[A-ZĐƯ]{2,}${end}`), say: ([sign = '']) => readLetters(sign) },
  {
    pattern: sticky(`(?<=[Đđ]iểm |[Mm]ẫu )[a-zđ]${end}|[bcdfghjklmnpqrstvwxzđ]${end}`),
    say: ([letter = '']) => readLetters(letter),
  },
];
