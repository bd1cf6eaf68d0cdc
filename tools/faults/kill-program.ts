/** `kills`: one program on its own store is killed again and again, its PostgreSQL at times with it, under load from three sides. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../../bot/index.ts';
import { serversByFolder } from '../../bot/store/server/clear-leftovers.ts';
import type { Drill, DrillOptions, DrillReport } from './drill.ts';
import { startLoad } from './load/start-load.ts';
import { type Ask, lookForLoss, stuckIn } from './look-for-loss.ts';
import { askBeside, auditFaults, withEndedStore } from './open-store-beside.ts';
import type { Program } from './program.ts';
import { type Kills, reportOf, untilSettled } from './report-kills.ts';
import { onStage, type Stage } from './stage.ts';

export const killProgram: Drill = {
  name: 'kills',
  run: (options) => onStage({}, (stage) => drill(stage, options)),
};

async function drill(stage: Stage, options: DrillOptions): Promise<DrillReport> {
  const { zalo, front, dataFolder } = stage;
  const [program] = stage.programs as [Program];
  const load = startLoad({ base: front.base, zalo, seed: options.seed });
  const killed = await killAgainAndAgain(program, dataFolder, options);
  await load.stop();
  const ask: Ask = (text, values) => askBeside(dataFolder, text, values);
  const ended = await untilSettled(() => stuckIn(ask));
  const losses = await lookForLoss(ask, load, zalo);
  await program.end('SIGTERM');
  const audit = await withEndedStore(dataFolder, ({ runtime }) => auditFaults(runtime));
  return reportOf('kills', { killed, losses, audit, ended });
}

/** Also while it makes its store, brings it up to date, recovers it and loads what it knows. */
async function killAgainAndAgain(
  program: Program,
  dataFolder: string,
  { kills, seed, say }: DrillOptions,
): Promise<Kills> {
  const random = seededRandom(`${seed} kills`);
  const restartMs: number[] = [];
  const faults: string[] = [];
  let [whileStarting, longest] = [0, 6_000];
  for (let kill = 0; kill < kills; kill += 1) {
    const started = program.start();
    const early = random() < 0.5 || kill < Math.min(4, kills / 4);
    const ms = early ? await Promise.race([started, sleep(random() * longest, 'early' as const)]) : await started;
    if (ms === null) faults.push(`it ended by itself: ${program.said().slice(-400)}`);
    if (ms === 'early') whileStarting += 1;
    if (typeof ms === 'number') {
      restartMs.push(Math.round(ms));
      longest = ms;
      await sleep(random() * 3_000);
    }
    await program.end('SIGKILL');
    if (kill % 3 === 2) killPostgres(dataFolder);
    if ((kill + 1) % 10 === 0) say(`Killed ${kill + 1} times, ${whileStarting} of them before it served.`);
  }
  const ms = await program.start();
  if (ms === null) faults.push(`it did not come back: ${program.said().slice(-400)}`);
  else restartMs.push(Math.round(ms));
  return { kills, whileStarting, restartMs, faults };
}

export function killPostgres(dataFolder: string): void {
  try {
    for (const { pid } of serversByFolder(join(dataFolder, 'postgres', 'cluster'))) process.kill(pid, 'SIGKILL');
  } catch {
    // No store yet, or it has ended.
  }
}
