/** In which case a paper is needed: the case must stand in the paper's own row, or beside it in one paragraph of the steps. */
import type { Paper } from '../guide.ts';
import { coverage, foldText } from '../plain-text.ts';
import type { PortalDocument, PortalRecord } from '../records/portal-record.ts';
import { unknownDayLimits } from './day-limits.ts';
import { pairsIn, readRecordText, shareIn } from './record-text.ts';

/** Share of a case's words that must stand in the row or in one paragraph. */
const leastShared = 0.5;
/** The same for its pairs of words, in one passage anywhere: words alone are met by chance in a long paragraph. */
const leastPairs = 0.25;
/** The same for a row that stands under a heading of its own: there only that heading counts. */
const leastUnderHeading = 0.4;

export function checkPaperCase(paper: Paper, rows: readonly PortalDocument[], record: PortalRecord) {
  const findings: { path: string; says: string; record: string }[] = [];
  const headings = new Set(rows.flatMap((row) => (row.group !== null && namesCase(row.group) ? [row.group] : [])));
  const [heading] = headings;
  const parted = headings.size === 1 && rows.every((row) => row.group === heading) && caseHeadings(record).size > 1;
  if (paper.when === null) {
    if (parted) findings.push({ path: 'when', says: 'null: everybody needs it', record: heading ?? '' });
    return findings;
  }
  const own = coverage(paper.when, rows.map((row) => `${row.group ?? ''} ${row.name} ${row.form ?? ''}`).join(' '));
  const stands = readRecordText(record).passages.some((passage) => pairsIn(passage, paper.when ?? '') >= leastPairs);
  const fits = stands && (parted ? own >= leastUnderHeading : own >= leastShared || standsInSteps(paper.when, record));
  const short = heading ?? rows.map((row) => row.name).join(' ');
  if (!fits) findings.push({ path: 'when', says: paper.when, record: short.slice(0, 160) });
  for (const reason of unknownDayLimits(paper.when, readRecordText(record).dayLimits)) {
    findings.push({ path: 'when', says: paper.when, record: reason });
  }
  return findings;
}

const standsInSteps = (says: string, record: PortalRecord) =>
  readRecordText(record).paragraphs.some((paragraph) => shareIn(paragraph, says) >= leastShared);

const namesCase = (heading: string) => /\b(truong hop|doi voi|theo danh sach)\b/.test(foldText(heading));

const caseHeadings = (record: PortalRecord) =>
  new Set(record.documents.flatMap((row) => (row.group !== null && namesCase(row.group) ? [row.group] : [])));
