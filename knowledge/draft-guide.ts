/** Makes a first draft of a guide from a portal record: facts filled in, words still the record's. An editor rewrites it. */
import { stringify } from 'yaml';
import { parseCopies, parseFee, parseTime } from './records/parse-record.ts';
import { levelOf, type PortalDocument, type PortalMethod, type PortalRecord, viaOf } from './records/portal-record.ts';

/** YAML text in the shape of a guide; it passes the schema once the editor has filled `plainTitle` and the sentences. */
export function draftGuide(record: PortalRecord, checkedOn: string): string {
  const rows = record.documents.map((row, index) => ({ row, index }));
  const papers = rows.filter(({ row }) => row.note !== true);
  const notes = rows.filter(({ row }) => row.note === true);
  return stringify(
    {
      code: record.id,
      aliases: [],
      title: record.name.replace(/\s+/g, ' ').trim(),
      plainTitle: '',
      field: record.field,
      levels: record.levels.map(levelOf),
      forWhom: record.audience,
      receivedBy: record.receivedAt,
      decidedBy: record.authority ?? record.performedBy,
      collectAt: null,
      filing: record.methods.map(draftFiling),
      papers: papers.map(({ row, index }) => draftPaper(row, index)),
      steps: lines(record.steps),
      conditions: lines(record.conditions),
      results: record.results,
      legalBasis: draftLaws(record),
      online: null,
      mistakes: [],
      tips: [],
      family: null,
      variant: null,
      isDefault: false,
      ways: [],
      corrections: [],
      leftOut: notes.map(({ row, index }) => ({ from: [`documents.${index}`], because: `ghi chú: ${row.name}` })),
      source: { url: record.url, decision: record.decision, edition: editionOf(record) },
      validFrom: null,
      validTo: null,
      checkedOn,
    },
    { lineWidth: 120 },
  );
}

function draftFiling(method: PortalMethod, index: number) {
  const time = parseTime(method.time);
  const dong = parseFee(method.fee);
  const raw = Number(method.timeRaw);
  return {
    via: viaOf(method.channel) ?? 'in-person',
    case: null,
    time: time
      ? { ...time, text: method.time }
      : (method.time ?? method.timeRaw)
        ? { value: raw > 0 ? raw : null, unit: null, text: method.time ?? method.timeRaw }
        : null,
    fee: {
      dong: method.feeContradicted ? null : dong,
      kind: method.feeContradicted || dong === null ? 'unknown' : dong === 0 ? 'free' : 'fixed',
      note: [method.feeNote, method.description].filter(Boolean).join(' | ') || null,
    },
    from: [`methods.${index}`],
  };
}

function draftPaper(row: PortalDocument, index: number) {
  const copies = parseCopies(row.copies, row.copiesSuspect === true);
  return {
    name: row.name,
    originals: copies?.originals ?? null,
    copies: copies?.copies ?? null,
    when: row.group,
    form: row.form ? { code: null, name: row.form, url: null } : null,
    replacedByData: false,
    note: null,
    from: [`documents.${index}`],
  };
}

function draftLaws(record: PortalRecord) {
  const law = (number: string, title: string | null, issuer: string | null) => ({
    number,
    title,
    issuer,
    inForceFrom: null,
    inForceTo: null,
  });
  if (record.legalNumbers.length === 0) return record.legal.map((row) => law(row.number, row.title, row.issuer));
  return record.legalNumbers.map((number) => law(number, null, null));
}

const lines = (text: string | null) =>
  (text ?? '')
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);

const editionOf = (record: PortalRecord) =>
  `${record.url ? 'Cổng Dịch vụ công quốc gia' : 'Bản ghi thủ tục của Bộ Quốc phòng'}, thu thập ${record.crawled}`;
