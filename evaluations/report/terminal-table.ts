/** The figures as a plain table of aligned columns. */
import type { Measure } from '../score/summarise.ts';
import { reaches, thresholdOf } from '../thresholds.ts';
import { bound, interval, percent } from './wording.ts';

const heads = ['set', 'measure', 'value', '95 % interval', 'of', 'must be', ''];

/** `groups`: with a row for each style, kind or transform. Rows with a missed threshold end in MISSED. */
export function terminalTable(measures: readonly Measure[], { groups }: { readonly groups: boolean }): string {
  const rows = measures.filter(({ group, set }) => groups || group === null || set === 'transforms').map(cellsOf);
  const widths = heads.map((head, column) =>
    Math.max(...[heads, ...rows].map((row) => [...(row[column] ?? head)].length)),
  );
  const rightAligned = new Set([2, 3, 4, 5]);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length));
        return rightAligned.has(column) ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function cellsOf(measure: Measure): string[] {
  const threshold = thresholdOf(measure);
  const verdict = threshold === null ? '' : reaches(measure, threshold) ? 'ok' : 'MISSED';
  return [
    `${measure.origin} ${measure.set}`,
    measure.group === null ? measure.label : `  ${measure.group}: ${measure.label}`,
    percent(measure.value),
    interval(measure),
    `${measure.hits}/${measure.of}`,
    threshold === null ? '' : bound(threshold),
    verdict,
  ];
}
