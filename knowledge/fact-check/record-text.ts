/** Everything that a record says, as text and read once: what a statement of ours is looked up in. */
import { contentWords, type Figure, figuresIn, foldText, legalNumbersIn } from '../plain-text.ts';
import type { PortalMethod, PortalRecord } from '../records/portal-record.ts';
import { dayLimitsIn } from './day-limits.ts';

/** A paragraph or a row of a record. */
export interface Passage {
  readonly figures: readonly Figure[];
  readonly words: ReadonlySet<string>;
  /** Neighbouring words, `uy quyen`: folded syllables alone are common, two in a row say something. */
  readonly pairs: ReadonlySet<string>;
}

export interface RecordText {
  /** Steps and conditions, each paragraph with the one before it (its heading). */
  readonly paragraphs: readonly Passage[];
  /** The paragraphs and the rows of every table. */
  readonly passages: readonly Passage[];
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly dayLimits: ReadonlySet<string>;
  readonly legalNumbers: readonly string[];
}

/** A record is read once, however many statements are compared with it; it goes when the record goes. */
const known = new WeakMap<PortalRecord, RecordText>();

export function readRecordText(record: PortalRecord): RecordText {
  const before = known.get(record);
  if (before) return before;
  const paragraphs = [...withHeading(record.steps), ...withHeading(record.conditions)];
  const passages = [...paragraphs, ...rowsOf(record)];
  const text = passages.join('\n');
  const read = {
    paragraphs: paragraphs.map(passage),
    passages: passages.map(passage),
    text,
    figures: figuresIn(text),
    dayLimits: dayLimitsIn(text),
    legalNumbers: legalNumbersIn(text),
  };
  known.set(record, read);
  return read;
}

/** Share of the content words of `says` that stand in the passage; 1 when it has none. */
export function shareIn({ words }: Passage, says: string): number {
  const said = contentWords(says);
  return said.length === 0 ? 1 : said.filter((word) => words.has(word)).length / said.length;
}

/** Share of the pairs of neighbouring words of `says` that stand in the passage; "đã có" and "chưa có" differ in it. */
export function pairsIn({ pairs }: Pick<Passage, 'pairs'>, says: string): number {
  const said = pairsOf(says);
  return said.length === 0 ? 0 : said.filter((pair) => pairs.has(pair)).length / said.length;
}

/** Neighbouring words of a text, folded. */
export function pairsOf(text: string): string[] {
  const words = foldText(text).match(/[\p{L}\d]+/gu) ?? [];
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

/** One row of the ways of filing, its cells and notes. */
export const textOfMethod = (row: PortalMethod): string =>
  [row.channel, row.time, row.timeRaw, row.fee, row.feeNote, row.timeFeeRaw, row.description].filter(Boolean).join(' ');

/** Steps and conditions, one paragraph an entry. */
export const paragraphsOf = (record: PortalRecord): string[] => [
  ...linesOf(record.steps),
  ...linesOf(record.conditions),
];

const passage = (text: string): Passage => ({
  figures: figuresIn(text),
  words: new Set(contentWords(text)),
  pairs: new Set(pairsOf(text)),
});

const linesOf = (text: string | null) => (text ?? '').split(/\n+/).filter((line) => contentWords(line).length > 0);

const withHeading = (text: string | null) =>
  linesOf(text).map((line, index, lines) => `${lines[index - 1] ?? ''} ${line}`);

const rowsOf = (record: PortalRecord): string[] => [
  ...record.methods.map(textOfMethod),
  ...record.documents.map((row) => `${row.group ?? ''} ${row.name} ${row.form ?? ''}`),
  `${record.name} ${record.legalText ?? ''} ${record.legal.map((law) => `${law.number} ${law.title}`).join(' ')}`,
  record.legalNumbers.join(' '),
  record.results.map((row) => row.name).join(' '),
  [record.audience, record.authority, record.performedBy, record.receivedAt].join(' '),
];
