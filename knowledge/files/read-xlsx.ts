/** Reads an Excel file through exceljs: each worksheet is a table. Formulas give the result that was saved, and are never run. */
import { Readable } from 'node:stream';
import exceljs, { type Cell, type CellValue, type Row } from 'exceljs';
import { ContentError } from './file-error.ts';
import type { OfficePart, RawContent } from './office-file.ts';
import { readXmlTitle } from './read-xml-title.ts';
import { cleanCell } from './text-lines.ts';

/** From this unpacked size on, rows are read one by one: the whole workbook would take ten times as much memory. */
const streamFrom = 40_000_000;
const mostColumns = 256;
const mostRows = 300_000;

/** @param unpacked bytes of the package unpacked. @throws {ContentError} when it is no readable workbook. */
export async function readXlsx(bytes: Buffer, unpacked: number): Promise<RawContent> {
  const warnings = new Set<string>();
  const parts = await (unpacked < streamFrom ? readWhole(bytes, warnings) : readRows(bytes, warnings)).catch(
    (cause: unknown) => {
      throw new ContentError('file-corrupted', null, { cause });
    },
  );
  return { title: await readXmlTitle(bytes), parts, warnings: [...warnings] };
}

async function readWhole(bytes: Buffer, warnings: Set<string>): Promise<OfficePart[]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer, {
    ignoreNodes: ['dataValidations', 'conditionalFormatting', 'drawing', 'picture', 'extLst'],
  });
  return workbook.worksheets.flatMap((sheet) => {
    if (sheet.state !== 'visible') {
      warnings.add(`Trang tính ẩn «${sheet.name}» không được đọc.`);
      return [];
    }
    const rows: string[][] = [];
    sheet.eachRow((row) => keepRow(rows, row, warnings));
    return tableOf(sheet.name, rows);
  });
}

async function readRows(bytes: Buffer, warnings: Set<string>): Promise<OfficePart[]> {
  const parts: OfficePart[] = [];
  const reader = new exceljs.stream.xlsx.WorkbookReader(Readable.from(bytes), {
    sharedStrings: 'cache',
    styles: 'cache',
  });
  for await (const sheet of reader) {
    const rows: string[][] = [];
    for await (const row of sheet) keepRow(rows, row, warnings);
    parts.push(...tableOf('name' in sheet && typeof sheet.name === 'string' ? sheet.name : null, rows));
  }
  return parts;
}

const tableOf = (name: string | null, rows: readonly (readonly string[])[]): OfficePart[] =>
  rows.length > 0 ? [{ kind: 'table', name, rows }] : [];

function keepRow(rows: string[][], row: Row, warnings: Set<string>): void {
  if (rows.length >= mostRows) return void warnings.add(`Chỉ đọc ${mostRows} dòng đầu của mỗi trang tính.`);
  const cells: string[] = [];
  row.eachCell((cell, column) => {
    if (column > mostColumns) return void warnings.add(`Chỉ đọc ${mostColumns} cột đầu của mỗi trang tính.`);
    while (cells.length < column - 1) cells.push('');
    cells[column - 1] = textOfCell(cell);
  });
  if (cells.some((cell) => cell !== '')) rows.push(cells);
}

/** A cell merged downwards repeats what stands at its top; one merged sideways is said once. */
function textOfCell(cell: Cell): string {
  const master = 'master' in cell && cell.isMerged ? cell.master : cell;
  return master.fullAddress?.col === cell.fullAddress?.col || master === cell ? cleanCell(textOf(master.value)) : '';
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dayOf(value);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return typeof value.text === 'string' ? value.text : textOf(value.text as CellValue);
  if ('result' in value) return textOf(value.result as CellValue);
  return '';
}

/** Excel's days have no zone: 01/01/2026, with the time where one is kept. */
function dayOf(day: Date): string {
  if (Number.isNaN(day.getTime())) return '';
  const [date = '', time = ''] = day.toISOString().split('T');
  const clock = time.slice(0, 5);
  return `${date.split('-').reverse().join('/')}${clock === '00:00' ? '' : ` ${clock}`}`;
}
