/** `npm run authorisation [-- --cases 100000 --seed N --only DOOR --kinds]`: who may see and do what, tried at every door. */
import { parseArgs } from 'node:util';
import { keepMeasured } from '../measured.ts';
import { type Authorised, authorise } from './authorise.ts';
import { type Door, doors } from './case.ts';
import { faults } from './judge.ts';
import { countOf, tableOf } from './table.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now()) },
    only: { type: 'string' },
    kinds: { type: 'boolean', default: false },
  },
});
const say = (text: string) => void process.stdout.write(`${text}\n`);
const shownFinds = 40;

const doorOf = (name: string | undefined): Door | null => {
  if (name === undefined) return null;
  const found = doors.find((door) => door === name);
  if (!found) throw new Error(`--only takes one of ${doors.join(', ')}, not ${name}`);
  return found;
};

function keep(run: Authorised): string {
  const figures = [
    { id: 'cases', label: 'Random cases tried at every door', value: run.cases, target: { least: 100_000 } },
    {
      id: 'doors',
      label: 'Doors',
      value: [...run.counts.values()].filter(({ size }) => size > 0).length,
      target: { least: doors.length },
    },
    {
      id: 'routes-missed',
      label: 'Routes that no case reached',
      value: run.routes.missed().length,
      target: { most: 0 },
    },
    { id: 'allowed', label: 'Allowed, as they should be', value: countOf(run, 'allowed'), target: null },
    { id: 'refused', label: 'Refused, as they should be', value: countOf(run, 'refused'), target: null },
    { id: 'limited', label: 'Slowed down by a limit', value: countOf(run, 'limited'), target: null },
    ...faults.map((fault) => ({
      ...{ id: fault, label: `Faults: ${fault}`, target: { most: 0 } },
      value: run.finds.filter((find) => find.fault === fault).length,
    })),
  ];
  return keepMeasured({
    name: 'authorisation',
    command: `npm run authorisation -- --cases ${values.cases} --seed ${values.seed}`,
    figures: figures.map((figure) => ({ ...figure, unit: '' })),
  });
}

const begun = performance.now();
const cases = Number(values.cases);
say(`${cases} cases, seed ${values.seed}: opening a program and filling it with invented people …`);
const run = await authorise({
  cases,
  seed: values.seed,
  only: doorOf(values.only),
  onProgress: (done) => {
    if (done % 5_000 === 0) say(`${done} cases in ${Math.round((performance.now() - begun) / 1000)} s`);
  },
});
say(tableOf(run, values.kinds));
for (const { door, kind, fault, what, why } of run.finds.slice(0, shownFinds))
  say(`${fault} at ${door}, ${kind}: ${what}: ${why}`);
if (run.finds.length > shownFinds) say(`… and ${run.finds.length - shownFinds} more`);
for (const route of values.only ? [] : run.routes.missed()) say(`no case reached ${route}`);
for (const error of run.errors.slice(0, 10))
  say(`the program told its log: ${String(error instanceof Error ? error.stack : error).slice(0, 400)}`);
say(
  `${run.finds.length} faults in ${cases} cases, ${Math.round((performance.now() - begun) / 1000)} s, seed ${values.seed}`,
);
if (!values.only) say(`Figures: ${keep(run)}`);
process.exit(run.finds.length === 0 ? 0 : 1);
