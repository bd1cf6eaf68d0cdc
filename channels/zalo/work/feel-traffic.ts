/** Whether deliveries come in fast just now: then taking them in goes before answering them. */

export interface Traffic {
  /** A delivery came. */
  came(): void;
  isHeavy(): boolean;
}

const windowMs = 500;
/** In the window: forty a second. A ward's busiest hour brings one or two. */
const heavyFrom = 20;

/** @param now milliseconds, growing. */
export function feelTraffic(now: () => number = () => performance.now()): Traffic {
  let times: readonly number[] = [];
  return {
    came() {
      times = [...times.slice(-heavyFrom + 1), now()];
    },
    isHeavy: () => times.length >= heavyFrom && (times[0] ?? 0) > now() - windowMs,
  };
}
