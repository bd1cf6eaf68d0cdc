/** What kills of the program under load came to. */
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../hand-off-load/tally.ts';
import { count, type DrillReport, none } from './drill.ts';
import { type Losses, tellLosses } from './look-for-loss.ts';

export interface Kills {
  readonly kills: number;
  /** Those that came before the program served. */
  readonly whileStarting: number;
  readonly restartMs: readonly number[];
  /** Kinds of ends that nobody asked for. */
  readonly faults: readonly string[];
}

/** A dead one's lease lasts a minute; what waits for a try after it waits half a minute more. */
const settleMs = 240_000;

/** Resolves with what is still not at its end after that; [] when all is. */
export async function untilSettled(look: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const until = performance.now() + settleMs;
  for (;;) {
    const left = await look().catch((error: unknown) => [String(error)]);
    if (left.length === 0 || performance.now() > until) return left;
    await sleep(500);
  }
}

export interface Outcome {
  readonly killed: Kills;
  readonly losses: Losses;
  readonly audit: { readonly rows: number; readonly faults: readonly string[] };
  readonly ended: readonly string[];
}

export function reportOf(id: string, { killed, losses, audit, ended }: Outcome): DrillReport {
  const { kills, whileStarting, restartMs } = killed;
  const { acknowledged, lost, doubled, ambiguous, stuck } = losses;
  const most = Math.max(0, ...restartMs);
  return {
    did: `${kills} × kill -9 (${whileStarting} before it served) under web, Zalo and calls; ${losses.turns} turns, ${audit.rows} audit rows whole`,
    figures: [
      { ...count(`${id}-kills`, 'kill -9 of the program', kills), target: { least: 1 } },
      { ...count(`${id}-acknowledged`, 'messages acknowledged', acknowledged), target: { least: 1 } },
      none(`${id}-lost`, 'acknowledged messages and replies lost', lost.length),
      none(`${id}-doubled`, 'messages and replies twice', doubled.length),
      none(`${id}-stuck`, 'turns, deliveries and replies without an end', stuck.length),
      count(`${id}-ambiguous`, 'replies marked ambiguous', ambiguous),
      count(`${id}-restart-p50`, 'restart, median', percentile(restartMs, 0.5), 'ms'),
      count(`${id}-restart-max`, 'restart, longest', most, 'ms'),
    ],
    faults: [...killed.faults, ...tellLosses(losses, ended), ...audit.faults],
  };
}
