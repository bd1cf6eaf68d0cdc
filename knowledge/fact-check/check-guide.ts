/** Compares a guide with the portal's record it was written from: every figure, paper, form and law, where it belongs. */
import type { Guide } from '../guide.ts';
import { coverage, foldText } from '../plain-text.ts';
import { levelOf, type PortalRecord } from '../records/portal-record.ts';
import { checkCorrections } from './check-corrections.ts';
import { checkFiling } from './check-filing.ts';
import { checkLeftEmpty } from './check-left-empty.ts';
import { checkPapers } from './check-papers.ts';
import { checkSentences } from './check-sentences.ts';
import type { Finding } from './finding.ts';
import { lifts } from './lift.ts';
import { pairsIn, readRecordText } from './record-text.ts';

/**
 * Finds what the record does not bear out.
 *
 * A finding that an entry under `corrections` explains is dropped (`lift.ts` says when).
 */
export function checkGuide(guide: Guide, record: PortalRecord): Finding[] {
  const findings = [
    ...checkHead(guide, record),
    ...checkDecider(guide, record),
    ...checkLaws(guide, record),
    ...checkResults(guide, record),
    ...checkFiling(guide, record),
    ...checkPapers(guide, record),
    ...checkSentences(guide, record),
    ...checkRowsUsed(guide, record),
    ...checkLeftEmpty(guide, record),
    ...checkCorrections(guide, record),
  ];
  return findings.filter((finding) => !guide.corrections.some((correction) => lifts(correction, finding)));
}

function checkHead(guide: Guide, record: PortalRecord): Finding[] {
  const findings: Finding[] = [];
  const expect = (path: string, says: string | null, published: string | null) => {
    if (says !== published) findings.push({ code: guide.code, path, says: String(says), record: String(published) });
  };
  expect('code', guide.code, record.id);
  expect('title', squeeze(guide.title), squeeze(record.name));
  expect('field', guide.field, record.field);
  expect('source.url', guide.source.url, record.url);
  expect('source.decision', guide.source.decision, record.decision);
  expect('levels', [...guide.levels].sort().join(' '), record.levels.map(levelOf).sort().join(' '));
  return findings;
}

/**
 * The laws of a guide are those of its record. A correction of `legalBasis.<published number>` replaces that one number
 * (the portal's lists glue the year of a title to the number after it).
 */
function checkLaws(guide: Guide, record: PortalRecord): Finding[] {
  const published = record.legalNumbers.length > 0 ? record.legalNumbers : record.legal.map((law) => law.number);
  const corrections = guide.corrections.filter((correction) => correction.path.startsWith('legalBasis.'));
  const said = guide.legalBasis.map((law) => law.number);
  const finding = (number: string, says: string, inRecord: string): Finding => ({
    code: guide.code,
    path: `legalBasis.${number}`,
    says,
    record: inRecord,
  });
  return [
    ...said
      .filter((number) => !published.includes(number) && !corrections.some((row) => row.corrected === number))
      .map((number) => finding(number, number, 'not in its legal basis')),
    ...corrections
      .filter((row) => !row.doubtful)
      .map((row) => row.corrected)
      .filter((number) => !number.includes(' ') && !said.includes(number))
      .map((number) => finding(number, '(nothing)', `${number}, by a correction`)),
    ...published.filter((number) => !said.includes(number)).map((number) => finding(number, '(nothing)', number)),
  ];
}

/** Share of the words of `decidedBy` that must stand where the record says who decides. */
const leastOfDecider = 0.6;
/** The same for its pairs of words, in one passage. */
const leastPairs = 0.25;

function checkDecider(guide: Guide, record: PortalRecord): Finding[] {
  const { code, decidedBy } = guide;
  const published = [record.authority, record.performedBy, record.receivedAt].filter(Boolean).join(' ');
  if (decidedBy === null) return [];
  const stands = readRecordText(record).passages.some((passage) => pairsIn(passage, decidedBy) >= leastPairs);
  if (stands && coverage(decidedBy, `${published} ${record.steps ?? ''}`) >= leastOfDecider) return [];
  return [{ code, path: 'decidedBy', says: decidedBy, record: published }];
}

function checkResults(guide: Guide, record: PortalRecord): Finding[] {
  if (guide.results.length < record.results.length) {
    const published = record.results.map(({ name }) => name).join('; ');
    return [{ code: guide.code, path: 'results', says: `${guide.results.length} of them`, record: published }];
  }
  return guide.results.flatMap((result, index) => {
    const known = record.results.some(
      (row) => foldText(row.name).includes(foldText(result.name)) && (result.code === null || row.code === result.code),
    );
    return known
      ? []
      : [
          {
            code: guide.code,
            path: `results.${index}`,
            says: `${result.name} (${result.code})`,
            record: record.results.map((row) => `${row.name} (${row.code})`).join('; ') || 'none',
          },
        ];
  });
}

/** Nothing of the record may be dropped in silence: each row is used or left out with a reason. */
function checkRowsUsed(guide: Guide, record: PortalRecord): Finding[] {
  const used = new Set([
    ...guide.filing.flatMap((row) => row.from),
    ...(guide.papers ?? []).flatMap((paper) => paper.from),
    ...guide.leftOut.flatMap((row) => row.from),
  ]);
  const rows = [
    ...record.methods.map((row, index) => ({ path: `methods.${index}`, text: row.channel })),
    ...record.documents.map((row, index) => ({ path: `documents.${index}`, text: row.name })),
  ];
  return rows
    .filter((row) => !used.has(row.path))
    .map((row) => ({ code: guide.code, path: row.path, says: '(nothing)', record: row.text.slice(0, 120) }));
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
