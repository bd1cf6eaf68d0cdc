/** The five criteria as a table for a terminal. */
import { type Criteria, criteria, type Share } from './five-criteria.ts';

const headings = { right: 'đúng', complete: 'đủ', clean: 'sạch', alive: 'sống', shareable: 'chia sẻ được' } as const;
const widestName = 44;
const cellWidth = 16;

/** Lines of equal width; a criterion about which nothing can be said is a dash. */
export function criteriaTable(rows: readonly Criteria[]): string {
  const width = Math.min(widestName, Math.max(0, ...rows.map(({ name }) => name.length)));
  const line = (name: string, cells: readonly string[]) =>
    [name.normalize('NFC').slice(0, width).padEnd(width), ...cells.map((cell) => cell.padStart(cellWidth))].join('  ');
  return [
    line(
      '',
      criteria.map((name) => headings[name]),
    ),
    ...rows.map((row) =>
      line(
        row.name,
        criteria.map((name) => shareText(row[name])),
      ),
    ),
  ].join('\n');
}

/** `92.1 % (117/127)`, `–` where there is nothing to count. */
export const shareText = ({ have, of }: Share): string =>
  of === 0 ? '–' : `${((have / of) * 100).toFixed(1)} % (${have}/${of})`;
