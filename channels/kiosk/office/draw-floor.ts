/** A plan of one floor, drawn from where the counters stand: no picture file is needed, and nothing in it is a script. */
import { escapeHtml } from '../../web/html.ts';
import type { PlacedCounter } from './counters.ts';

export interface FloorWords {
  readonly title: string;
  readonly door: string;
}

/** In units of the drawing: a screen and a sheet of paper scale it. */
const cell = { width: 200, height: 130, gap: 30 };
const lineHeight = 24;
const signsInLine = 16;
const mostLines = 2;

interface Square {
  readonly column: number;
  readonly row: number;
}

/** Colours by attributes, for no style of a drawing gets past our content policy. Text is large and dark on light. */
export function drawFloor(counters: readonly PlacedCounter[], { title, door }: FloorWords): string {
  const squares = squaresOf(counters);
  const columns = Math.max(...squares.map(({ column }) => column));
  const rows = Math.max(...squares.map(({ row }) => row));
  const width = columns * (cell.width + cell.gap) + cell.gap;
  const height = rows * (cell.height + cell.gap) + cell.gap + 60;
  const boxes = counters.map((one, index) => drawCounter(one, squares[index] ?? { column: 1, row: 1 })).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false" ` +
    `font-family="inherit" text-anchor="middle"><title>${escapeHtml(title)}</title>` +
    `<rect x="4" y="4" width="${width - 8}" height="${height - 56}" rx="10" fill="#ffffff" stroke="#084a3e" stroke-width="4"/>` +
    `${boxes}${drawDoor(width / 2, height - 52, door)}</svg>`
  );
}

/** Those without a square stand in a row of their own, nearest to the door, in the order of the file. */
function squaresOf(counters: readonly PlacedCounter[]): readonly Square[] {
  const placed = counters.flatMap(({ counter }) => counter.square ?? []);
  const row = Math.max(0, ...placed.map((square) => square.row)) + 1;
  let column = 0;
  return counters.map(({ counter }) => {
    if (counter.square) return counter.square;
    column += 1;
    return { column, row };
  });
}

function drawCounter({ counter }: PlacedCounter, { column, row }: Square): string {
  const x = cell.gap + (column - 1) * (cell.width + cell.gap);
  const y = cell.gap + (row - 1) * (cell.height + cell.gap);
  const middle = x + cell.width / 2;
  const lines = linesOf(counter.fields.join(', '));
  const text = lines
    .map(
      (line, index) =>
        `<text x="${middle}" y="${y + 78 + index * lineHeight}" font-size="19" fill="#10201c">${escapeHtml(line)}</text>`,
    )
    .join('');
  return (
    `<g data-counter="${counter.number ?? ''}"><rect x="${x}" y="${y}" width="${cell.width}" height="${cell.height}" rx="8" fill="#e3f1ed" stroke="#084a3e" stroke-width="3"/>` +
    `<text x="${middle}" y="${y + 42}" font-size="28" font-weight="700" fill="#063a31">${escapeHtml(counter.name)}</text>${text}</g>`
  );
}

const drawDoor = (middle: number, y: number, word: string): string =>
  `<rect x="${middle - 70}" y="${y - 8}" width="140" height="12" fill="#b54708"/>` +
  `<text x="${middle}" y="${y + 34}" font-size="24" font-weight="700" fill="#7a2e04">${escapeHtml(word)}</text>`;

/** Broken between words; what does not fit ends in three dots, and stands whole in the list beside the plan. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > signsInLine) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1]}…`];
}
