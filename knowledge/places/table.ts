/** Tables as tab-separated text: the first line names the columns. */

export class PlaceTableError extends Error {
  readonly code = 'place-table';
}

/** Writes rows in the order of `columns`. White space inside a value becomes one space. */
export function writeTable<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): string {
  const clean = (value: string) => value.normalize('NFC').replace(/\s+/g, ' ').trim();
  const lines = rows.map((row) => columns.map((column) => clean(row[column])).join('\t'));
  return `${[columns.join('\t'), ...lines].join('\n')}\n`;
}

/** @throws {PlaceTableError} when the columns are not these, or a line has another number of values. */
export function readTable<Column extends string>(
  name: string,
  text: string,
  columns: readonly Column[],
): readonly Readonly<Record<Column, string>>[] {
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/);
  if (head !== columns.join('\t')) {
    throw new PlaceTableError(`${name}: the columns must be ${columns.join(', ')}; import the places again`);
  }
  return lines.map((line, index) => {
    const values = line.split('\t');
    if (values.length !== columns.length) {
      throw new PlaceTableError(
        `${name}:${index + 2}: ${values.length} values where ${columns.length} are needed; import the places again`,
      );
    }
    return Object.fromEntries(columns.map((column, at) => [column, values[at] ?? ''])) as Record<Column, string>;
  });
}

/** The columns of each table, by the name of its file. */
export const tableColumns = {
  /** `from`: old provinces as `code kind+name`, parted by `|`. */
  provinces: ['code', 'kind', 'name', 'from'],
  /** `from`: codes of old communes, `*` after one of which this unit took a part only. */
  communes: ['code', 'kind', 'name', 'province', 'decree', 'decreedOn', 'seat', 'from'],
  'old-districts': ['code', 'kind', 'name', 'province'],
  /** `now`: codes of new communes. */
  'old-communes': ['code', 'kind', 'name', 'district', 'now'],
  'changes-2026': ['code', 'level', 'from', 'to', 'year', 'source'],
} as const;
export type TableName = keyof typeof tableColumns;
