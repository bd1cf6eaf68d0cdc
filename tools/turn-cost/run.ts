/**
 * `npx node tools/turn-cost/run.ts [--doors web,page,zalo,hotline --turns 240 --repeats 3 --at-once 4 --list --profile]`: what a
 * turn costs over each door of the whole program: statements, round trips, commits, CPU of program and PostgreSQL.
 * `--idle`: statements of a minute of rest; `--plans`: the plans of every statement of a turn; both with
 * `[--conversations 200000 --turns-each 3]` in the store.
 */
import { parseArgs } from 'node:util';
import { doors } from './doors.ts';
import { type DoorCost, measureDoor } from './measure-door.ts';
import { tellPlans, tellRest } from './run-full.ts';
import { startMeasured } from './start-measured.ts';
import { costTable, profileTable, statementList } from './tell-cost.ts';

const { values } = parseArgs({
  options: {
    doors: { type: 'string', default: 'web,page,zalo,hotline' },
    turns: { type: 'string', default: '240' },
    repeats: { type: 'string', default: '3' },
    'at-once': { type: 'string', default: '4' },
    list: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    idle: { type: 'boolean', default: false },
    plans: { type: 'boolean', default: false },
    conversations: { type: 'string', default: '200000' },
    'turns-each': { type: 'string', default: '3' },
  },
});
const say = (text: string) => void process.stderr.write(`${text}\n`);
const print = (text: string) => void process.stdout.write(`${text}\n`);
const filling = { conversations: Number(values.conversations), turns: Number(values['turns-each']) };
const restSeconds = 90;

async function measureDoors(): Promise<readonly DoorCost[]> {
  const measured = await startMeasured();
  const chosen = values.doors.split(',');
  const options = {
    turns: Number(values.turns),
    repeats: Number(values.repeats),
    atOnce: Number(values['at-once']),
    profile: values.profile,
  };
  const costs: DoorCost[] = [];
  try {
    for (const door of doors.filter(({ name }) => chosen.includes(name))) {
      say(`Measuring ${door.name}.`);
      costs.push(await measureDoor(measured, door, options));
    }
    return costs;
  } catch (error) {
    say(measured.log().slice(-3_000));
    throw error;
  } finally {
    await measured.stop();
  }
}

if (values.idle) print(await tellRest(filling, restSeconds, say));
if (values.plans) {
  const { table, walked } = await tellPlans(filling, say);
  print(table);
  print(walked.length === 0 ? 'No big table is walked from end to end.' : `Walked: ${walked.join('\n')}`);
  process.exitCode = walked.length === 0 ? 0 : 1;
}
if (!values.idle && !values.plans) {
  const costs = await measureDoors();
  print(costTable(costs));
  if (values.list) for (const cost of costs) print(`\n${statementList(cost)}`);
  if (values.profile) for (const cost of costs) print(`\n${profileTable(cost)}`);
}
