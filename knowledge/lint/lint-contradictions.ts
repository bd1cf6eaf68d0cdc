/** A guide must not contradict itself: a fee that is free and is not, limits that differ by the way of filing alone. */
import { dayLimitsIn } from '../fact-check/day-limits.ts';
import type { Filing, Guide } from '../guide.ts';
import { figuresIn, foldText } from '../plain-text.ts';
import type { LintNote } from './lint-note.ts';

type Found = readonly [path: string, says: string];

export function lintContradictions(guides: readonly Guide[]): LintNote[] {
  return guides.flatMap((guide) =>
    [
      ...guide.filing.flatMap((row, index) => [...fee(row, index), ...limit(row, index)]),
      ...ways(guide),
      ...online(guide),
    ].map(([path, says]): LintNote => ({ grade: 'error', code: guide.code, path, says })),
  );
}

/** A fee beside these is for something else: a copy, a second card, a courier. */
const another = /ban sao|xin them|cap them|trich luc|buu chinh|buu dien|chuyen phat|lam lai|khong mat|mien/;

function fee({ fee: { kind, dong, note } }: Filing, index: number): Found[] {
  const path = `filing.${index}.fee`;
  const folded = foldText(note ?? '');
  const amounts = figuresIn(note ?? '').filter(({ unit }) => unit === 'dong');
  if (kind === 'free' && dong !== 0) return [[path, `free, yet dong is ${dong}`]];
  if (kind === 'free' && /hoi dong nhan dan|hdnd/.test(folded))
    return [[path, 'free, yet the note says that the province sets it']];
  if (kind === 'free' && amounts.length > 0 && !another.test(folded))
    return [[path, `free, yet the note names ${amounts[0]?.value} đồng`]];
  if ((kind === 'fixed' || kind === 'from-to') && dong === null) return [[path, `${kind}, yet no amount`]];
  if ((kind === 'unknown' || kind === 'by-province') && dong !== null) return [[path, `${kind}, yet an amount`]];
  return [];
}

/** What is shown (`text`) and what is reckoned with (`value`, `unit`) must be one limit. */
function limit({ time }: Filing, index: number): Found[] {
  if (!time || time.value === null || time.unit === null || time.unit === 'hour') return [];
  const said = dayLimitsIn(time.text);
  const meant = `${time.value} ${time.unit}`;
  return said.size === 0 || said.has(meant)
    ? []
    : [[`filing.${index}.time`, `${meant}, yet the text says ${[...said].join(', ')}`]];
}

/** One case filed in two ways takes one time, unless a row says why (its case, its text, a correction). */
function ways({ filing, corrections }: Guide): Found[] {
  const rows = filing.map((row, index) => ({ row, index })).filter(({ row }) => row.time?.value != null);
  return rows.flatMap(({ row, index }) => {
    const rival = rows.find(
      (other) => other.index < index && other.row.case === row.case && limitOf(other.row) !== limitOf(row),
    );
    const path = `filing.${index}.time`;
    if (!rival || corrections.some((correction) => correction.path === path) || hasReason(row) || hasReason(rival.row))
      return [];
    return [
      [
        path,
        `${limitOf(row)}, yet ${limitOf(rival.row)} by ${rival.row.via} in the same case: name the case or the reason`,
      ],
    ];
  });
}

const limitOf = ({ time }: Filing) => `${time?.value} ${time?.unit}`;
/** More words than a bare limit: the text itself tells why. */
const hasReason = ({ time }: Filing) =>
  foldText(time?.text ?? '')
    .replace(/\d+|ngay|lam viec|gio|trong|khong qua/g, '')
    .trim().length > 12;

function online({ online: said, filing }: Guide): Found[] {
  const offered = filing.some(({ via }) => via === 'online');
  if (said === 'none' && offered) return [['online', 'none, yet there is a way of filing online']];
  // "Một phần" may be no more than filling in the form at home: full is a way of filing.
  if (said === 'full' && !offered && filing.length > 0) return [['online', 'full, yet no way of filing online']];
  return [];
}
