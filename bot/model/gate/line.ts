/** The line to a model's server: gives way when it is down, full, or has asked to wait. */
import {
  BrokenCircuitError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  isBulkheadRejectedError,
} from 'cockatiel';
import { ModelError } from '../model-error.ts';

/** `waits`: the server asked for it. `rests`: it failed several times in a row. */
export type ModelLineState = 'works' | 'waits' | 'rests' | 'tries';

export interface ModelLine {
  /** @throws {ModelError} at once, without any work, while the line is broken, full, or asked to wait. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Whether it is used, left alone for a while, or tried again with one call. */
  state(): ModelLineState;
  /** The server asked not to be called for so long. */
  waitFor(ms: number): void;
}

const failuresInRow = 5;
const restMs = 30_000;
const mostAtOnce = 16;
const longestWaitMs = 10 * 60_000;

const isFailure = (error: unknown) =>
  error instanceof ModelError && ['model-timeout', 'model-down', 'model-garbage'].includes(error.code);

export function openLine(now: () => number = Date.now): ModelLine {
  const breaker = circuitBreaker(handleWhen(isFailure), {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(failuresInRow),
  });
  const seats = bulkhead(mostAtOnce);
  let closedUntil = 0;
  return {
    state() {
      if (now() < closedUntil) return 'waits';
      if (breaker.state === CircuitState.Open) return 'rests';
      return breaker.state === CircuitState.HalfOpen ? 'tries' : 'works';
    },
    waitFor(ms) {
      closedUntil = Math.max(closedUntil, now() + Math.min(ms, longestWaitMs));
    },
    async run(work) {
      if (now() < closedUntil) throw new ModelError('model-busy', 'The model asked to be left alone for a while.');
      try {
        return await seats.execute(() => breaker.execute(work));
      } catch (error) {
        if (error instanceof BrokenCircuitError)
          throw new ModelError('model-down', 'The model failed several times in a row and is left alone.', {
            cause: error,
          });
        if (isBulkheadRejectedError(error))
          throw new ModelError('model-busy', `More than ${mostAtOnce} calls are under way.`, { cause: error });
        throw error;
      }
    },
  };
}

const usualWaitMs = 5_000;

/** Of a `Retry-After` header, in ms: seconds or a date; some seconds where it says nothing that can be read. */
export function waitOf(header: string | null, now: number): number {
  if (header === null || header.trim() === '') return usualWaitMs;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now;
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, longestWaitMs) : usualWaitMs;
}
