/** `npm run faults [-- --kills 200 --only NAME --seed N]`: breaks things on purpose under load, and ends with 1 when anything was lost or twice. */
import { parseArgs } from 'node:util';
import { keepMeasured } from '../measured.ts';
import { drills } from './drills.ts';
import { runDrills } from './run-drills.ts';
import { tableOf } from './tell-table.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    only: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string', default: '1' },
  },
});
const unknown = values.only.filter((name) => drills.every((drill) => drill.name !== name));
if (unknown.length > 0) {
  process.stderr.write(`No drill ${unknown.join(', ')}: ${drills.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}
const chosen = values.only.length === 0 ? drills : drills.filter(({ name }) => values.only.includes(name));
const results = await runDrills(chosen, {
  kills: Number(values.kills),
  seed: values.seed,
  say: (text) => void process.stderr.write(`${text}\n`),
});
process.stdout.write(`${tableOf(results)}\n`);
const figures = results.flatMap(({ report }) => report.figures);
const command = ['npm run faults --', ...process.argv.slice(2)].join(' ');
if (figures.length > 0) process.stdout.write(`Kept in ${keepMeasured({ name: 'faults', command, figures })}\n`);
process.exit(results.some(({ report }) => report.faults.length > 0) ? 1 : 0);
