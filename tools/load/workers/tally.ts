/** What a process of the load counts while it works. */
import type { Begin, Timed, WorkerReport } from './worker-words.ts';

export interface WorkTally {
  /** Something was due at this moment (ms since 1970), and was sent then; now where it is not said. */
  sent(due: number, at?: number): void;
  /** What was due then is answered now. @param of `turn`, `acknowledged`, … The first named is what counts as done. */
  took(of: string, due: number): void;
  failed(kind: string): void;
  count(what: string, by?: number): void;
  report(): WorkerReport;
}

/** Only what was due within the measurement counts. @param mainly the kind of timing that means: done. */
export function makeTally({ at, seconds }: Begin, mainly: string): WorkTally {
  const timings: Record<string, Timed[]> = {};
  const errors: Record<string, number> = {};
  const counts: Record<string, number> = {};
  const behind: number[] = [];
  let asked = 0;
  let failures = 0;
  const isDue = (due: number) => due >= at && due <= at + seconds * 1000;
  return {
    sent(due, sentAt = nowMs()) {
      if (!isDue(due)) return;
      asked += 1;
      behind.push(Math.max(0, sentAt - due));
    },
    took(of, due) {
      if (!isDue(due)) return;
      const own = timings[of] ?? [];
      timings[of] = own;
      own.push([Math.round((due - at) / 100) / 10, Math.round((nowMs() - due) * 10) / 10]);
    },
    failed(kind) {
      failures += 1;
      errors[kind] = (errors[kind] ?? 0) + 1;
    },
    count(what, by = 1) {
      counts[what] = (counts[what] ?? 0) + by;
    },
    report() {
      const done = timings[mainly]?.length ?? 0;
      const late = behind.toSorted((one, other) => one - other);
      const share = (part: number) => Math.round(late[Math.min(late.length - 1, Math.floor(part * late.length))] ?? 0);
      const open = Math.max(0, asked - done - failures);
      return {
        asked,
        done,
        open,
        timings,
        errors,
        behindMs: { p50: share(0.5), p99: share(0.99), max: share(1) },
        counts,
      };
    },
  };
}

/** Ms since 1970, finer than a ms and steady. */
export const nowMs = (): number => performance.timeOrigin + performance.now();
