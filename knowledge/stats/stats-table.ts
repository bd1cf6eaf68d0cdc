/** The counts as a table for a terminal. */
import { counted, type countKnowledge, type FieldCounts } from './count-knowledge.ts';

const headings: Readonly<Record<(typeof counted)[number], string>> = {
  guides: 'guides',
  cards: 'cards',
  papers: 'papers',
  ways: 'ways',
  corrections: 'corrections',
  doubtful: 'doubtful',
  unknownFees: 'fee unknown',
  unknownTimes: 'time unknown',
  stale: 'stale',
};

const widestField = 44;

/** Lines of equal width: names to the left, figures to the right. */
export function statsTable({ fields, total }: ReturnType<typeof countKnowledge>): string {
  const width = Math.min(widestField, Math.max(...[...fields, total].map(({ field }) => field.length)));
  const line = (first: string, cells: readonly string[]) => [first.slice(0, width).padEnd(width), ...cells].join('  ');
  const row = (counts: FieldCounts) =>
    line(
      counts.field.normalize('NFC'),
      counted.map((name) => String(counts[name]).padStart(headings[name].length)),
    );
  return [
    line(
      'field',
      counted.map((name) => headings[name]),
    ),
    ...fields.map(row),
    row(total),
  ].join('\n');
}
