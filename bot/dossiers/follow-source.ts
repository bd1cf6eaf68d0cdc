/** Follows a source for as long as the program runs: one copy of the program at a time, with longer waits after failures. */
import { setTimeout as wait } from 'node:timers/promises';
import { SourceError, type SourceFault } from '../../knowledge/index.ts';
import { type CursorPorts, type Pulled, type PullPorts, pullChanges } from './pull-changes.ts';

export interface FollowPorts extends Omit<PullPorts, keyof CursorPorts> {
  /** Runs `work` when no other copy of the program follows this source; else `null`. The signal ends with the lease. */
  withLease<T>(work: (cursor: CursorPorts, signal: AbortSignal) => Promise<T>): Promise<T | null>;
  /** Told of every failure, for the log. Its message holds nothing of a dossier when it is a `SourceError`. */
  readonly onError?: (error: unknown) => void;
}

export interface FollowOptions {
  /** Between two rounds, in ms. */
  readonly everyMs?: number;
  /** The longest wait after failures, in ms. */
  readonly longestWaitMs?: number;
  readonly now?: () => Date;
  /** 0 up to 1: spreads the rounds of many installations. */
  readonly random?: () => number;
  /** For tests: rejects when the signal aborts. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

/** How following goes, for the operator's figures. */
export interface FollowHealth {
  readonly source: string;
  /** When this copy last read the source to its end; `null`: not since it was started. */
  readonly lastSuccess: Date | null;
  /** `store` when our own database failed; `null` after a success. */
  readonly lastError: SourceFault | 'store' | null;
  readonly failuresInARow: number;
  /** Dossiers read since the start, repeated ones included. */
  readonly read: number;
  /** ms since the last success, or since the start; how far our tables may be behind. */
  readonly lagMs: number;
  /** Another copy of the program follows the source. */
  readonly elsewhere: boolean;
}

export interface Following {
  health(): FollowHealth;
  /** Ends the round under way and resolves when nothing runs any more. Safe to call twice. */
  stop(): Promise<void>;
}

type State = Omit<FollowHealth, 'source' | 'lagMs'>;

/** Begins at once and never rejects. */
export function followSource(ports: FollowPorts, options: FollowOptions = {}): Following {
  const { now = () => new Date(), sleep = (ms, signal) => wait(ms, undefined, { signal, ref: false }) } = options;
  const stopping = new AbortController();
  const started = now();
  let state: State = { lastSuccess: null, lastError: null, failuresInARow: 0, read: 0, elsewhere: false };
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const { next, waitMs } = await followOnce(ports, state, { ...options, now, stopping: stopping.signal });
      state = next;
      if (waitMs > 0) await sleep(waitMs, stopping.signal).catch(() => undefined);
    }
  };
  const running = run();
  return {
    health: () => ({
      ...state,
      source: ports.source.name,
      lagMs: now().getTime() - (state.lastSuccess ?? started).getTime(),
    }),
    stop() {
      stopping.abort(new Error('The program stops.'));
      return running;
    },
  };
}

interface RoundOptions extends FollowOptions {
  readonly now: () => Date;
  readonly stopping: AbortSignal;
}

async function followOnce(ports: FollowPorts, state: State, options: RoundOptions) {
  const { everyMs = 30_000, random = Math.random, now, stopping } = options;
  try {
    const { source, keep } = ports;
    const pulled = await ports.withLease(({ readCursor, moveCursor }, lease) =>
      pullChanges({ source, keep, readCursor, moveCursor }, { signal: AbortSignal.any([lease, stopping]) }),
    );
    const waitMs = pulled?.end === 'more' ? 0 : everyMs * (0.9 + 0.2 * random());
    return { next: afterRound(state, pulled, now()), waitMs };
  } catch (error) {
    if (stopping.aborted) return { next: state, waitMs: 0 };
    ports.onError?.(error);
    const next = { ...state, lastError: faultOf(error), failuresInARow: state.failuresInARow + 1, elsewhere: false };
    return { next, waitMs: waitAfter(error, next.failuresInARow, options) };
  }
}

function afterRound(state: State, pulled: Pulled | null, at: Date): State {
  if (pulled === null || pulled.end === 'moved-elsewhere') return { ...state, elsewhere: true, lastError: null };
  const lastSuccess = pulled.end === 'caught-up' ? at : state.lastSuccess;
  return { lastSuccess, lastError: null, failuresInARow: 0, read: state.read + pulled.dossiers, elsewhere: false };
}

const faultOf = (error: unknown): SourceFault | 'store' => (error instanceof SourceError ? error.code : 'store');

/** Doubles from a tenth of the usual wait; as long as the source asks; the longest at once where somebody has to act. */
function waitAfter(error: unknown, failures: number, options: RoundOptions): number {
  const { everyMs = 30_000, longestWaitMs = 600_000, random = Math.random } = options;
  if (error instanceof SourceError && error.code === 'refused') return longestWaitMs;
  const asked = error instanceof SourceError ? (error.retryAfterMs ?? 0) : 0;
  const usual = (everyMs / 10) * 2 ** Math.min(failures - 1, 20);
  return Math.min(longestWaitMs, Math.max(asked, usual * (0.5 + 0.5 * random())));
}
