/** One program on a PostgreSQL that is made to fail in several ways under load: told honestly, nothing lost, back by itself. */
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../hand-off-load/tally.ts';
import { count, type DrillOptions, type DrillReport, none } from './drill.ts';
import { startLoad } from './load/start-load.ts';
import { lookForLoss, stuckIn, tellLosses } from './look-for-loss.ts';
import { auditFaults } from './open-store-beside.ts';
import { openProbe, type Probe } from './probe.ts';
import type { Program } from './program.ts';
import { untilSettled } from './report-kills.ts';
import { onStage } from './stage.ts';
import { type LinedDatabase, withDatabase } from './with-database.ts';

export interface Trouble {
  readonly name: string;
  /** Breaks it; resolves with what mends it. */
  begin(database: LinedDatabase): Promise<() => Promise<void> | void>;
  /** How long it stays broken, in ms; 0: it mends itself, and nothing is asked meanwhile. */
  readonly ms: number;
}

/** From the moment all is well again until a question is kept, in ms. */
const backWithinMs = 45_000;

export async function troubled(id: string, troubles: readonly Trouble[], options: DrillOptions): Promise<DrillReport> {
  return withDatabase((database) =>
    onStage({ database: database.through }, async ({ programs, front, zalo }) => {
      const [program] = programs as [Program];
      await program.mustStart();
      const pid = program.pid();
      const load = startLoad({ base: front.base, zalo, seed: options.seed });
      const probe = await openProbe(program.base);
      const [faults, backMs]: [string[], number[]] = [[], []];
      for (const trouble of troubles) {
        await sleep(2_000);
        const { wrong, ms } = await through(trouble, database, probe);
        faults.push(...wrong.map((what) => `${trouble.name}: ${what}`));
        if (ms === null) faults.push(`${trouble.name}: not back ${backWithinMs / 1000} s after all was well`);
        else backMs.push(Math.round(ms));
        options.say(`${trouble.name}: ${ms === null ? 'not back' : `back after ${Math.round(ms)} ms`}`);
        if (!program.isRunning()) throw new Error(`The program ended: ${program.said().slice(-3_000)}`);
      }
      await load.stop();
      const ended = await untilSettled(() => stuckIn(database.ask));
      const losses = await lookForLoss(database.ask, load, zalo);
      if (program.pid() !== pid || !program.isRunning())
        faults.push(`the program ended: ${program.said().slice(-400)}`);
      await program.end('SIGTERM');
      const audit = await auditFaults(database.direct.databaseUrl);
      const lost = [...losses.lost, ...(await unkept(database, probe))];
      return {
        did: `${troubles.map(({ name }) => name).join(', ')}; ${losses.turns} turns meanwhile, ${audit.rows} audit rows whole`,
        figures: [
          count(`${id}-acknowledged`, 'messages acknowledged', losses.acknowledged),
          none(`${id}-lost`, 'lost', lost.length),
          none(`${id}-doubled`, 'twice', losses.doubled.length),
          none(`${id}-dishonest`, 'times that somebody was not told the truth', faults.length),
          count(`${id}-back-p50`, 'back by itself after, median', percentile(backMs, 0.5), 'ms'),
          count(`${id}-back-max`, 'back by itself after, longest', Math.max(0, ...backMs), 'ms'),
        ],
        faults: [...faults, ...tellLosses({ ...losses, lost }, ended), ...audit.faults],
      };
    }),
  );
}

async function through({ begin, ms }: Trouble, database: LinedDatabase, probe: Probe) {
  const mend = await begin(database);
  const wrong = ms === 0 ? [] : await Promise.all([probe.whileAway(), sleep(ms)]).then(([found]) => found);
  await mend();
  return { wrong, ms: await probe.untilBack(backWithinMs) };
}

/** The probe's own questions that were acknowledged and are not in the store. */
async function unkept({ ask }: LinedDatabase, { acknowledged }: Probe): Promise<readonly string[]> {
  const rows = await ask<{ message_id: string }>('select message_id from turn');
  const kept = new Set(rows.map(({ message_id }) => message_id));
  return acknowledged.filter((key) => !kept.has(`c:${key}`)).map((key) => `probe ${key}`);
}
