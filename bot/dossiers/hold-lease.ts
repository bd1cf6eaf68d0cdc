/** Runs work for as long as this copy of the program holds the lease of a source. */
import type { SourceCursors, SourceLease } from '../store/source-cursors.ts';

export interface HoldOptions {
  readonly cursors: SourceCursors;
  readonly source: string;
  /** How long the lease outlives a copy of the program that dies, in ms. */
  readonly leaseMs?: number;
  /** For tests: calls `renew` from time to time, until the function it returns is called. */
  readonly every?: (ms: number, renew: () => void) => () => void;
}

const byClock = (ms: number, renew: () => void) => {
  const timer = setInterval(renew, ms).unref();
  return () => clearInterval(timer);
};

/** @returns `null` when another copy holds it. The signal aborts when the lease is lost while the work is under way. */
export async function holdLease<T>(
  { cursors, source, leaseMs = 60_000, every = byClock }: HoldOptions,
  work: (lease: SourceLease, signal: AbortSignal) => Promise<T>,
): Promise<T | null> {
  const lease = await cursors.take(source, leaseMs);
  if (!lease) return null;
  const lost = new AbortController();
  const loses = () => lost.abort(new Error('Another copy of the program follows this source now.'));
  // A database that does not answer is no proof of a loss: the fence decides when it does.
  const renew = () =>
    void lease.renew(leaseMs).then(
      (kept) => kept || loses(),
      () => undefined,
    );
  const stop = every(leaseMs / 3, renew);
  try {
    return await work(lease, lost.signal);
  } finally {
    stop();
    await lease.release().catch(() => undefined);
  }
}
