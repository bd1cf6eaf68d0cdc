/** The drill's figures for the scorecard. */
import type { Figure } from '../measured.ts';
import type { DrillReport } from './run-drill.ts';
import { percentile } from './tally.ts';

export function drillFigures({ findings, tally, restartMs }: DrillReport): readonly Figure[] {
  const lost = Object.values(findings.faults).reduce((sum, all) => sum + all.length, 0);
  const p95 = (id: string, label: string, values: readonly number[]): Figure[] =>
    values.length === 0 ? [] : [{ id, label, value: Math.round(percentile(values, 0.95)), unit: 'ms', target: null }];
  return [
    { id: 'faults', label: 'Lost, doubled or with two owners', value: lost, unit: '', target: { most: 0 } },
    { id: 'kills', label: 'Times a copy was killed', value: restartMs.length, unit: '', target: null },
    ...Object.entries(findings.counts).map(
      ([kind, count]): Figure => ({
        id: kind.replaceAll(/[^a-z0-9]+/gi, '-'),
        label: kind,
        value: count,
        unit: '',
        target: null,
      }),
    ),
    ...p95('claim-p95', 'Claim, p95', tally.claimMs),
    ...p95('to-officer-p95', 'Citizen writes, officer sees, p95', tally.toOfficerMs),
    ...p95('to-citizen-p95', 'Officer writes, citizen sees, p95', tally.toCitizenMs),
  ];
}
