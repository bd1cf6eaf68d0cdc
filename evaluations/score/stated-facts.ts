/** The facts that a text states: figures with their unit, dates, codes, laws, forms, links, phone numbers. */
import { formCodesIn, legalNumbersIn } from '../../knowledge/index.ts';

/** Comparable form, e.g. `figure 60 ngày`, `date 2026-11-21`, `law 23/2015/nd-cp`, `phone 0900000011`. */
export type StatedFact = string;

/** Words after a number that make it a fact of its own: 5 days are not 5 working days. Marked, as "ngay" is not "ngày". */
const measures: Readonly<Record<string, string>> = {
  đ: 'đồng',
  vnđ: 'đồng',
  vnd: 'đồng',
  mét: 'm',
  'm²': 'm2',
  ...Object.fromEntries(
    'đồng ngày ngàylàmviệc tuần tháng năm giờ phút tuổi trang bản bộ lần người km m m2 % phần'
      .split(' ')
      .map((word) => [word, word]),
  ),
};
const figures =
  /(?<![\p{L}\d_/]|\d[.,])(\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?)(?![\d/])[ \t\u00a0]*(%|\p{L}+[\d²]?)?/gu;
/** Words after a number that the answer itself counted: "còn 4 điều nữa", "3 giấy tờ". */
const counted = new Set(['điều', 'giấy', 'bước', 'mục', 'thủ', 'việc', 'ý']);
/** Not facts: numbers of a list, and numbers that are part of a place's name. */
const listNumber = /^[ \t]*\d{1,2}[.)](?=\s)/gm;
const placeNumber =
  /(?<!\p{L})(?:phường|quận|tổ|tổ dân phố|khu phố|khóm|ấp|thôn|xóm|đội|phuong|quan)\s+\d{1,2}(?!\d)/giu;

const links = /(?:https?:\/\/)?((?:[a-z0-9-]+\.)+(?:vn|com|net|org|info|edu|io))(?![a-z0-9])(\/[^\s)\]"']*)?/gi;
const phones = /(?<![\d.,/-])(?:(?:\+?84|0)\d(?:[ .-]?\d){7,9}|1[89]00[ .-]?\d{4,6})(?![\d/])/g;
const dates: readonly RegExp[] = [
  /(?<![\d/.-])(?<day>\d{1,2})[/-](?<month>\d{1,2})[/-](?<year>\d{4})(?![\d/])/g,
  /ngày\s+(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})\s+năm\s+(?<year>\d{4})/giu,
  /(?<![\d/.-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/g,
  /(?<![\d/.-])(?<month>\d{1,2})\/(?<year>\d{4})(?![\d/])/g,
  /(?<![\d/.-])(?<year>\d{4})-(?<month>\d{2})(?![\d-])/g,
];

/** Every fact of the text, each once, in the order of its kind. */
export function statedFacts(text: string): StatedFact[] {
  const facts: StatedFact[] = [];
  const take = (pattern: RegExp, factsOf: (match: RegExpMatchArray) => StatedFact[]) => (from: string) =>
    from.replace(pattern, (...found) => {
      facts.push(...factsOf(found as unknown as RegExpMatchArray));
      return ' ';
    });
  facts.push(
    ...legalNumbersIn(text).map((number) => `law ${number}`),
    ...formCodesIn(text).map((form) => `form ${form}`),
  );
  const removals = [
    take(links, (match) => linkFacts(match[1] ?? '', match[2])),
    take(/(?<![\w/])\d+(?:\.\d+)?\/\d{4}\/[\p{L}\d-]+/gu, () => []),
    take(/\b\d\.\d{6}\b/g, ([code]) => [`code ${code}`]),
    take(phones, (match) => [`phone ${digits(match[0])}`]),
    ...dates.map((pattern) => (from: string) => datesOut(from, pattern, facts)),
    take(placeNumber, () => []),
    take(listNumber, () => []),
  ];
  const rest = removals.reduce((from, remove) => remove(from), text.normalize('NFC'));
  return [...new Set([...facts, ...figureFacts(rest)])];
}

function figureFacts(text: string): StatedFact[] {
  const joined = text.toLowerCase().replace(/ngày\s+làm\s+việc/g, 'ngàylàmviệc');
  return [...joined.matchAll(figures)].map(([, value = '', word = '']) => {
    if (counted.has(word)) return `count ${plainNumber(value)}`;
    const measure = measures[word];
    return measure === undefined ? `figure ${plainNumber(value)}` : `figure ${plainNumber(value)} ${measure}`;
  });
}

/** `20.000` and `20,000` as `20000`, `1,5` as `1.5`, `07` as `7`. */
function plainNumber(written: string): string {
  const thousands = /^\d{1,3}(?:[.,]\d{3})+$/.test(written);
  return (thousands ? written.replace(/[.,]/g, '') : written.replace(',', '.')).replace(/^0+(?=\d)/, '');
}

/** A day also states its month: "thu thập 07/2026" is borne out by any day of it. */
function datesOut(text: string, pattern: RegExp, facts: StatedFact[]): string {
  return text.replace(pattern, (...found) => {
    const { day, month = '', year = '' } = found.at(-1) as Partial<Record<'day' | 'month' | 'year', string>>;
    const inMonth = `${year}-${month.padStart(2, '0')}`;
    facts.push(day === undefined ? `month ${inMonth}` : `date ${inMonth}-${day.padStart(2, '0')}`);
    return ' ';
  });
}

function linkFacts(host: string, path: string | undefined): StatedFact[] {
  const bare = host.toLowerCase().replace(/^www\./, '');
  const rest = (path ?? '').replace(/[.,;:!?]+$/, '').replace(/\/$/, '');
  return rest === '' ? [`host ${bare}`] : [`host ${bare}`, `link ${bare}${rest}`];
}

const digits = (text: string) => text.replace(/\D/g, '').replace(/^84(?=\d{9})/, '0');
