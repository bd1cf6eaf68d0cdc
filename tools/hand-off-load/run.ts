/** `npx node tools/hand-off-load/run.ts [--minutes 5 --waiting 200 --officers 20 --kills 2]`: ends with 1 when anything was lost or doubled. */
import { parseArgs } from 'node:util';
import { keepMeasured, typed } from '../measured.ts';
import { drillFigures } from './drill-figures.ts';
import { runDrill } from './run-drill.ts';
import { tellTable } from './tell-table.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    waiting: { type: 'string', default: '200' },
    officers: { type: 'string', default: '20' },
    kills: { type: 'string', default: '2' },
  },
});
const report = await runDrill({
  minutes: Number(values.minutes),
  waiting: Number(values.waiting),
  officers: Number(values.officers),
  kills: Number(values.kills),
  say: (text) => void process.stderr.write(`${text}\n`),
});
process.stdout.write(`${tellTable(report)}\n`);
keepMeasured({ name: 'hand-off-load', command: typed('hand-off-load'), figures: drillFigures(report) });
for (const line of report.complaints.slice(0, 5)) process.stderr.write(`${line.slice(0, 600)}\n`);
process.exit(Object.keys(report.findings.faults).length === 0 ? 0 : 1);
