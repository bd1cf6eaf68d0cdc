/** What a run did, for a terminal: by door, or by kind. */
import type { Door } from './case.ts';
import { faults, type Outcome } from './judge.ts';
import type { Tally } from './run-cases.ts';

type Row = Readonly<Record<Outcome, number>>;
const columns = ['allowed', 'refused', 'limited', ...faults] as const;

const sumOf = (rows: readonly Row[]): Row =>
  Object.fromEntries(columns.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)])) as Row;

export const rowOfDoor = ({ counts }: Pick<Tally, 'counts'>, door: Door): Row =>
  sumOf([...(counts.get(door)?.values() ?? [])]);

const line = (name: string, row: Row): string =>
  name.padEnd(46) + columns.map((column) => String(row[column]).padStart(10)).join('');

/** @param byKind a line for each kind of action too. */
export function tableOf(tally: Tally, byKind = false): string {
  const head = ''.padEnd(46) + columns.map((column) => column.padStart(10)).join('');
  const lines = [...tally.counts].flatMap(([door, kinds]) => {
    const rows = [...kinds].map(([name, row]) => line(`  ${name}`.slice(0, 45), row));
    return [`${line(door, rowOfDoor(tally, door))}   own shown ${tally.shown.get(door) ?? 0}`, ...(byKind ? rows : [])];
  });
  const all = line('all', sumOf([...tally.counts.keys()].map((door) => rowOfDoor(tally, door))));
  return [head, ...lines, all].join('\n');
}

export const countOf = (tally: Tally, outcome: Outcome): number =>
  [...tally.counts.keys()].reduce((sum, door) => sum + rowOfDoor(tally, door)[outcome], 0);
