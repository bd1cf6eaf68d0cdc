/** `clock-shifted`: the clock of the program goes an hour ahead, back, an hour behind and back again, with a kill while it is wrong. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { count, type Drill, type DrillOptions, type DrillReport, none } from './drill.ts';
import { type RunningLoad, startLoad } from './load/start-load.ts';
import { lookForLoss, stuckIn, tellLosses } from './look-for-loss.ts';
import { auditFaults } from './open-store-beside.ts';
import { openProbe } from './probe.ts';
import type { Program } from './program.ts';
import { untilSettled } from './report-kills.ts';
import { onStage, type Stage } from './stage.ts';
import { type LinedDatabase, withDatabase } from './with-database.ts';

const hour = 3_600_000;
/** What a clock that was wrong may hold up after it is right again, in ms: a lease of a dead sender and one wait. */
export const wedgeMs = 120_000;

export const shiftClock: Drill = {
  name: 'clock-shifted',
  run: (options) =>
    withDatabase((database) => {
      const clock = join(database.folder, 'clock');
      writeFileSync(clock, '0');
      return onStage(
        {
          database: database.direct,
          settings: { FAULT_CLOCK_FILE: clock },
          nodeArguments: ['--import', join(import.meta.dirname, 'shift-clock.mjs')],
        },
        (stage) => drill(stage, { database, set: (ms) => writeFileSync(clock, String(ms)) }, options),
      );
    }),
};

interface Shifted {
  readonly database: LinedDatabase;
  set(ms: number): void;
}

async function drill(stage: Stage, { database, set }: Shifted, options: DrillOptions): Promise<DrillReport> {
  const { front, zalo } = stage;
  const [program] = stage.programs as [Program];
  await program.mustStart();
  // A provider's signed hook of another hour is refused, as a recorded one would be: there are no calls in this drill.
  const load = startLoad({ base: front.base, zalo, seed: options.seed, callers: 0, keysRunOut: true });
  const faults = await through(program, set, load);
  const right = performance.now();
  const probe = await openProbe(program.base);
  const back = await probe.untilBack(wedgeMs);
  await load.stop();
  const ended = await untilSettled(() => stuckIn(database.ask));
  const settledMs = Math.round(performance.now() - right);
  if (back === null) faults.push('a question was not kept after the clock was right again');
  if (settledMs > wedgeMs) faults.push(`what began while it was wrong ended ${settledMs} ms after it was right`);
  const losses = await lookForLoss(database.ask, load, zalo);
  await program.end('SIGTERM');
  const audit = await auditFaults(database.direct.databaseUrl);
  return {
    did: `+1 h, killed there, back, -1 h, killed there, back; ${losses.turns} turns meanwhile, ${audit.rows} audit rows whole`,
    figures: [
      count('clock-acknowledged', 'messages acknowledged', losses.acknowledged),
      none('clock-lost', 'lost', losses.lost.length),
      none('clock-doubled', 'twice', losses.doubled.length),
      count('clock-ambiguous', 'replies marked ambiguous', losses.ambiguous),
      {
        ...count('clock-settled', 'all at its end after the clock was right', settledMs, 'ms'),
        target: { most: wedgeMs },
      },
    ],
    faults: [...faults, ...tellLosses(losses, ended), ...audit.faults],
  };
}

/** Web messages that are acknowledged while the clock stands at each place: none is a wedge. */
async function through(program: Program, set: (ms: number) => void, load: RunningLoad): Promise<string[]> {
  const faults: string[] = [];
  for (const [offset, kill] of [
    [0, false],
    [hour, true],
    [0, false],
    [-hour, true],
    [0, false],
  ] as const) {
    set(offset);
    await sleep(1_000);
    const before = acknowledgedOnWeb(load);
    await grows(load, before);
    if (acknowledgedOnWeb(load) === before) faults.push(`no message was taken for a minute at ${offset / hour} h`);
    if (!kill) continue;
    await program.end('SIGKILL');
    if ((await program.start()) === null)
      faults.push(`it did not start at ${offset / hour} h: ${program.said().slice(-300)}`);
  }
  return faults;
}

const acknowledgedOnWeb = ({ web }: RunningLoad): number => web.talks.reduce((sum, { acked }) => sum + acked.length, 0);

async function grows(load: RunningLoad, before: number): Promise<void> {
  for (let look = 0; look < 300 && acknowledgedOnWeb(load) < before + 4; look += 1) await sleep(200);
}
