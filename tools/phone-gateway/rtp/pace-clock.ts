/** One clock for all calls: a tick every 20 ms that does not drift, and that makes up for what a busy machine missed. */
import { frameMs } from '../media/sample-rate.ts';

export interface PaceClock {
  /** Called once a tick until what it returns is called. The clock stands still while nobody listens. */
  each(onTick: () => void): () => void;
  readonly listeners: number;
}

/** Ticks that are made up for at once; after a longer stop the clock begins anew. */
const mostAtOnce = 10;

export function openPaceClock(now: () => number = () => performance.now()): PaceClock {
  const listeners = new Set<() => void>();
  let timer: NodeJS.Timeout | null = null;
  let due = 0;
  let ticking = false;
  const tick = () => {
    ticking = true;
    const late = Math.floor((now() - due) / frameMs) + 1;
    const ticks = Math.min(Math.max(late, 0), mostAtOnce);
    for (let count = 0; count < ticks; count += 1) for (const listener of [...listeners]) listener();
    ticking = false;
    due = late > mostAtOnce ? now() + frameMs : due + ticks * frameMs;
    timer = listeners.size === 0 ? null : setTimeout(tick, Math.max(0, due - now()));
  };
  return {
    each(onTick) {
      listeners.add(onTick);
      if (timer === null && !ticking) {
        due = now() + frameMs;
        timer = setTimeout(tick, frameMs);
      }
      return () => {
        listeners.delete(onTick);
        if (listeners.size > 0 || ticking || timer === null) return;
        clearTimeout(timer);
        timer = null;
      };
    },
    get listeners() {
      return listeners.size;
    },
  };
}
