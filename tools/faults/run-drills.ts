/** One drill after another; one that cannot go on is a fault, and the others go on. */
import type { Drill, DrillOptions, DrillReport } from './drill.ts';

export interface DrillResult {
  readonly name: string;
  readonly seconds: number;
  readonly report: DrillReport;
}

export async function runDrills(drills: readonly Drill[], options: DrillOptions): Promise<readonly DrillResult[]> {
  const results: DrillResult[] = [];
  for (const { name, run } of drills) {
    options.say(`== ${name}`);
    const begun = performance.now();
    const report = await run({ ...options, say: (text) => options.say(`${name}: ${text}`) }).catch(brokenOff);
    results.push({ name, seconds: Math.round((performance.now() - begun) / 1000), report });
    for (const fault of report.faults.slice(0, 10)) options.say(`${name}: FAULT ${fault}`);
  }
  return results;
}

const brokenOff = (error: unknown): DrillReport => ({
  did: 'broke off',
  figures: [],
  faults: [`the drill itself broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
});
