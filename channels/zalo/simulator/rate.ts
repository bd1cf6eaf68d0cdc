/** How many calls a minute the simulated Zalo takes. */

export interface CallCount {
  /** `false` when it is one too many; such a call is not counted. */
  take(at: Date): boolean;
  /** Calls left in the last 60 s. */
  left(at: Date): number;
  /** The most that were taken in any 60 s. */
  readonly most: number;
}

/** @param perMinute `null` for no limit. */
export function countCalls(perMinute: number | null): CallCount {
  let times: number[] = [];
  let most = 0;
  const forget = (at: Date) => {
    times = times.filter((time) => time > at.getTime() - 60_000);
  };
  return {
    take(at) {
      forget(at);
      if (perMinute !== null && times.length >= perMinute) return false;
      times.push(at.getTime());
      most = Math.max(most, times.length);
      return true;
    },
    left(at) {
      forget(at);
      return perMinute === null ? 4_000 : perMinute - times.length;
    },
    get most() {
      return most;
    },
  };
}
