/** Counts codes that were none, so that nobody tries them all. In memory: a limit protects this copy of the program. */

export interface MissLimits {
  /** Misses of one caller within the time. */
  readonly each: number;
  /** Misses of all together, after which each may miss no more than `eachThen`: somebody guesses under many names. */
  readonly all: number;
  readonly eachThen: number;
  /** Misses of all together, after which nobody is answered. */
  readonly most: number;
  readonly withinMs: number;
}

export interface Misses {
  /** Until when this caller gets no answer; `null`: he may ask. */
  waitUntil(caller: string, at: Date): Date | null;
  miss(caller: string, at: Date): void;
}

/** What a caller did is forgotten when its time is over. */
export function limitMisses({ each, all, eachThen, most, withinMs }: MissLimits): Misses {
  let counts = new Map<string, number>();
  let total = 0;
  let endsAt = 0;
  const turnOver = (at: Date) => {
    if (at.getTime() < endsAt) return;
    counts = new Map();
    total = 0;
    endsAt = at.getTime() + withinMs;
  };
  return {
    waitUntil(caller, at) {
      turnOver(at);
      const left = total >= all ? eachThen : each;
      return total >= most || (counts.get(caller) ?? 0) >= left ? new Date(endsAt) : null;
    },
    miss(caller, at) {
      turnOver(at);
      total += 1;
      counts.set(caller, (counts.get(caller) ?? 0) + 1);
    },
  };
}
