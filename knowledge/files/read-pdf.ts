/** Reads the text of a PDF through unpdf (pdf.js): lines, paragraphs, headings by size. No script in it is run, nothing is drawn. */
import { getDocumentProxy } from 'unpdf';
import { ContentError } from './file-error.ts';
import { leastReadable } from './hidden-style.ts';
import type { OfficePart, RawContent } from './office-file.ts';
import { cleanLine } from './text-lines.ts';

const mostPages = 2_000;
/** A line so much larger than most is a heading. */
const headingSize = 1.15;
/** A gap of so many line heights ends a paragraph. */
const paragraphGap = 1.7;

interface Line {
  readonly text: string;
  /** Height of its letters, points. */
  readonly size: number;
  /** From the bottom of the page, points. */
  readonly y: number;
  readonly page: number;
}

/** @throws {ContentError} `file-encrypted`, or `file-corrupted` when it is no readable PDF. */
export async function readPdf(bytes: Buffer): Promise<RawContent> {
  const pdf = await openPdf(bytes);
  const warnings: string[] = [];
  if (pdf.numPages > mostPages) warnings.push(`Chỉ đọc ${mostPages} trang đầu.`);
  const lines: Line[] = [];
  const empty: number[] = [];
  for (let page = 1; page <= Math.min(pdf.numPages, mostPages); page += 1) {
    const found = await linesOfPage(pdf, page);
    if (found.length === 0) empty.push(page);
    lines.push(...found);
  }
  if (empty.length > 0 && lines.length > 0)
    warnings.push(`Trang ${empty.slice(0, 20).join(', ')} không có chữ, có lẽ là ảnh chụp: không đọc được.`);
  const title = await pdf.getMetadata().then(
    ({ info }) => ('Title' in info && typeof info.Title === 'string' ? cleanLine(info.Title) : ''),
    () => '',
  );
  return { title: title || null, parts: partsOf(lines), warnings };
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function openPdf(bytes: Buffer): Promise<Pdf> {
  const options = {
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
  };
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { ...options, verbosity: 0 });
  } catch (cause) {
    const locked = cause instanceof Error && cause.name === 'PasswordException';
    throw new ContentError(locked ? 'file-encrypted' : 'file-corrupted', null, { cause });
  }
}

async function linesOfPage(pdf: Pdf, number: number): Promise<Line[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent({ disableNormalization: false });
  const lines: Line[] = [];
  let text = '';
  let size = 0;
  let y: number | null = null;
  const end = () => {
    if (cleanLine(text) !== '') lines.push({ text: cleanLine(text), size, y: y ?? 0, page: number });
    text = '';
    size = 0;
    y = null;
  };
  for (const item of items) {
    if (!('str' in item) || isUnseen(item, page.view)) continue;
    const at = Number(item.transform[5]);
    // Pieces at another height begin another line, a small shift (a raised figure) apart.
    if (y !== null && item.str.trim() !== '' && Math.abs(at - y) > Math.max(2, item.height * 0.6)) end();
    text += item.str;
    if (item.str.trim() !== '') {
      size = Math.max(size, Math.round(item.height * 2) / 2);
      y ??= at;
    }
    if (item.hasEOL) end();
  }
  end();
  page.cleanup();
  return lines;
}

/** Too small to be read, or beside the page. */
function isUnseen(
  { str, height, transform }: { readonly str: string; readonly height: number; readonly transform: unknown[] },
  view: number[],
): boolean {
  if (str.trim() === '') return false;
  const [left = 0, bottom = 0, right = 0, top = 0] = view;
  const [x, y] = [Number(transform[4]), Number(transform[5])];
  return height < leastReadable || x > right || y > top || y < bottom || x < left - (right - left) / 2;
}

function partsOf(lines: readonly Line[]): OfficePart[] {
  const usual = usualSize(lines);
  const paragraphs: { text: string; heading: number | null; last: Line }[] = [];
  for (const line of lines) {
    const heading = line.size >= usual * headingSize && line.text.length < 200 ? 2 : null;
    const before = paragraphs.at(-1);
    if (before && before.heading === heading && !beginsParagraph(before.last, line)) {
      before.text += ` ${line.text}`;
      before.last = line;
    } else paragraphs.push({ text: line.text, heading, last: line });
  }
  return paragraphs.map(({ text, heading }) => ({ kind: 'paragraph', text: cleanLine(text), heading, bold: false }));
}

/** After a wide gap, on a point of a list, after a sentence that ended, or on another page. */
function beginsParagraph(before: Line, line: Line): boolean {
  if (/^(?:[-–•+*]\s|\d{1,2}[.)]\s|[a-zđ][.)]\s|[IVX]{1,5}\.\s|(?:điều|chương|mục)\s+[\divx]+)/iu.test(line.text))
    return true;
  const ended = /[.:;!?]$/.test(before.text);
  if (before.page !== line.page) return ended;
  return before.y - line.y > Math.max(before.size, line.size) * paragraphGap || (ended && line.text.length > 0);
}

/** The size that most letters have. */
function usualSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0] as [number, number])[0] || 1;
}
