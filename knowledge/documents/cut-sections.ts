/** Cuts the text of a file at its headings. */
import type { OfficePart, Paragraph, Table } from '../files/index.ts';
import type { Section } from './document.ts';

/** "Điều 3.", "Chương II", "IV. …": numbered as laws and notices are. */
const numbered = /^(?:(?:phần|chương|mục|điều|phụ lục)\s+(?:\d+|[ivxlc]+)\b|[IVX]{1,5}[.)]\s+\p{Lu})/iu;
/** "2. Thời gian", "3.1. Địa điểm": a heading where it is short and ends no sentence. */
const point = /^\d{1,2}(?:\.\d{1,2})*[.)]\s+\p{L}/u;
const longestHeading = 120;
/** A section of more characters goes on under the same heading in another. */
const longestSection = 4_000;

/** Letterhead, place and date, signature: they stand on every paper and answer nothing. */
const formal =
  /^(?:(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd|đảng ủy|công an) (?:xã|phường|đặc khu|tỉnh|thành phố|quận|huyện|thị xã)[^.;:]{0,40}|cộng h[oò][aà] xã hội chủ nghĩa việt nam|độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc|[-_–—=*.\s]+|nơi nhận\s*:?.*|(?:tm|kt|tl|tuq)\.\s?.*|số\s*:\s*[\d…. ]*\/[\p{L}\d/-]+|\(?(?:đã ký|ký tên|ký, (?:ghi rõ họ tên|đóng dấu).*)\)?|lưu\s*:\s*v[tp].*)$/iu;

/** In order; never empty sections. Headings without text below them are kept as text, so that nothing is lost. */
export function cutSections(parts: readonly OfficePart[]): Section[] {
  const sections: { heading: string | null; lines: string[] }[] = [];
  let open: { heading: string | null; lines: string[] } = { heading: null, lines: [] };
  const begin = (heading: string | null) => {
    if (open.lines.length === 0 && open.heading !== null) open.lines.push(open.heading);
    if (open.lines.length > 0) sections.push(open);
    open = { heading, lines: [] };
  };
  const add = (line: string) => {
    if (open.lines.length > 0 && lengthOf(open.lines) + line.length > longestSection) begin(open.heading);
    open.lines.push(line);
  };
  for (const part of parts) {
    if (part.kind === 'table') linesOfTable(part.rows).forEach(add);
    else if (isHeading(part)) begin(part.text);
    else if (!formal.test(part.text)) add(part.text);
  }
  begin(null);
  return sections;
}

const lengthOf = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length, 0);

function isHeading({ text, heading, bold }: Paragraph): boolean {
  if (formal.test(text)) return false;
  if (heading !== null) return true;
  if (text.length > longestHeading || /[;,]$/.test(text)) return false;
  if (numbered.test(text)) return !text.endsWith('.') || text.length < 60;
  if (/[.!?]$/.test(text)) return false;
  return bold || (point.test(text) && text.length < 80 && !text.includes(': ')) || isCapitals(text);
}

const isCapitals = (text: string): boolean =>
  text === text.toUpperCase() && (text.match(/\p{Lu}{2,}/gu) ?? []).length > 2;

/** Each row says its columns by name where the first row holds names; else its cells stand side by side. */
export function linesOfTable(rows: Table): string[] {
  const [head = [], ...rest] = rows;
  const names = head.map((cell) => oneLine(cell));
  const isHead = rest.length > 0 && names.length > 1 && names.every((name) => name !== '' && !/\d{2}|[.;]$/.test(name));
  const sayRow = (row: readonly string[]) =>
    row
      .map((cell, at) => [isHead ? names[at] : undefined, oneLine(cell)] as const)
      .filter(([, cell]) => cell !== '')
      .map(([name, cell]) => (name && name !== cell ? `${name}: ${cell}` : cell))
      .join('; ');
  return (isHead ? rest : rows).map(sayRow).filter((line) => line !== '' && !formal.test(line));
}

const oneLine = (cell: string) => cell.split('\n').join(', ');
