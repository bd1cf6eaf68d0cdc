/** Reads a file of dossiers: JSON lines, or CSV with the same names (`applicant.name`, `steps` as JSON). */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** One row: its value, or that it cannot be read. Line numbers begin at 1. */
export type DossierRow =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly broken: string };

/** @param file ends in `.csv` for CSV; everything else is JSON lines. Reads as it goes: a file may be larger than the memory. */
export const readDossierFile = (file: string): AsyncIterable<DossierRow> =>
  /\.csv$/i.test(file) ? readCsv(file) : readJsonLines(file);

async function* readJsonLines(file: string): AsyncGenerator<DossierRow> {
  let line = 0;
  for await (const text of createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line += 1;
    const plain = text.replace(/^\uFEFF/, '').trim();
    if (plain === '') continue;
    yield readJson(plain, line);
  }
}

function readJson(text: string, line: number): DossierRow {
  try {
    return { line, value: JSON.parse(text) };
  } catch {
    return { line, broken: 'no JSON: the line was cut, or is not written as one object' };
  }
}

async function* readCsv(file: string): AsyncGenerator<DossierRow> {
  const { parse } = await import('csv-parse');
  const parser = createReadStream(file).pipe(
    parse({
      columns: true,
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
    }),
  );
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>)
      yield { line: info.lines, value: fromColumns(record) };
  } catch (error) {
    // What follows an open quote cannot be told apart any more.
    const line = (error as { lines?: number }).lines ?? 0;
    yield { line, broken: 'no CSV from here on: a quote is left open' };
  }
}

interface CsvRecord {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

const lists = new Set(['steps', 'missing', 'onBehalf']);

/** `applicant.name` becomes `{applicant: {name}}`; an empty cell is unknown; lists are JSON in their cell. */
function fromColumns(record: Readonly<Record<string, string>>): Record<string, unknown> {
  const dossier: Record<string, unknown> = {};
  for (const [column, cell] of Object.entries(record)) {
    if (cell === '') continue;
    const [name = '', part] = column.split('.');
    if (part === undefined) dossier[name] = lists.has(name) ? cellList(cell) : cell;
    else dossier[name] = { ...(dossier[name] as object | undefined), [part]: cellValue(column, cell) };
  }
  return dossier;
}

function cellList(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}

const words: Readonly<Record<string, boolean>> = { true: true, false: false };
const figures = new Set(['fee.dong']);
const flags = new Set(['fee.paid', 'result.electronic']);

/** A number or a yes is written as such; another word stays a word, and the form then takes it for unknown. */
function cellValue(column: string, cell: string): unknown {
  if (figures.has(column)) return /^\d+$/.test(cell) ? Number(cell) : cell;
  return flags.has(column) ? (words[cell.toLowerCase()] ?? cell) : cell;
}
