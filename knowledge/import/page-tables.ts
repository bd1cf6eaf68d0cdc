/** The tables of the portal's page: ways of filing, papers, laws. Columns are known by their heads. */
import type { Table } from '../files/index.ts';
import { foldText } from '../plain-text.ts';
import { parseCopies } from '../records/parse-record.ts';
import type { PortalRecord } from '../records/portal-record.ts';
import type { SectionPart } from './page-sections.ts';

type Row = (head: RegExp) => string;

/** Rows under the heads, each cell asked for by its head; [] for a table of another kind. */
function rowsBy(table: Table, needed: RegExp): Row[] {
  const at = table.findIndex((cells) => cells.some((cell) => needed.test(foldText(cell))));
  if (at < 0) return [];
  const heads = (table[at] ?? []).map(foldText);
  return table.slice(at + 1).map((cells) => (head) => {
    const column = heads.findIndex((text) => head.test(text));
    return column < 0 ? '' : (cells[column] ?? '').trim();
  });
}

const tablesIn = (parts: readonly SectionPart[]) => parts.flatMap((part) => (part.kind === 'table' ? [part.rows] : []));

export function methodsIn(parts: readonly SectionPart[]): PortalRecord['methods'] {
  return tablesIn(parts)
    .flatMap((table) => rowsBy(table, /hinh thuc nop|hinh thuc/))
    .filter((cell) => cell(/hinh thuc/) !== '')
    .map((cell) => ({
      channel: cell(/hinh thuc/),
      time: cell(/thoi (han|gian)/) || null,
      fee: cell(/phi/) || null,
      description: cell(/mo ta/) || null,
      feeNote: null,
      timeRaw: null,
      timeFeeRaw: null,
    }));
}

/** A line over a table names the case that its papers are for. */
export function documentsIn(parts: readonly SectionPart[]): PortalRecord['documents'] {
  let group: string | null = null;
  return parts.flatMap((part) => {
    if (part.kind === 'text') {
      group = part.text;
      return [];
    }
    return rowsBy(part.rows, /ten (giay to|thanh phan)|giay to/)
      .filter((cell) => cell(/ten|giay to/) !== '')
      .map((cell) => paperIn(cell, group));
  });
}

function paperIn(cell: Row, group: string | null): PortalRecord['documents'][number] {
  const copies = cell(/so luong/).replace(/\n/g, '; ') || null;
  const counts = parseCopies(copies);
  return {
    name: cell(/ten|giay to/).replace(/\n/g, ' '),
    form: cell(/mau/) || null,
    copies,
    group,
    note: counts?.originals === 0 && counts.copies === 0,
  };
}

export const lawsIn = (parts: readonly SectionPart[]): PortalRecord['legal'] =>
  tablesIn(parts)
    .flatMap((table) => rowsBy(table, /so ky hieu|so, ky hieu/))
    .filter((cell) => cell(/ky hieu/) !== '')
    .map((cell) => ({
      number: cell(/ky hieu/),
      title: cell(/trich yeu/) || null,
      date: cell(/ngay/) || null,
      issuer: cell(/co quan/) || null,
    }));
