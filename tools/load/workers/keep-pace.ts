/** Does something at an even pace that waits for no answer: who is late is told to be late by the one who waited. */
import { setTimeout as sleep } from 'node:timers/promises';
import { nowMs } from './tally.ts';
import type { Begin } from './worker-words.ts';

export interface Pace {
  readonly begin: Begin;
  readonly perSecond: number;
  /** Of one beat: where several processes share a pace, each begins a little later. */
  readonly offset?: number;
  readonly stopped: AbortSignal;
}

/** @param act told its number and when it was due, ms since 1970; not waited for. Resolves when the time is over. */
export async function keepPace(
  { begin, perSecond, offset = 0, stopped }: Pace,
  act: (index: number, due: number) => void,
): Promise<void> {
  const count = Math.floor(begin.seconds * perSecond);
  for (let index = 0; index < count && !stopped.aborted; index += 1) {
    const due = begin.at + ((index + offset) * 1000) / perSecond;
    const early = due - nowMs();
    if (early > 1) await sleep(early, undefined, { signal: stopped }).catch(() => {});
    if (!stopped.aborted) act(index, due);
  }
}
