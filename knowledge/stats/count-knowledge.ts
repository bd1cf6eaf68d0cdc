/** Counts what the knowledge holds and what it does not know, by field (lĩnh vực). */
import { daysBetween } from '../day.ts';
import { daysUntilStale } from '../lint/lint-dates.ts';
import type { Knowledge } from '../load-knowledge.ts';

export interface FieldCounts {
  readonly field: string;
  readonly guides: number;
  readonly cards: number;
  readonly papers: number;
  readonly ways: number;
  readonly corrections: number;
  /** Corrections that somebody should still ask about. */
  readonly doubtful: number;
  /** Ways of filing whose fee is not published. */
  readonly unknownFees: number;
  /** Ways of filing with no time limit, or one whose unit the record lost. */
  readonly unknownTimes: number;
  /** Guides and cards not checked for more than 180 days. */
  readonly stale: number;
}

/** The columns in order, `field` apart. */
export const counted = [
  'guides',
  'cards',
  'papers',
  'ways',
  'corrections',
  'doubtful',
  'unknownFees',
  'unknownTimes',
  'stale',
] as const satisfies readonly (keyof FieldCounts)[];

/** One row a field, most guides first, and the sum of all. @param today `2026-11-21`. */
export function countKnowledge(
  { guides, cards }: Pick<Knowledge, 'guides' | 'cards'>,
  today: string,
): { readonly fields: readonly FieldCounts[]; readonly total: FieldCounts } {
  const names = [...new Set([...guides, ...cards].map(({ field }) => field))];
  const fields = names.map((field) =>
    countField(
      field,
      { guides: guides.filter((guide) => guide.field === field), cards: cards.filter((card) => card.field === field) },
      today,
    ),
  );
  fields.sort((a, b) => b.guides - a.guides || b.cards - a.cards || a.field.localeCompare(b.field, 'vi'));
  return { fields, total: countField('total', { guides, cards }, today) };
}

function countField(field: string, { guides, cards }: Pick<Knowledge, 'guides' | 'cards'>, today: string): FieldCounts {
  const filing = guides.flatMap((guide) => guide.filing);
  const corrections = guides.flatMap((guide) => guide.corrections);
  const entries = [...guides, ...cards];
  return {
    field,
    guides: guides.length,
    cards: cards.length,
    papers: guides.reduce((sum, guide) => sum + (guide.papers?.length ?? 0), 0),
    ways: entries.reduce((sum, entry) => sum + entry.ways.length, 0),
    corrections: corrections.length,
    doubtful: corrections.filter((row) => row.doubtful).length,
    unknownFees: filing.filter((row) => row.fee.kind === 'unknown').length,
    unknownTimes: filing.filter((row) => row.time === null || row.time.value === null || row.time.unit === null).length,
    stale: entries.filter((entry) => daysBetween(entry.checkedOn, today) > daysUntilStale).length,
  };
}
