/** What was measured, as tables. */
import type { DoorCost } from './measure-door.ts';
import type { RestCost } from './measure-rest.ts';
import type { SeenPlan } from './read-plans.ts';
import { type Share, sumProfile } from './sum-profile.ts';

const rows: readonly (readonly [string, (cost: DoorCost) => string])[] = [
  ['turns measured', ({ turns }) => String(turns)],
  ['statements', ({ statements }) => statements.toFixed(1)],
  ['round trips to the database', ({ roundTrips }) => roundTrips.toFixed(1)],
  ['transactions committed', ({ commits }) => commits.toFixed(1)],
  ['fsyncs of the log', ({ fsyncs }) => fsyncs.toFixed(1)],
  ['log written, KB', ({ walKb }) => walKb.toFixed(1)],
  ['CPU of the program, ms', ({ serverMs }) => serverMs.toFixed(2)],
  ['CPU of PostgreSQL, ms', ({ databaseMs }) => databaseMs.toFixed(2)],
  ['CPU of both, ms', ({ serverMs, databaseMs }) => (serverMs + databaseMs).toFixed(2)],
  ['bytes to the citizen', ({ bytesOut }) => bytesOut.toFixed(0)],
  ['event-loop delay p99 / most, ms', ({ loopDelayMs: { p99, most } }) => `${p99.toFixed(0)} / ${most.toFixed(0)}`],
];

export function costTable(costs: readonly DoorCost[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(['a turn', ...costs.map(({ door }) => door)]),
    line(['---', ...costs.map(() => '--:')]),
    ...rows.map(([name, read]) => line([name, ...costs.map(read)])),
  ].join('\n');
}

const fewest = 0.02;

export const statementList = ({ door, texts }: DoorCost): string =>
  [
    `Statements of a turn over ${door}:`,
    ...texts
      .filter(([, perTurn]) => perTurn >= fewest)
      .map(([text, perTurn]) => `${perTurn.toFixed(2).padStart(7)}  ${text.replace(/\s+/g, ' ').slice(0, 170)}`),
  ].join('\n');

export function profileTable({ door, profile }: DoorCost): string {
  if (!profile) return '';
  const { self, within, places } = sumProfile(profile);
  const list = (title: string, shares: readonly Share[], most: number) => [
    `CPU of a turn over ${door}, ${title}:`,
    ...shares.slice(0, most).map(({ name, share }) => `${(share * 100).toFixed(1).padStart(6)} %  ${name}`),
  ];
  return [
    ...list('by place', places, 25),
    ...list('functions of ours with what they call', within, 45),
    ...list('functions by themselves', self, 30),
  ].join('\n');
}

export const restTable = (empty: RestCost, full: RestCost): string =>
  [
    '| a minute of rest | empty store | full store |',
    '| --- | --: | --: |',
    `| statements | ${empty.statements.toFixed(0)} | ${full.statements.toFixed(0)} |`,
    `| round trips to the database | ${empty.roundTrips.toFixed(0)} | ${full.roundTrips.toFixed(0)} |`,
    `| CPU of the program, ms | ${empty.serverMs.toFixed(0)} | ${full.serverMs.toFixed(0)} |`,
    `| CPU of PostgreSQL, ms | ${empty.databaseMs.toFixed(0)} | ${full.databaseMs.toFixed(0)} |`,
    '',
    ...full.texts.map(([text, aMinute]) => `${aMinute.toFixed(1).padStart(7)}  ${shortened(text)}`),
  ].join('\n');

export const plansTable = (plans: readonly SeenPlan[]): string =>
  [
    '| times | most ms | most blocks | walks from end to end | statement |',
    '| --: | --: | --: | --- | --- |',
    ...plans.map(
      ({ times, mostMs, mostBlocks, walks, statement }) =>
        `| ${times} | ${mostMs.toFixed(1)} | ${mostBlocks} | ${walks.join(', ') || '–'} | ${shortened(statement)} |`,
    ),
  ].join('\n');

const shortened = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 150);
