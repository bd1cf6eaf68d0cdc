/** Reads HTML: paragraphs, headings and tables in order. Nothing that it points at is fetched. */
import { HTMLElement, type Node, NodeType, parse } from 'node-html-parser';
import { ContentError } from './file-error.ts';
import { hidesText, paintsBehind } from './hidden-style.ts';
import type { OfficePart, RawContent } from './office-file.ts';
import { cleanCell, cleanLine } from './text-lines.ts';

const ignored = new Set(
  'script style template noscript iframe object embed svg math canvas audio video select textarea head title'.split(
    ' ',
  ),
);
const blocks = new Set(
  'address article aside blockquote body dd details div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary ul center tr td th tbody thead tfoot caption'.split(
    ' ',
  ),
);
const bolds = new Set(['b', 'strong']);
/** Deeper than this no document is nested. */
const deepest = 400;

/** @throws {ContentError} `file-corrupted` for nesting that no program writes: the parser would take hours over it. */
export function readHtml(html: string): RawContent {
  if (depthOf(html) > deepestWritten) throw new ContentError('file-corrupted');
  const root = parse(html, { comment: false, blockTextElements: { script: false, style: false, noscript: false } });
  const title = cleanLine(root.querySelector('title')?.textContent ?? '');
  return { title: title || null, parts: partsOf(root), warnings: [] };
}

const deepestWritten = 3_000;
/** People leave these open: they nest nothing. */
const oftenOpen = new Set(
  'p li td th tr dt dd option thead tbody tfoot colgroup br img input meta link hr col area base wbr param source o:p'.split(
    ' ',
  ),
);

function depthOf(html: string): number {
  let depth = 0;
  let deepestSeen = 0;
  for (const [, close, tag = '', end] of html.matchAll(/<(\/?)([a-z][\w:]*)[^<>]{0,4000}?(\/?)>/gi)) {
    if (end || oftenOpen.has(tag.toLowerCase())) continue;
    depth = Math.max(0, depth + (close ? -1 : 1));
    if (depth > deepestSeen) deepestSeen = depth;
  }
  return deepestSeen;
}

interface Line {
  text: string;
  bold: string;
}

function partsOf(root: HTMLElement): OfficePart[] {
  const parts: OfficePart[] = [];
  let line: Line = { text: '', bold: '' };
  const end = (heading: number | null) => {
    for (const paragraph of paragraphsOf(line, heading)) parts.push(paragraph);
    line = { text: '', bold: '' };
  };
  const walk = (node: Node, heading: number | null, bold: boolean, depth: number) => {
    if (node.nodeType === NodeType.TEXT_NODE) {
      const text = node.textContent.replace(/\s+/g, ' ');
      line.text += text;
      if (bold) line.bold += text;
    }
    if (!(node instanceof HTMLElement) || depth > deepest || isLeftOut(node)) return;
    const tag = tagOf(node);
    if (tag === 'br') line.text += '\n';
    else if (tag === 'table') {
      end(heading);
      parts.push(...tableOf(node));
    } else {
      const level = /^h[1-6]$/.test(tag) ? Number(tag[1]) : heading;
      if (blocks.has(tag)) end(heading);
      for (const child of node.childNodes) walk(child, level, bold || bolds.has(tag), depth + 1);
      if (blocks.has(tag)) end(level);
    }
  };
  walk(root, null, false, 0);
  end(null);
  return parts;
}

const tagOf = (element: HTMLElement) => (element.rawTagName ?? '').toLowerCase();

const isLeftOut = (element: HTMLElement): boolean => {
  if (ignored.has(tagOf(element)) || element.hasAttribute('hidden')) return true;
  const style = styleOf(element);
  if (style === '') return false;
  return hidesText(style, { onColour: isOnColour(element), restyled: /font-size|color/i.test(element.innerHTML) });
};

const styleOf = (element: HTMLElement): string => {
  const colour = tagOf(element) === 'font' ? element.getAttribute('color') : undefined;
  return `${element.getAttribute('style') ?? ''}${colour ? `;color:${colour}` : ''}`;
};

/** Whether it, or what it stands in, has a colour behind its letters. */
function isOnColour(element: HTMLElement): boolean {
  for (let at: HTMLElement | null = element; at !== null; at = at.parentNode)
    if (at.getAttribute('bgcolor') || paintsBehind(at.getAttribute('style') ?? '')) return true;
  return false;
}

function* paragraphsOf(line: Line, heading: number | null): Generator<OfficePart> {
  const lines = heading === null ? line.text.split('\n') : [line.text];
  const bold = cleanLine(line.bold) !== '' && cleanLine(line.bold).length >= cleanLine(line.text).length;
  for (const text of lines.map(cleanLine)) if (text !== '') yield { kind: 'paragraph', text, heading, bold };
}

/** A table of one cell only frames text: its paragraphs are read as such. */
function tableOf(table: HTMLElement): OfficePart[] {
  const rows = rowsOf(table);
  const cells = rows.flatMap((row) => cellsOf(row));
  const [only] = cells;
  if (cells.length === 1 && only) return partsOf(only);
  const texts = rows.map((row) => cellsOf(row).map(textOfCell)).filter((row) => row.some((cell) => cell !== ''));
  return texts.length === 0 ? [] : [{ kind: 'table', name: null, rows: texts }];
}

/** The rows of this table, not those of tables within it. */
function rowsOf(table: HTMLElement): HTMLElement[] {
  return elementsIn(table).flatMap((child) => {
    const tag = tagOf(child);
    if (tag === 'tr') return [child];
    return tag === 'tbody' || tag === 'thead' || tag === 'tfoot' ? rowsOf(child) : [];
  });
}

const cellsOf = (row: HTMLElement) => elementsIn(row).filter((child) => tagOf(child) === 'td' || tagOf(child) === 'th');

const elementsIn = (parent: HTMLElement) =>
  parent.childNodes.filter((child): child is HTMLElement => child instanceof HTMLElement && !isLeftOut(child));

const textOfCell = (cell: HTMLElement): string =>
  cleanCell(
    partsOf(cell)
      .map((part) => (part.kind === 'paragraph' ? part.text : part.rows.map((row) => row.join(' | ')).join('\n')))
      .join('\n'),
  );
