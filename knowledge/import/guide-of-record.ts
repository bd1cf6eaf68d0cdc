/** Makes a guide of a portal record by rules alone: what the record does not say plainly is unknown, nothing is guessed. */
import type { Guide } from '../guide.ts';
import { levelOf, type PortalRecord, viaOf } from '../records/portal-record.ts';
import { filingOf } from './filing-of.ts';
import { papersOf } from './papers-of.ts';
import { mendResults } from './results-of.ts';
import { officeOf, sentencesOf } from './sentences-of.ts';

/** A guide without ways of asking. @param record as `cleanRecord` gives it. */
export function guideOfRecord(record: PortalRecord): Guide {
  const title = squeeze(record.name);
  const { papers, leftOut } = papersOf(record);
  const { results, corrections } = mendResults(record);
  return {
    code: record.id,
    aliases: [],
    title,
    plainTitle: plainTitleOf(title),
    field: record.field ?? 'Chưa rõ lĩnh vực',
    levels: [...new Set(record.levels.map(levelOf))],
    forWhom: record.audience ? `Dành cho: ${record.audience}` : null,
    receivedBy: officeOf(record.receivedAt),
    decidedBy: officeOf(record.authority ?? record.performedBy),
    collectAt: null,
    filing: filingOf(record),
    papers,
    steps: sentencesOf(record.steps),
    conditions: sentencesOf(record.conditions),
    results,
    legalBasis: lawsOf(record),
    online: null,
    mistakes: [],
    tips: [],
    family: null,
    variant: null,
    isDefault: false,
    ways: [],
    corrections,
    leftOut: [...leftOut, ...unknownWays(record)],
    source: { url: urlOf(record.url), decision: record.decision || null, edition: editionOf(record) },
    validFrom: null,
    validTo: null,
    checkedOn: crawlDay(record.crawled),
    origin: 'imported',
  };
}

/** As published, without what every title of the portal begins or ends with. */
export function plainTitleOf(title: string): string {
  const plain = title
    .replace(/^thủ tục\s*:?\s+/iu, '')
    .replace(/\s*\((?:được )?thực hiện tại [^()]*\)/giu, '')
    .replace(/[\s.;,]+$/u, '');
  return plain === '' ? title : plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** The first day of the month of the crawl: never later than the portal was really looked at. */
export const crawlDay = (crawled: string | null): string => {
  const day = /^(\d{4}-\d{2})(-\d{2})?$/.exec(crawled ?? '');
  return day ? `${day[1]}${day[2] ?? '-01'}` : '1970-01-01';
};

/** Ends the edition of a guide that no person has rewritten. */
export const unedited = ' (bản nhập nguyên văn, chưa biên tập)';

const editionOf = ({ url, crawled, agencyGroup }: PortalRecord) => {
  const from =
    url || agencyGroup !== 'bo-quoc-phong' ? 'Cổng Dịch vụ công quốc gia' : 'Bản ghi thủ tục của Bộ Quốc phòng';
  return `${from}, thu thập ${crawled ?? 'chưa rõ ngày'}${unedited}`;
};

const urlOf = (url: string | null) => (url !== null && /^https?:\/\//.test(url) && URL.canParse(url) ? url : null);

function lawsOf({ legal, legalNumbers }: PortalRecord): Guide['legalBasis'] {
  const inForce = { inForceFrom: null, inForceTo: null };
  if (legalNumbers.length > 0)
    return [...new Set(legalNumbers)].map((number) => ({ number, title: null, issuer: null, ...inForce }));
  return legal
    .filter(({ number }) => number !== '')
    .map(({ number, title, issuer }) => ({ number, title: title || null, issuer: issuer || null, ...inForce }));
}

const unknownWays = ({ methods }: PortalRecord): Guide['leftOut'] =>
  methods.flatMap(({ channel }, index) =>
    viaOf(channel) === null
      ? [{ from: [`methods.${index}`], because: `Cách nộp không đọc được: ${channel || '(trống)'}` }]
      : [],
  );

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
