/** The live stream of the console, opened again wherever a copy is there. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Drill } from './drill.ts';
import type { Reach } from './reach.ts';
import { countIn } from './tally.ts';

export interface Hearing {
  readonly drill: Drill;
  readonly reach: Reach;
  readonly headers: Readonly<Record<string, string>>;
  readonly onHint: () => void;
}

export async function followHints({ drill, reach, headers, onHint }: Hearing): Promise<void> {
  while (!drill.officersStop()) {
    const end = new AbortController();
    const look = setInterval(() => drill.officersStop() && end.abort(), 200);
    try {
      const response = await fetch(`${reach.base()}/console/api/events`, { headers, signal: end.signal });
      const reader = response.body?.getReader();
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) onHint();
    } catch {
      // Counted below.
    }
    clearInterval(look);
    if (drill.officersStop()) return;
    countIn(drill.tally.done, 'live streams opened again');
    reach.turnTo();
    await sleep(1_000 + Math.random() * 1_000);
  }
}
