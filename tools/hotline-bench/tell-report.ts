/** The report of a run in lines. */
import type { BenchReport } from './bench-hotline.ts';

export const linesOf = ({ calls, turns, kills, ends, p50, p95, most, faults }: BenchReport): readonly string[] => [
  `Calls: ${calls}, turns: ${turns}, killed in the midst: ${kills} times.`,
  `Ends: ${Object.entries(ends)
    .map(([end, count]) => `${end} ${count}`)
    .join(', ')}.`,
  `Hook in to action out, ms: p50 ${p50.toFixed(0)}, p95 ${p95.toFixed(0)}, most ${most.toFixed(0)}.`,
  ...(faults.length === 0 ? ['Faults: none.'] : faults.map((fault) => `Fault: ${fault}`)),
];
