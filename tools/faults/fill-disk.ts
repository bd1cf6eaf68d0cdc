/** `disk-full`: the data folder lies on a small disk that fills up under load, and has room again. Needs root, for a tmpfs of its own. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { count, type Drill, type DrillOptions, type DrillReport, none, skipped } from './drill.ts';
import { startLoad } from './load/start-load.ts';
import { type Ask, lookForLoss, stuckIn, tellLosses } from './look-for-loss.ts';
import { askBeside, auditFaults, withEndedStore } from './open-store-beside.ts';
import { openProbe } from './probe.ts';
import type { Program } from './program.ts';
import { untilSettled } from './report-kills.ts';
import { onStage, type Stage } from './stage.ts';

const sizeMb = 500;
/** Longer than the program tries to start its PostgreSQL at short intervals. */
const fullMs = 60_000;
const backWithinMs = 60_000;

export const fillDisk: Drill = {
  name: 'disk-full',
  async run(options) {
    const folder = mkdtempSync(join(tmpdir(), 'hmc-fault-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m,mode=711`, 'tmpfs', folder], { stdio: 'pipe' });
    } catch (error) {
      rmSync(folder, { recursive: true });
      return skipped(`no disk of its own could be mounted (root is needed): ${String(error).slice(0, 120)}`);
    }
    try {
      const own = join(folder, 'own');
      mkdirSync(own, { mode: 0o711 });
      return await onStage({ folder: own }, (stage) => drill(stage, join(folder, 'ballast'), options));
    } finally {
      execFileSync('umount', ['-l', folder], { stdio: 'pipe' });
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function drill(
  { programs, front, zalo, dataFolder }: Stage,
  ballast: string,
  options: DrillOptions,
): Promise<DrillReport> {
  const [program] = programs as [Program];
  await program.mustStart();
  const pid = program.pid();
  const load = startLoad({ base: front.base, zalo, seed: options.seed, callers: 0 });
  const probe = await openProbe(program.base);
  await sleep(3_000);
  const ask: Ask = (text, values) => askBeside(dataFolder, text, values);
  fill(ballast);
  const faults: string[] = [];
  await useUpLog(ask);
  const until = performance.now() + fullMs;
  let refused = 0;
  while (performance.now() < until) {
    const wrong = await probe.whileAway();
    if (wrong.length === 0) refused += 1;
    await sleep(4_000);
    fill(ballast);
  }
  options.say(`full for ${fullMs / 1000} s; refused ${refused} times in whole`);
  rmSync(ballast);
  const backMs = await probe.untilBack(backWithinMs);
  if (refused === 0) faults.push('nothing was refused while the disk was full: it was not full');
  if (backMs === null)
    faults.push(`not back ${backWithinMs / 1000} s after there was room: ${program.said().slice(-500)}`);
  await load.stop();
  const ended = await untilSettled(() => stuckIn(ask));
  const losses = await lookForLoss(ask, load, zalo);
  const kept = await ask<{ message_id: string }>('select message_id from turn');
  const known = new Set(kept.map(({ message_id }) => message_id));
  const lost = [...losses.lost, ...probe.acknowledged.filter((key) => !known.has(`c:${key}`))];
  if (program.pid() !== pid || !program.isRunning()) faults.push(`the program ended: ${program.said().slice(-400)}`);
  await program.end('SIGTERM');
  const audit = await withEndedStore(dataFolder, ({ runtime }) => auditFaults(runtime));
  return {
    did: `full for ${fullMs / 1000} s, refused honestly ${refused} times; ${losses.turns} turns, ${audit.rows} audit rows whole`,
    figures: [
      count('disk-acknowledged', 'messages acknowledged', losses.acknowledged + probe.acknowledged.length),
      none('disk-lost', 'lost', lost.length),
      none('disk-doubled', 'twice', losses.doubled.length),
      count('disk-back', 'back by itself after there was room', Math.round(backMs ?? Number.NaN), 'ms'),
    ],
    faults: [...faults, ...tellLosses({ ...losses, lost }, ended), ...audit.faults],
  };
}

/** Takes all the room there is. */
function fill(file: string): void {
  const handle = openSync(file, 'a');
  const { bavail, bsize } = statfsSync(file);
  const piece = Buffer.alloc(256 * 1024, 1);
  try {
    for (let left = bavail * bsize; left > 0; left -= piece.length) writeSync(handle, piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(handle);
  }
}

/** What was set aside for the log of the database is used up, so that the next write needs room. */
async function useUpLog(ask: Ask): Promise<void> {
  for (let segment = 0; segment < 40; segment += 1) {
    const written = await ask(
      `select pg_logical_emit_message(false, 'fault', repeat('x', 4000000)), pg_switch_wal()`,
    ).catch(() => null);
    if (written === null) return;
  }
}
