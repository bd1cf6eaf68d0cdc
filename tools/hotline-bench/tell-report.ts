/** The report of a run in lines. */
import type { Figure } from '../measured.ts';
import type { BenchReport } from './bench-hotline.ts';

export const linesOf = ({ calls, turns, kills, ends, p50, p95, most, faults }: BenchReport): readonly string[] => [
  `Calls: ${calls}, turns: ${turns}, killed in the midst: ${kills} times.`,
  `Ends: ${Object.entries(ends)
    .map(([end, count]) => `${end} ${count}`)
    .join(', ')}.`,
  `Hook in to action out, ms: p50 ${p50.toFixed(0)}, p95 ${p95.toFixed(0)}, most ${most.toFixed(0)}.`,
  ...(faults.length === 0 ? ['Faults: none.'] : faults.map((fault) => `Fault: ${fault}`)),
];

/** The same for the scorecard. */
export const figuresOf = ({ calls, kills, p50, p95, faults }: BenchReport): readonly Figure[] => [
  {
    id: 'faults',
    label: 'Calls that looped, leaked or never ended',
    value: faults.length,
    unit: '',
    target: { most: 0 },
  },
  { id: 'calls', label: 'Simulated calls', value: calls, unit: '', target: null },
  { id: 'kills', label: 'Times the program was killed meanwhile', value: kills, unit: '', target: null },
  { id: 'p50', label: 'Hook in to action out, p50', value: Math.round(p50), unit: 'ms', target: null },
  { id: 'p95', label: 'Hook in to action out, p95', value: Math.round(p95), unit: 'ms', target: null },
];
