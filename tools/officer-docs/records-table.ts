/** The table of processing for the impact assessment, made of the records and of the rights that the database really gives. */
import { type ProcessingRecord, processingRecords } from './processing-records.ts';
import { rolesSaid } from './roles-said.ts';

const right = /^(?<role>[a-z_]+): select on (?<table>[a-z_]+)(?: \((?<columns>[^)]*)\))?$/;

/** Who may read which table, from the lines of `bot/store/grants.txt`; of a job that sees some columns alone, that. */
export function readersOf(grants: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>();
  for (const line of grants) {
    const { role = '', table = '', columns } = right.exec(line)?.groups ?? {};
    if (role === '') continue;
    const said = rolesSaid[role];
    if (!said) throw new RangeError(`${role} has no words: add them to tools/officer-docs/roles-said.ts`);
    const some =
      columns === undefined || role === 'app_rt' || role === 'app_officer' ? '' : ` (${columnCount(columns)})`;
    readers.set(table, [...(readers.get(table) ?? []), `${said}${some}`]);
  }
  return readers;
}

/** Where no rows are anybody's own, it is the program that reads. */
const ofNobody = (said: string): string => (said === rolesSaid.app_rt ? 'chương trình khi trả lời' : said);

const columnCount = (columns: string): string => `${columns.split(', ').length} cột`;

/** Every table that any role has any right on. */
export const tablesOf = (grants: readonly string[]): readonly string[] =>
  [...new Set(grants.map((line) => / on (?<table>[a-z_]+)/.exec(line)?.groups?.table ?? ''))].toSorted();

const heads: Readonly<Record<ProcessingRecord['whose'], string>> = {
  citizen: 'Dữ liệu của người dân',
  staff: 'Dữ liệu của cán bộ',
  nobody: 'Không phải dữ liệu của người nào',
};

export function recordsTable(grants: readonly string[]): string {
  const readers = readersOf(grants);
  const line = ({ table, whose, keeps, until }: ProcessingRecord) => {
    const named = (readers.get(table) ?? ['không vai nào']).map((said) =>
      whose === 'citizen' ? said : ofNobody(said),
    );
    return `| \`${table}\` | ${keeps} | ${until} | ${named.join('; ')} |`;
  };
  return (['citizen', 'staff', 'nobody'] as const)
    .map((whose) =>
      [
        `### ${heads[whose]}`,
        '',
        '| bảng | giữ gì, để làm gì | giữ bao lâu | ai đọc được |',
        '|---|---|---|---|',
        ...processingRecords.filter((one) => one.whose === whose).map(line),
      ].join('\n'),
    )
    .join('\n\n');
}
