/** The report of a drill as a table for people. */
import type { DrillReport } from './run-drill.ts';
import { percentile } from './tally.ts';

export function tellTable({ findings, tally, restartMs, cpu, mostWaiting, complaints }: DrillReport): string {
  const both = (values: readonly number[]) =>
    `${percentile(values, 0.5)} / ${percentile(values, 0.95)} ms (${values.length})`;
  const share = (seconds: number) => `${((100 * seconds) / cpu.seconds).toFixed(0)} % of a core`;
  const rows: [string, string | number][] = [
    ['waiting when officers began', mostWaiting],
    ...[...tally.done].sort(([a], [b]) => a.localeCompare(b)),
    ...Object.entries(findings.counts),
    ['claim p50 / p95', both(tally.claimMs)],
    ['citizen message → officer sees p50 / p95', both(tally.toOfficerMs)],
    ['officer word → citizen sees p50 / p95', both(tally.toCitizenMs)],
    ['restarts of copy B', restartMs.map((ms) => `${ms} ms`).join(', ')],
    ['CPU of the load', share(cpu.load)],
    ['CPU of both copies', share(cpu.copies)],
    ['CPU of PostgreSQL', share(cpu.postgres)],
    ...[...tally.errors].map(([kind, count]): [string, number] => [`error on the way: ${kind}`, count]),
    ['lines of warning in the logs', complaints.length],
  ];
  const faults = Object.entries(findings.faults).map(([kind, all]): [string, string] => [
    `FAULT ${kind}`,
    `${all.length}, such as ${all.slice(0, 3).join('; ')}`,
  ]);
  const lines = [...rows, ...faults].map(([name, value]) => `${name.padEnd(52)} ${value}`);
  return `${lines.join('\n')}\n${faults.length === 0 ? 'Nothing lost, nothing twice, never two owners.' : 'There are faults.'}`;
}
