/** Reads a ministry's list of procedures (danh mục thủ tục hành chính, `.xlsx`): code, name, field, decision. */
import { basename } from 'node:path';
import { readOfficeFile, type Table } from '../files/index.ts';
import { foldText } from '../plain-text.ts';
import { cleanText } from './clean-record.ts';
import type { Listed } from './draft.ts';
import { type Found, refused } from './found.ts';

type Column = 'code' | 'name' | 'field' | 'decision' | 'issuer';

const heads: Readonly<Record<Column, RegExp>> = {
  code: /^ma( so)?( ho so)?( thu tuc( hanh chinh)?| tthc)?$|^ma (thu tuc|tthc|so)\b/,
  name: /^ten (thu tuc|tthc)/,
  field: /^(ten )?linh vuc/,
  decision: /quyet dinh (cong bo|ban hanh)|^so quyet dinh|^quyet dinh$/,
  issuer: /co quan (cong bo|ban hanh)|^bo,? nganh|^don vi ban hanh/,
};

/** Rows that may stand over the head. */
const headWithin = 30;

export async function* readProcedureList(file: string): AsyncGenerator<Found> {
  const { parts } = await readOfficeFile(file);
  let sheets = 0;
  for (const part of parts) {
    if (part.kind !== 'table') continue;
    const head = findHead(part.rows);
    if (!head) continue;
    sheets += 1;
    yield* rowsOf(part.rows, head, `${basename(file)}${part.name ? ` ${part.name}` : ''}`);
  }
  if (sheets === 0)
    yield refused(
      basename(file),
      'no sheet has a row of heads with "Mã thủ tục" and "Tên thủ tục": is it a list of procedures?',
    );
}

interface Head {
  readonly row: number;
  readonly columns: ReadonlyMap<Column, number>;
}

function findHead(rows: Table): Head | null {
  for (const [row, cells] of rows.slice(0, headWithin).entries()) {
    const columns = new Map<Column, number>();
    for (const [at, cell] of cells.entries()) {
      const column = (Object.keys(heads) as Column[]).find((one) => heads[one].test(foldText(cell)));
      if (column && !columns.has(column)) columns.set(column, at);
    }
    if (columns.has('code') && columns.has('name')) return { row, columns };
  }
  return null;
}

function* rowsOf(rows: Table, { row: headRow, columns }: Head, where: string): Generator<Found> {
  let heading: string | null = null;
  for (const [index, cells] of rows.entries()) {
    if (index <= headRow) continue;
    const cell = (column: Column) => cleanText(cells[columns.get(column) ?? -1] ?? '');
    const [code, name, place] = [codeOf(cell('code')), cell('name').replace(/\n/g, ' '), `${where}:${index + 1}`];
    const filled = new Set(cells.filter((text) => /\p{L}/u.test(text)));
    if (code && name !== '') {
      const listed: Listed = {
        code,
        name,
        field: cell('field') || heading,
        issuer: cell('issuer') || null,
        decision: cell('decision') || null,
        from: place,
      };
      yield { kind: 'listed', where: place, listed };
    } else if (filled.size === 1) heading = fieldIn([...filled][0] ?? '') ?? heading;
    else if (filled.size > 1)
      yield refused(place, code ? `${code} has no name` : `"${cell('code').slice(0, 40)}" is no code such as 1.001193`);
  }
}

/** A row of one cell names the field of the rows below it. */
const fieldIn = (text: string): string | null =>
  /lĩnh vực\s*:?\s*(.+)/iu.exec(text.normalize('NFC'))?.[1]?.trim().replace(/[.:]$/, '') ?? null;

/** A local code has the office behind it (`1.001193.000.00.00.H38`); a cell of numbers has lost its last zeros. */
function codeOf(cell: string): string | null {
  const whole = /^(\d\.\d{6})(?:\.|$)/.exec(cell)?.[1];
  if (whole) return whole;
  return /^\d\.\d{3,5}$/.test(cell) ? cell.padEnd('1.001193'.length, '0') : null;
}
