/** Addresses, codes, numbers of laws, phone numbers. */
import { abbreviations, issuers, kindsOfText, namedSites } from '../abbreviations.ts';
import { readCode, readFigures } from '../read-letters.ts';
import { readDigits, readNumber } from '../read-number.ts';
import { end, number, type SpokenContext, type SpokenRule, sticky } from './spoken-rule.ts';

export const issuerOf = (sign: string): string => {
  const house = /^QH(\d+)$/.exec(sign);
  if (house) return `Quốc hội khóa ${readNumber(house[1] ?? '')}`;
  return issuers.get(sign) ?? issuers.get(sign.toUpperCase()) ?? readCode(sign);
};

/** Whether the signs name who issued it; those of a form do not: `01/ĐKKH`. */
const isIssuer = (sign: string): boolean =>
  /^QH\d+$/.test(sign) || issuers.has(sign) || issuers.has(sign.toUpperCase());

/** The kind of a text stands before its number within so many signs: "Quyết định công bố 5710/QĐ-BCA". */
const nearby = 30;

/** `123/2015/NĐ-CP`, `5710/QĐ-BCA-C06`, `26/2023/QH15`; the kind is left out when the text has named it. */
function legalNumber(match: RegExpExecArray, { region, before }: SpokenContext): string {
  const [, figures = '', year, signs = ''] = match;
  const told = before.trimEnd().toLowerCase();
  const parts = signs.split('-');
  const kind = parts[0] === undefined ? undefined : kindsOfText.get(parts[0]);
  const issuing = kind ? parts.slice(1) : parts;
  const from = issuing.map(issuerOf).join(', ');
  const named = kind && !told.slice(-nearby).includes(kind.toLowerCase()) ? `${kind} ` : '';
  const numbered = told.endsWith(' số') && !named ? '' : 'số ';
  const said = figures.split('.').map((part) => number(part, region));
  const issued = from && `, ${isIssuer(issuing[0] ?? '') ? 'của ' : ''}${from}`;
  return `${named}${numbered}${said.join(' chấm ')}${year ? `, năm ${number(year, region)}` : ''}${issued}`;
}

export const nets: readonly SpokenRule[] = [
  {
    pattern: sticky(String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`),
    say: () => 'một địa chỉ thư điện tử',
  },
  {
    pattern: sticky(String.raw`(?:https?:\/\/)?((?:[a-z0-9-]+\.)+(?:vn|com|net|org))\b(?:\/[^\s)»"]*)?`, 'ui'),
    say: ([, host = ''], { before }) => {
      const name = namedSites.get(host.toLowerCase().replace(/^www\./, '')) ?? 'một trang trên mạng';
      // "Cổng Dịch vụ công quốc gia (dichvucong.gov.vn)"
      const told = before.replace(/[\s(,:]+$/u, '').toLowerCase();
      return told.endsWith(name.toLowerCase()) ? '' : name;
    },
  },
];

export const codes: readonly SpokenRule[] = [
  {
    pattern: sticky(String.raw`(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(?:\.\d{2})?-\d{6}-\d{4,}`),
    say: ([code = '']) => readCode(code),
  },
  {
    pattern: sticky(String.raw`(\d+(?:\.\d+)?)\/(?:(\d{4})\/)?([A-ZĐ][A-ZĐƯa-z]*\d*(?:-[A-ZĐ][A-ZĐƯa-z]*\d*)*)${end}`),
    say: legalNumber,
  },
  {
    pattern: sticky(String.raw`(\d)\.(\d{6})${end}`),
    say: ([, one = '', rest = '']) => `${readDigits(one)} chấm ${readFigures(rest)}`,
  },
  {
    pattern: sticky(String.raw`(NĐ|QĐ|TT|NQ|TTLT)(?=\s+(?:số\s+)?\d)`),
    say: ([, kind = '']) => kindsOfText.get(kind) ?? null,
  },
  {
    pattern: sticky(String.raw`[A-ZĐ]{1,4}-\d{1,4}[a-z]?${end}`),
    say: ([code = '']) => readCode(code).replace(', ', ' '),
  },
  {
    pattern: sticky(String.raw`[A-ZĐ]{1,4}\d{1,4}[a-z]?${end}`),
    say: ([code = '']) => abbreviations.get(code) ?? readCode(code),
  },
];

export const phones: readonly SpokenRule[] = [
  {
    pattern: sticky(String.raw`(1[89]00)[ .]?(\d{4}(?:[ .]?\d{2})?)${end}`),
    say: ([, head = '', rest = '']) => readPhone(`${head} ${rest}`),
  },
  {
    // 1022, 156: dialled, not counted
    pattern: sticky(String.raw`\d{3,5}${end}(?![ .,-]?\d)`),
    say: ([phone = ''], { before }) => (dialled.test(before) ? readDigits(phone) : null),
  },
  {
    pattern: sticky(String.raw`(?:\+84|0)(?:[ .-]?\d){8,10}${end}`),
    say: ([phone = '']) => readPhone(phone.replace(/^\+84[ .-]?/, '0')),
  },
  {
    pattern: sticky(String.raw`11[1-5]${end}(?!\s*(?:ngày|đồng|giờ|tuổi|trang|bản|%))`),
    say: ([phone = '']) => readDigits(phone),
  },
  { pattern: sticky(String.raw`\d{9,}${end}`), say: ([figures = '']) => readFigures(figures) },
  { pattern: sticky(String.raw`0{2,}\d+${end}`), say: ([figures = '']) => readFigures(figures) },
];
const dialled = /(?:gọi|tổng đài|đường dây nóng|điện thoại|bấm|quay số)(?: số)?[\s:,]*$/iu;
const readPhone = (phone: string): string =>
  phone.includes(' ') || phone.includes('.')
    ? phone
        .split(/[ .-]+/)
        .map(readDigits)
        .join(', ')
    : readFigures(phone);
