/**
 * `npx node tools/turn-cost/run.ts [--doors web,page,zalo,hotline --turns 240 --repeats 3 --at-once 4 --list --profile]`: what a
 * turn costs over each door of the whole program: statements, round trips, commits, CPU of program and PostgreSQL.
 */
import { parseArgs } from 'node:util';
import { doors } from './doors.ts';
import { type DoorCost, measureDoor } from './measure-door.ts';
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
  },
});
const say = (text: string) => void process.stderr.write(`${text}\n`);
const chosen = values.doors.split(',');
const measured = await startMeasured();
const costs: DoorCost[] = [];
try {
  for (const door of doors.filter(({ name }) => chosen.includes(name))) {
    say(`Measuring ${door.name}.`);
    const [turns, repeats, atOnce] = [values.turns, values.repeats, values['at-once']].map(Number);
    costs.push(
      await measureDoor(measured, door, {
        turns: turns ?? 0,
        repeats: repeats ?? 0,
        atOnce: atOnce ?? 0,
        profile: values.profile,
      }),
    );
  }
} catch (error) {
  say(measured.log().slice(-3_000));
  throw error;
} finally {
  await measured.stop();
}
process.stdout.write(`${costTable(costs)}\n`);
if (values.list) for (const cost of costs) process.stdout.write(`\n${statementList(cost)}\n`);
if (values.profile) for (const cost of costs) process.stdout.write(`\n${profileTable(cost)}\n`);
