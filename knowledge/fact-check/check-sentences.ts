/** The sentences of our own in a guide: each figure must stand in the record, in a passage about the same thing. */
import type { Guide } from '../guide.ts';
import { type Figure, figuresIn, formCodesIn, legalNumbersIn } from '../plain-text.ts';
import type { PortalRecord } from '../records/portal-record.ts';
import { unknownDayLimits } from './day-limits.ts';
import type { Finding } from './finding.ts';
import { type Passage, type RecordText, readRecordText, shareIn } from './record-text.ts';

/** Share of a sentence's words that must stand in the passage its figure comes from. */
const leastShared = 0.35;

/** Steps, conditions, mistakes, tips and offices: figures, days, laws and forms of each sentence. */
export function checkSentences(guide: Guide, record: PortalRecord): Finding[] {
  const read = readRecordText(record);
  return sentencesOf(guide).flatMap(([path, text]) =>
    text === null
      ? []
      : [
          ...missingFigures(figuresIn(text), read.figures),
          ...misplacedFigures(text, read.passages),
          ...unknownDayLimits(text, read.dayLimits),
          ...unknownMarks(text, read),
        ].map((reason) => ({ code: guide.code, path, says: text, record: reason })),
  );
}

const sentencesOf = (guide: Guide): (readonly [string, string | null])[] => [
  ...guide.steps.map((text, index) => [`steps.${index}`, text] as const),
  ...guide.conditions.map((text, index) => [`conditions.${index}`, text] as const),
  ...guide.mistakes.map((text, index) => [`mistakes.${index}`, text] as const),
  ...guide.tips.map((text, index) => [`tips.${index}`, text] as const),
  ['forWhom', guide.forWhom],
  ['receivedBy', guide.receivedBy],
  ['decidedBy', guide.decidedBy],
  ['collectAt', guide.collectAt],
];

/** Figures of `text` that `source` does not have with the same unit. */
export function unknownFigures(text: string, source: string): string[] {
  const said = figuresIn(text);
  return said.length === 0 ? [] : missingFigures(said, figuresIn(source));
}

/** Those of `said` that are not `known` with the same unit, each as a reason. */
export const missingFigures = (said: readonly Figure[], known: readonly Figure[]): string[] =>
  said
    .filter((figure) => !known.some((other) => other.value === figure.value && sameUnit(other.unit, figure.unit)))
    .map((figure) => `no "${figure.value} ${figure.unit ?? ''}" there`);

const measured = new Set(['ngay', 'gio', 'phut', 'thang', 'nam', 'tuoi', 'dong', '%', 'tuan', 'm2', 'usd']);

/** Units that measure must be the same; any other next word may differ ("2 người" and "2 (hai) người"). */
const sameUnit = (one: string | null, other: string | null) =>
  one === other || !(measured.has(one ?? '') && measured.has(other ?? ''));

function misplacedFigures(text: string, passages: readonly Passage[]): string[] {
  return figuresIn(text)
    .filter((figure) => measured.has(figure.unit ?? ''))
    .flatMap((figure) => {
      const holders = passages.filter(({ figures }) =>
        figures.some((other) => other.value === figure.value && other.unit === figure.unit),
      );
      if (holders.length === 0 || holders.some((passage) => shareIn(passage, text) >= leastShared)) return [];
      return [`"${figure.value} ${figure.unit}" stands there about something else`];
    });
}

const unknownMarks = (text: string, { text: whole, legalNumbers }: RecordText): string[] =>
  [
    ...formCodesIn(text).filter((code) => !whole.includes(code)),
    ...legalNumbersIn(text).filter((number) => !legalNumbers.includes(number)),
  ].map((mark) => `${mark} is not in the record`);
