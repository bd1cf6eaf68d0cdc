/** Numbers of persons as they are said, figure by figure: "không chín không …", as recognisers write down what they hear. */

/** Where one stands: UTF-16 units, the end excluded. */
export interface SpokenFigures {
  readonly start: number;
  readonly end: number;
  /** How many were said. */
  readonly count: number;
}

const zero = /^(?:0\d*|không|khong|zero|oh)$/iu;
/** With diacritics, without, and in English. */
const single =
  'không khong một mốt mot hai ba bốn bon tư tu năm lăm nhăm nam lam sáu sau bảy bẩy bay tám tam chín chin zero oh one two three four five six seven eight nine';
const tens = /^(?:mười|mươi|muoi|trăm|tram|lẻ)$/iu;
const word = `(?:${single.split(' ').join('|')}|mười|mươi|muoi|trăm|tram|lẻ)`;
const part = `(?:${word}|\\d{1,4})`;
const runs = new RegExp(`(?<![\\p{L}\\p{M}\\d])${part}(?:(?:\\s*[,.-]\\s*|\\s+)${part})+(?![\\p{L}\\p{M}\\d])`, 'giu');
const parts = new RegExp(`${word}|\\d+`, 'giu');

/** The shortest number of a person. A sum of money is said with "nghìn" or "triệu" before it has so many words. */
const fewest = 9;

/** What is written in figures alone is left to its form. */
export const findSpokenFigures = (text: string): SpokenFigures[] =>
  [...text.matchAll(runs)].flatMap((match) => {
    const said = match[0].match(parts) ?? [];
    const count = said.reduce((sum, one) => sum + (/^\d/.test(one) ? one.length : 1), 0);
    return count >= fewest && isOneNumber(said)
      ? [{ start: match.index, end: match.index + match[0].length, count }]
      : [];
  });

/** "Từ năm 2019 ba 2020" is none: years, and words that are figures as well. */
function isOneNumber(said: readonly string[]): boolean {
  const words = said.filter((one) => !/^\d/.test(one));
  const hasGroups = said.some((one, at) => one.length > 2 && /^\d/.test(one) && !(at === 0 && zero.test(one)));
  if (hasGroups) return false;
  if (zero.test(said[0] ?? '')) return words.length >= 3;
  return words.length >= 6 && said.every((one) => !tens.test(one) && !/^\d\d/.test(one));
}
