/**
 * `npx node tools/hotline-bench/run.ts [--calls 500 --at-once 4 --kills 0]`: the whole program under calls at random, by a
 * simulated jambonz and a simulated TwiML provider; how each ended, what was wrong, and how long our part took.
 */
import { parseArgs } from 'node:util';
import { keepMeasured, typed } from '../measured.ts';
import { benchHotline } from './bench-hotline.ts';
import { figuresOf, linesOf } from './tell-report.ts';

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '500' },
    'at-once': { type: 'string', default: '4' },
    kills: { type: 'string', default: '0' },
  },
});
const report = await benchHotline({
  calls: Number(values.calls),
  atOnce: Number(values['at-once']),
  kills: Number(values.kills),
  say: (text) => void process.stderr.write(`${text}\n`),
});
process.stdout.write(`${linesOf(report).join('\n')}\n`);
keepMeasured({ name: 'bench-hotline', command: typed('bench:hotline'), figures: figuresOf(report) });
process.exitCode = report.faults.length > 0 ? 1 : 0;
