/** The sentences of our own in a guide: each figure must stand in the record, in a passage about the same thing. */
import type { Guide } from '../guide.ts';
import { contentWords, coverage, figuresIn, formCodesIn, legalNumbersIn } from '../plain-text.ts';
import type { PortalRecord } from '../records/portal-record.ts';
import { unknownDayLimits } from './day-limits.ts';
import type { Finding } from './finding.ts';
import { textOfRecord } from './record-text.ts';

/** Share of a sentence's words that must stand in the passage its figure comes from. */
const leastShared = 0.35;

export function checkSentences(guide: Guide, record: PortalRecord): Finding[] {
  const passages = passagesOf(record);
  const whole = passages.join('\n');
  const everything = textOfRecord(record);
  const sentences: (readonly [string, string | null])[] = [
    ...guide.steps.map((text, index) => [`steps.${index}`, text] as const),
    ...guide.conditions.map((text, index) => [`conditions.${index}`, text] as const),
    ...guide.mistakes.map((text, index) => [`mistakes.${index}`, text] as const),
    ...guide.tips.map((text, index) => [`tips.${index}`, text] as const),
    ['forWhom', guide.forWhom],
    ['receivedBy', guide.receivedBy],
    ['decidedBy', guide.decidedBy],
    ['collectAt', guide.collectAt],
  ];
  return sentences.flatMap(([path, text]) =>
    text === null
      ? []
      : [
          ...unknownFigures(text, whole).map((record) => ({ code: guide.code, path, says: text, record })),
          ...misplacedFigures(text, passages).map((record) => ({ code: guide.code, path, says: text, record })),
          ...unknownDayLimits(text, everything).map((record) => ({ code: guide.code, path, says: text, record })),
          ...unknownMarks(text, whole).map((record) => ({ code: guide.code, path, says: text, record })),
        ],
  );
}

/** Figures of `text` that `source` does not have with the same unit. */
export function unknownFigures(text: string, source: string): string[] {
  const known = figuresIn(source);
  return figuresIn(text)
    .filter((figure) => !known.some((other) => other.value === figure.value && sameUnit(other.unit, figure.unit)))
    .map((figure) => `no "${figure.value} ${figure.unit ?? ''}" there`);
}

const measured = new Set(['ngay', 'gio', 'phut', 'thang', 'nam', 'tuoi', 'dong', '%', 'tuan', 'm2', 'usd']);

/** Units that measure must be the same; any other next word may differ ("2 người" and "2 (hai) người"). */
const sameUnit = (one: string | null, other: string | null) =>
  one === other || !(measured.has(one ?? '') && measured.has(other ?? ''));

function misplacedFigures(text: string, passages: readonly string[]): string[] {
  return figuresIn(text)
    .filter((figure) => measured.has(figure.unit ?? ''))
    .flatMap((figure) => {
      const holders = passages.filter((passage) =>
        figuresIn(passage).some((other) => other.value === figure.value && other.unit === figure.unit),
      );
      if (holders.length === 0 || holders.some((passage) => coverage(text, passage) >= leastShared)) return [];
      return [`"${figure.value} ${figure.unit}" stands there about something else`];
    });
}

function unknownMarks(text: string, whole: string): string[] {
  const known = legalNumbersIn(whole);
  return [
    ...formCodesIn(text).filter((code) => !whole.includes(code)),
    ...legalNumbersIn(text).filter((number) => !known.includes(number)),
  ].map((mark) => `${mark} is not in the record`);
}

/** The record cut into passages: paragraphs with the one before (its heading), rows of the tables. */
function passagesOf(record: PortalRecord): string[] {
  const paragraphs = (text: string | null) => (text ?? '').split(/\n+/).filter((line) => contentWords(line).length > 0);
  const withHeading = (lines: readonly string[]) => lines.map((line, index) => `${lines[index - 1] ?? ''} ${line}`);
  return [
    ...withHeading(paragraphs(record.steps)),
    ...withHeading(paragraphs(record.conditions)),
    ...record.methods.map((row) =>
      [row.channel, row.time, row.timeRaw, row.fee, row.feeNote, row.description].join(' '),
    ),
    ...record.documents.map((row) => `${row.group ?? ''} ${row.name}`),
    `${record.name} ${record.legalText ?? ''} ${record.legal.map((law) => `${law.number} ${law.title}`).join(' ')}`,
    record.legalNumbers.join(' '),
    record.results.map((row) => row.name).join(' '),
    [record.audience, record.authority, record.performedBy, record.receivedAt].join(' '),
  ];
}
