/** Counts calls and refuses what is too many, by rate-limiter-flexible. In memory: a limit of volume protects this copy of the program. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { allLimits, type LimitName } from './all-limits.ts';

/** Too many calls: to be tried again after `retryAfter` seconds. */
export class TooManyError extends Error {
  readonly code = 'too-many';
  readonly status = 429;
  /** Seconds. */
  readonly retryAfter: number;
  /** The first refusal of this time: to be said once where each sentence costs. */
  readonly isFirst: boolean;

  constructor(what: string, retryAfter: number, isFirst = true) {
    super(`Too much at once: ${what}. Try again in ${retryAfter} s.`);
    this.retryAfter = retryAfter;
    this.isFirst = isFirst;
  }
}

/** Counts one call of `who`. @throws {TooManyError} with the seconds until he may again. */
export type CountCall = (who: string) => Promise<void>;

/** @param most in place of the table's, where a setting gives it. */
export function countCalls(name: LimitName, most: number = allLimits[name].most): CountCall {
  const { seconds, what, by } = allLimits[name];
  const limiter = new RateLimiterMemory({ points: most, duration: seconds });
  return async (who) => {
    try {
      await limiter.consume(who);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const isFirst = refused.consumedPoints === most + 1;
      throw new TooManyError(`at most ${most} ${what} a minute by ${by}`, secondsOf(refused), isFirst);
    }
  };
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 1000));
