/** `kills-of-copies`: two programs on one PostgreSQL, one of which dies at a time, under load from three sides. */
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../../bot/index.ts';
import type { Drill, DrillOptions, DrillReport } from './drill.ts';
import { startLoad } from './load/start-load.ts';
import { lookForLoss, stuckIn } from './look-for-loss.ts';
import { auditFaults } from './open-store-beside.ts';
import type { Program } from './program.ts';
import { type Kills, reportOf, untilSettled } from './report-kills.ts';
import { onStage, type Stage } from './stage.ts';
import { type LinedDatabase, withDatabase } from './with-database.ts';

export const killCopies: Drill = {
  name: 'kills-of-copies',
  run: (options) =>
    withDatabase((database) =>
      onStage({ copies: 2, database: database.direct }, (stage) => drill(stage, database, options)),
    ),
};

/** A quarter as many as of one program alone: each costs the same. */
const share = 4;

async function drill(stage: Stage, { ask, direct }: LinedDatabase, options: DrillOptions): Promise<DrillReport> {
  const { programs, front, zalo } = stage;
  // Both at once on an empty database.
  const first = await Promise.all(programs.map((program) => program.start()));
  const load = startLoad({ base: front.base, zalo, seed: options.seed });
  const killed = await killInTurn(programs, { ...options, kills: Math.ceil(options.kills / share) });
  await load.stop();
  const ended = await untilSettled(() => stuckIn(ask));
  const losses = await lookForLoss(ask, load, zalo);
  for (const program of programs) await program.end('SIGTERM');
  const audit = await auditFaults(direct.databaseUrl);
  const faults = [...killed.faults, ...(first.includes(null) ? ['a copy did not start beside the other'] : [])];
  return reportOf('kills-of-copies', { killed: { ...killed, faults }, losses, audit, ended });
}

async function killInTurn(programs: readonly Program[], { kills, seed, say }: DrillOptions): Promise<Kills> {
  const random = seededRandom(`${seed} copies`);
  const restartMs: number[] = [];
  const faults: string[] = [];
  let whileStarting = 0;
  let longest = 6_000;
  for (let kill = 0; kill < kills; kill += 1) {
    const program = programs[Math.floor(random() * programs.length)] as Program;
    await sleep(random() * 3_000);
    await program.end('SIGKILL');
    const started = program.start();
    // Now and then it is killed once more before it serves.
    const early = kill + 1 < kills && random() < 0.3;
    const ms = early ? await Promise.race([started, sleep(random() * longest, 'early' as const)]) : await started;
    if (ms === null) faults.push(`a copy ended by itself: ${program.said().slice(-400)}`);
    if (typeof ms === 'number') {
      longest = ms;
      restartMs.push(Math.round(ms));
    }
    if (ms !== 'early') continue;
    await program.end('SIGKILL');
    [kill, whileStarting] = [kill + 1, whileStarting + 1];
    await program.start();
    say(`${kill + 1} kills.`);
  }
  return { kills, whileStarting, restartMs, faults };
}
