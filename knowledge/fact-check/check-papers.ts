/** The papers of a guide against the record's documents: name, counts, form, case, figures. */
import type { Guide, Paper } from '../guide.ts';
import { coverage, formCodesIn, legalNumbersIn } from '../plain-text.ts';
import { parseCopies } from '../records/parse-record.ts';
import type { PortalDocument, PortalRecord } from '../records/portal-record.ts';
import { checkPaperCase } from './check-paper-case.ts';
import { unknownFigures } from './check-sentences.ts';
import type { Finding } from './finding.ts';

/** Share of a paper's words that must stand in its row: names carry over, so a low share means another paper. */
const leastNameShared = 0.7;

export function checkPapers(guide: Guide, record: PortalRecord): Finding[] {
  if (guide.papers === null) {
    return record.documents.length === 0 || guide.leftOut.length > 0
      ? []
      : [{ code: guide.code, path: 'papers', says: 'null', record: `${record.documents.length} rows of documents` }];
  }
  return guide.papers.flatMap((paper, index) => {
    const rows = paper.from.map((row) =>
      row.startsWith('documents.') ? record.documents[Number(row.split('.')[1])] : undefined,
    );
    const path = `papers.${index}`;
    if (rows.some((row) => row === undefined)) {
      return [
        { code: guide.code, path: `${path}.from`, says: paper.from.join(' '), record: 'no such row of documents' },
      ];
    }
    return checkPaper(paper, rows as PortalDocument[], record).map((finding) => ({
      code: guide.code,
      ...finding,
      path: `${path}.${finding.path}`,
    }));
  });
}

function checkPaper(paper: Paper, rows: readonly PortalDocument[], record: PortalRecord): Omit<Finding, 'code'>[] {
  const own = rows.map((row) => `${row.group ?? ''} ${row.name} ${row.form ?? ''}`).join(' ');
  const findings: Omit<Finding, 'code'>[] = [];
  const short = own.slice(0, 160);
  if (coverage(paper.name, own) < leastNameShared) findings.push({ path: 'name', says: paper.name, record: short });
  findings.push(...checkCounts(paper, rows));
  const whole = `${own} ${record.steps ?? ''} ${record.conditions ?? ''}`;
  findings.push(...checkPaperCase(paper, rows, record));
  for (const [path, text] of [
    ['name', paper.name],
    ['when', paper.when ?? ''],
    ['note', paper.note ?? ''],
    ['form.name', paper.form?.name ?? ''],
  ] as const) {
    findings.push(
      ...unknownFigures(text, path === 'note' || path === 'when' ? whole : own).map((record) => ({
        path,
        says: text,
        record,
      })),
    );
    findings.push(
      ...unknownMarks(text, whole).map((mark) => ({ path, says: text, record: `${mark} is not in the record` })),
    );
  }
  if (paper.form === null && rows.some((row) => row.form !== null)) {
    findings.push({ path: 'form', says: 'null', record: rows.map((row) => row.form ?? '').join(' ') });
  }
  if (paper.form?.code && !own.includes(paper.form.code)) {
    findings.push({ path: 'form.code', says: paper.form.code, record: short });
  }
  return findings;
}

function checkCounts(paper: Paper, rows: readonly PortalDocument[]): Omit<Finding, 'code'>[] {
  const published = rows.map((row) => parseCopies(row.copies, row.copiesSuspect === true));
  const says = `${paper.originals} / ${paper.copies}`;
  const fits = published.some((row) =>
    row === null
      ? paper.originals === null && paper.copies === null
      : row.originals === paper.originals && row.copies === paper.copies,
  );
  return fits ? [] : [{ path: 'copies', says, record: rows.map((row) => row.copies ?? 'none').join('; ') }];
}

const unknownMarks = (text: string, whole: string): string[] => [
  ...formCodesIn(text).filter((code) => !whole.includes(code)),
  ...legalNumbersIn(text).filter((number) => !legalNumbersIn(whole).includes(number)),
];
