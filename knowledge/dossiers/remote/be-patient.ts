/** How often and how long a system is asked: limits, retries with jitter, and a circuit breaker. */
import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  decorrelatedJitterGenerator,
  ExponentialBackoff,
  handleType,
  handleWhen,
  type IBackoff,
  type IRetryBackoffContext,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
} from 'cockatiel';
import { SourceError } from '../source-error.ts';
import type { RemoteLimits } from './remote-options.ts';

/** Runs `work` as often as it takes. @throws {SourceError}, or the signal's reason when the caller gave up. */
export interface Patience {
  <T>(work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T>;
  /** Nothing is asked for a while: it failed again and again, or asked for it. */
  rests(): boolean;
}

/**
 * One for each door of a system: pages that cannot be read must not keep single dossiers from being read.
 *
 * A call past its limit is `slow`; while the breaker is open every call is `down` at once. A `Retry-After` is kept to
 * by all calls, not only by the one that heard it.
 */
export function bePatient(limits: RemoteLimits, now: () => number = Date.now): Patience {
  const whole = timeout(limits.overallMs, TimeoutStrategy.Aggressive);
  const attempt = timeout(limits.requestMs, TimeoutStrategy.Aggressive);
  const again = retry(
    handleWhen((error) => worthAgain(error, limits)),
    { maxAttempts: limits.retries, backoff: waits(limits) },
  ).dangerouslyUnref();
  const breaker = circuitBreaker(
    handleType(SourceError, ({ retryable, code }) => retryable && code !== 'busy'),
    { halfOpenAfter: limits.restMs, breaker: new ConsecutiveBreaker(limits.breakAfter) },
  );
  let restUntil = 0;
  const ask = async <T>(work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> => {
    const tryOnce = async (inner: AbortSignal) => {
      if (now() < restUntil) throw askedToWait(restUntil - now());
      try {
        return await attempt.execute(({ signal: limit }) => work(limit), inner);
      } catch (error) {
        const fault = faultOf(error, signal);
        if (fault instanceof SourceError && fault.code === 'busy')
          restUntil = now() + Math.min(fault.retryAfterMs ?? 0, limits.longestRestMs);
        throw fault;
      }
    };
    try {
      const guarded = (outer: AbortSignal) =>
        again.execute(({ signal: inner }) => breaker.execute(() => tryOnce(inner), inner), outer);
      return await whole.execute(({ signal: outer }) => guarded(outer), signal);
    } catch (error) {
      throw faultOf(error, signal);
    }
  };
  const rests = () => breaker.state === CircuitState.Open || now() < restUntil;
  return Object.assign(ask, { rests });
}

const worthAgain = (error: unknown, { longestWaitMs }: RemoteLimits): boolean =>
  error instanceof SourceError && error.retryable && (error.retryAfterMs ?? 0) <= longestWaitMs;

/** Jitter keeps a thousand copies of this program from asking in step after an outage. */
function waits({ firstWaitMs, longestWaitMs }: RemoteLimits) {
  const jitter = new ExponentialBackoff({
    generator: decorrelatedJitterGenerator,
    initialDelay: firstWaitMs,
    maxDelay: longestWaitMs,
  });
  return new DelegateBackoff<IRetryBackoffContext<unknown>, IBackoff<unknown>>(({ result }, before) => {
    const state = before ? before.next(undefined) : jitter.next();
    const asked = 'error' in result && result.error instanceof SourceError ? result.error.retryAfterMs : null;
    return { delay: Math.max(state.duration, asked ?? 0), state };
  });
}

const askedToWait = (ms: number) =>
  new SourceError('busy', `The one-stop system asked us to wait; ${Math.ceil(ms / 1000)} s are left.`, {
    retryAfterMs: ms,
  });

/** The library's errors in our words. Who gave up by himself hears his own reason; a limit of his is `slow`. */
function faultOf(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof SourceError) return error;
  if (error instanceof BrokenCircuitError) {
    return new SourceError('down', 'The one-stop system failed several times in a row and is left alone for a while.');
  }
  const ended = error instanceof TaskCancelledError || isAbort(error);
  if (ended && signal.aborted && !isTimeLimit(signal.reason)) return signal.reason;
  return ended ? new SourceError('slow', 'The one-stop system gave no whole answer within the limit.') : error;
}

/** By name: a `DOMException` of another realm is no `Error` of ours. */
const nameOf = (reason: unknown): unknown =>
  typeof reason === 'object' && reason !== null && 'name' in reason ? reason.name : null;
const isTimeLimit = (reason: unknown): boolean => nameOf(reason) === 'TimeoutError';
const isAbort = (error: unknown): boolean => nameOf(error) === 'AbortError' || isTimeLimit(error);
