/** Gathers runs of text into paragraphs, cells and rows. */
import { type FontTexts, fontTexts } from '../legacy-fonts/font-texts.ts';
import type { OfficePart } from '../office-file.ts';
import { cleanCell, cleanLine } from '../text-lines.ts';

export interface RtfRun {
  readonly text: string;
  /** Name of the font; '' when the file names none. */
  readonly font: string;
  readonly bold: boolean;
}

interface RawParagraph {
  readonly runs: readonly RtfRun[];
  readonly heading: number | null;
}

type RawPart = RawParagraph | { readonly rows: readonly (readonly (readonly RtfRun[])[])[] };

export interface RtfDocument {
  add(run: RtfRun): void;
  endParagraph(inTable: boolean, heading: number | null): void;
  endCell(): void;
  endRow(): void;
  /** All of it, text of old fonts decoded. */
  parts(): OfficePart[];
}

export function rtfDocument(): RtfDocument {
  const raw: RawPart[] = [];
  let runs: RtfRun[] = [];
  let cells: RtfRun[][] = [];
  let rows: RtfRun[][][] = [];
  const endTable = () => {
    if (rows.length > 0) raw.push({ rows });
    rows = [];
  };
  return {
    add: (run) => void runs.push(run),
    endParagraph(inTable, heading) {
      if (inTable) return void runs.push({ text: '\n', font: '', bold: false });
      endTable();
      raw.push({ runs, heading });
      runs = [];
    },
    endCell() {
      cells.push(runs);
      runs = [];
    },
    endRow() {
      rows.push(cells);
      cells = [];
    },
    parts() {
      endTable();
      raw.push({ runs, heading: null });
      return raw.flatMap(decoding(raw));
    },
  };
}

function decoding(raw: readonly RawPart[]): (part: RawPart) => OfficePart[] {
  const fonts = fontTexts();
  const all = raw.flatMap((part) => ('runs' in part ? part.runs : part.rows.flat(2)));
  for (const { text, font } of all) fonts.note(text, font);
  return (part) => ('runs' in part ? paragraphs(part, fonts) : table(part.rows, fonts));
}

/** Neighbours of one font are read together: in VNI a letter may stand in two runs. */
function textOf(runs: readonly RtfRun[], fonts: FontTexts): string {
  let text = '';
  let open: { text: string; font: string } = { text: '', font: '' };
  for (const run of [...runs, { text: '', font: '\0' }]) {
    if (run.font === open.font) open.text += run.text;
    else {
      text += fonts.decode(open.text, open.font);
      open = { text: run.text, font: run.font };
    }
  }
  return text;
}

function paragraphs({ runs, heading }: RawParagraph, fonts: FontTexts): OfficePart[] {
  const bold = runs.length > 0 && runs.every((run) => run.bold || run.text.trim() === '');
  return cleanCell(textOf(runs, fonts))
    .split('\n')
    .filter(Boolean)
    .map((text) => ({ kind: 'paragraph', text: cleanLine(text), heading, bold }));
}

function table(rows: readonly (readonly (readonly RtfRun[])[])[], fonts: FontTexts): OfficePart[] {
  const texts = rows.map((row) => row.map((cell) => cleanCell(textOf(cell, fonts)))).filter((row) => row.some(Boolean));
  return texts.length > 0 ? [{ kind: 'table', name: null, rows: texts }] : [];
}
