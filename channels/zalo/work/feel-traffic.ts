/** Whether deliveries come in fast just now: then taking them in goes before answering them. */

export interface Traffic {
  /** A delivery came. */
  came(): void;
  /** Counts as heavy for a moment: a platform that waited for us delivers at once, and nothing of ours is warm yet. */
  brace(): void;
  isHeavy(): boolean;
  /** Heavy, and the processor has little time left beside it. */
  isPressing(): boolean;
  /**
   * To be awaited after each piece of work that took so many ms. Resolves at once in light traffic; in heavy traffic
   * after as long again, or nine times as long while the processor is busy; 2 s at most, or as soon as traffic is light.
   */
  makeWay(tookMs: number): Promise<void>;
}

export interface TrafficOptions {
  /** Milliseconds, growing. */
  readonly now?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
  /** Whether the processor has little time left; it counts as busy where nobody can tell. */
  readonly isBusy?: () => boolean;
}

const windowMs = 500;
/** In the window: forty a second. A ward's busiest hour brings one or two. */
const heavyFrom = 20;
const bracedMs = 1_000;
/** Work may have half of the time; on a busy processor a tenth: at most one delivery in ten waits for it. */
const restFactor = { free: 1, busy: 9 };
const longestRestMs = 2_000;
const lookEveryMs = 50;

export function feelTraffic(options: TrafficOptions = {}): Traffic {
  const { now = () => performance.now(), sleep = rest, isBusy = () => true } = options;
  let times: readonly number[] = [];
  let bracedUntil = Number.NEGATIVE_INFINITY;
  const isHeavy = (): boolean =>
    now() < bracedUntil || (times.length >= heavyFrom && (times[0] ?? 0) > now() - windowMs);
  return {
    came() {
      times = [...times.slice(-heavyFrom + 1), now()];
    },
    brace() {
      bracedUntil = now() + bracedMs;
    },
    isHeavy,
    isPressing: () => isHeavy() && isBusy(),
    async makeWay(tookMs) {
      const factor = isBusy() ? restFactor.busy : restFactor.free;
      const until = now() + Math.min(tookMs * factor, longestRestMs);
      while (isHeavy() && now() < until) await sleep(Math.min(lookEveryMs, until - now()));
    },
  };
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
