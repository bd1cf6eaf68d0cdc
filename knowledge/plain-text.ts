/** Folding and figures of Vietnamese text, as far as checking facts needs them. Search has its own analyser. */

/** Lower case, no marks, đ as d, one space; digits keep their value: `50.000` and `50,000` become `50000`, `07` becomes `7`. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/\s+/g, ' ')
    .replace(/(?<![\w.,/-])0+(?=\d)/g, '')
    .replace(
      /(?<![\d.,/-])([1-9]\d{0,2})((?:[.,]\d{3})+)(?![\d])/g,
      (_all, head: string, tail: string) => head + tail.replace(/[.,]/g, ''),
    )
    .replace(/(?:viet nam )*(?<![a-z])vnd\b|(?:viet nam )+dong/g, 'dong')
    .trim();
}

/** Words that carry no meaning of their own when two sentences are compared. */
const emptyWords = new Set(
  'va hoac cua cho la co cac nhung mot thi ma tai o khi neu duoc phai voi theo tu den trong ngoai do nay kia nguoi viec de ve ra vao len xuong se da dang khong'.split(
    ' ',
  ),
);

/** Folded words that carry meaning, in order. */
export function contentWords(text: string): string[] {
  return (foldText(text).match(/[\p{L}\d]+/gu) ?? []).filter((word) => !emptyWords.has(word));
}

/** Share of the content words of `part` that occur in `whole`, 0 to 1; 1 when `part` has none. */
export function coverage(part: string, whole: string): number {
  const words = contentWords(part);
  if (words.length === 0) return 1;
  const known = new Set(contentWords(whole));
  return words.filter((word) => known.has(word)).length / words.length;
}

/** A figure and the word after it: `60 ngay`, `50000 dong`, `15 gio`, `50%`. */
export interface Figure {
  readonly value: string;
  readonly unit: string | null;
}

/** Law numbers such as 154/2024/NĐ-CP, folded. */
export const legalNumbersIn = (text: string): string[] =>
  foldText(text).match(/\b\d+\/\d{4}\/[a-z0-9-]+|\b\d+\/(?:qd|tt|nd|nq|ttlt|vbhn)-[a-z0-9-]+/g) ?? [];

/** Form codes such as CT01, NA17, TK05, as published. */
export const formCodesIn = (text: string): string[] => text.match(/\b[A-Z]{2,3}\d{2}[a-z]?\b/g) ?? [];

/** Every figure of a text that is not part of a law number, a date or a form code. */
export function figuresIn(text: string): Figure[] {
  const folded = foldText(text)
    .replace(/\b\d+\/\d{4}\/[a-z0-9-]+/g, ' ')
    .replace(/\b\d+\/(?:qd|tt|nd|nq|ttlt|vbhn)-[a-z0-9-]+/g, ' ')
    .replace(/\b\d\.\d{6}\b/g, ' ');
  const figures: Figure[] = [];
  for (const match of folded.matchAll(/(?<![\w/])(\d+(?:[.,]\d+)?)(?![\w/]|[.,]\d)\s*(%|[a-z]+)?/g)) {
    figures.push({ value: match[1] ?? '', unit: match[2] ?? null });
  }
  return figures;
}
