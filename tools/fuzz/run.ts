/** `npm run fuzz [-- --runs 100000 --minutes 10 --only NAME --seed N]`: whatever may come from outside, at every parser and every door. */
import { parseArgs } from 'node:util';
import { keepMeasured } from '../measured.ts';
import { fuzzDoors } from './fuzz-doors.ts';
import { type Fuzzed, fuzzOne } from './fuzz-one.ts';
import { isSteep, measureGrowth } from './measure-growth.ts';
import { parsers } from './parsers.ts';
import { judgeLoops } from './patterns/judge-loops.ts';
import { watchHangs } from './watch-hangs.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    minutes: { type: 'string', default: '10' },
    only: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  },
});
const say = (text: string) => void process.stdout.write(`${text}\n`);
const runs = Number(values.runs);
const seed = Number(values.seed);
const until = performance.now() + Number(values.minutes) * 60_000;
const chosen = parsers.filter(({ name }) => values.only === undefined || name.includes(values.only));
/** For one case, of processor time. */
const budgetMs = 2_000;
/** For one loop of a regular expression. */
const loopTimeoutMs = 120_000;

const hangs = watchHangs();
const done: Fuzzed[] = [];
const row = ({ name, cases, taken, slowestMs, find }: Fuzzed) =>
  say(
    `${name.padEnd(34)}${String(cases).padStart(9)} cases${String(taken).padStart(9)} taken${slowestMs.toFixed(0).padStart(7)} ms at most  ${find ?? ''}`,
  );

/** Every parser has its turn, a slice at a time, so that a run that is cut short has tried all. */
const slice = Math.max(50, Math.min(1_000, runs));
const left = new Map(chosen.map(({ name }) => [name, runs]));
const sums = new Map<string, Fuzzed>();
for (let round = 0; [...left.values()].some((count) => count > 0) && performance.now() < until; round++)
  for (const one of chosen) {
    const count = Math.min(slice, left.get(one.name) ?? 0);
    if (count <= 0 || performance.now() > until) continue;
    left.set(one.name, (left.get(one.name) ?? 0) - count);
    hangs.name(one.name);
    const fresh = await fuzzOne(one, { runs: count, seed: seed + round, budgetMs, onCase: hangs.beat });
    const before = sums.get(one.name);
    sums.set(one.name, {
      name: one.name,
      cases: fresh.cases + (before?.cases ?? 0),
      taken: fresh.taken + (before?.taken ?? 0),
      slowestMs: Math.max(fresh.slowestMs, before?.slowestMs ?? 0),
      find: before?.find ?? fresh.find,
    });
    // What fails once is told once: the rest of its runs would find it again.
    if (fresh.find) left.set(one.name, 0);
  }
done.push(...sums.values());
hangs.stop();
if (values.only === undefined || values.only === 'doors')
  done.push(...(await fuzzDoors({ runs: Math.min(runs, 20_000), seed })));
for (const one of done) row(one);
const { patterns, loops, exponential, unknown } =
  values.only === undefined || values.only === 'patterns'
    ? judgeLoops(loopTimeoutMs)
    : { patterns: 0, loops: 0, exponential: [], unknown: [] };
if (patterns > 0) say(`${patterns} regular expressions, ${loops} loops: ${exponential.length} can be read in two ways`);
for (const { growth, at, source, attack } of [...exponential, ...unknown])
  say(`${growth}: ${source} (${at}) ${attack ?? ''}`);
const grows = values.only === undefined ? measureGrowth() : [];
const steep = grows.filter(isSteep);
for (const { name, of, signs, ratio, longestMs } of grows.toSorted((a, b) => b.longestMs - a.longestMs).slice(0, 8))
  say(
    `${name}: ${signs} signs of ${of} take ${longestMs.toFixed(1)} ms, ${ratio.toFixed(1)} times what half of them take`,
  );
const finds = done.filter(({ find }) => find !== null).length + steep.length + exponential.length + unknown.length;
const cases = done.reduce((sum, one) => sum + one.cases, 0);
say(`${finds} finds in ${cases} cases of ${done.length} parsers and doors, seed ${seed}`);
if (values.only === undefined) {
  const figures = [
    {
      id: 'parsers',
      label: 'Parsers and doors that face the outside',
      value: done.length,
      unit: '',
      target: { least: parsers.length },
    },
    { id: 'cases', label: 'Cases tried', value: cases, unit: '', target: null },
    {
      id: 'loops',
      label: 'Loops of regular expressions, none to be read in two ways',
      value: loops,
      unit: '',
      target: null,
    },
    { id: 'finds', label: 'Finds that are open', value: finds, unit: '', target: { most: 0 } },
    {
      id: 'slowest',
      label: 'Slowest case, processor time',
      value: Math.round(Math.max(...done.map(({ slowestMs }) => slowestMs))),
      unit: 'ms',
      target: { most: budgetMs },
    },
  ];
  say(
    `Figures: ${keepMeasured({ name: 'fuzz', command: `npm run fuzz -- --runs ${runs} --minutes ${values.minutes} --seed ${seed}`, figures })}`,
  );
}
process.exit(finds === 0 ? 0 : 1);
