/** Keeps our calls under what a plan allows a minute; replies to people who wait go before notices. */

export interface RateLimit {
  /** Resolves when a call may leave. Rejects with the signal's reason when it aborts while waiting. */
  acquire(priority: 'reply' | 'notice', signal?: AbortSignal): Promise<void>;
  /** Zalo said that it is too much: nothing leaves for so long, in ms. */
  rest(ms: number): void;
  /** How many wait. */
  readonly waiting: number;
}

export interface RateOptions {
  /** Calls in any 60 s. */
  readonly perMinute: number;
  /** Milliseconds, growing. */
  readonly now?: () => number;
  /** Calls back after so many ms; gives what cancels it. */
  readonly after?: (ms: number, ring: () => void) => () => void;
}

interface Waiting {
  readonly priority: 'reply' | 'notice';
  readonly go: () => void;
}

const afterTimer = (ms: number, ring: () => void): (() => void) => {
  const timer = setTimeout(ring, ms);
  return () => clearTimeout(timer);
};

/**
 * A bucket: a sixth of a minute's calls may leave at once, and it fills so slowly that any 60 s stay under the limit.
 * While a third of it or less is left, only replies leave.
 */
export function limitRate({ perMinute, now = () => performance.now(), after = afterTimer }: RateOptions): RateLimit {
  const size = Math.max(1, Math.floor(perMinute / 6));
  const perMs = Math.max(perMinute - size, 0.5) / 60_000;
  let waiting: readonly Waiting[] = [];
  let left = size;
  let filledAt = now();
  let restUntil = 0;
  let cancel = () => {};
  const fill = (): void => {
    const at = now();
    left = Math.min(size, left + (at - filledAt) * perMs);
    filledAt = at;
  };
  const needed = ({ priority }: Waiting): number => (priority === 'reply' ? 1 : 1 + Math.floor(size / 3));
  const next = (): Waiting | undefined => waiting.find(({ priority }) => priority === 'reply') ?? waiting[0];
  const letGo = (): void => {
    cancel();
    fill();
    for (let first = next(); first; first = next()) {
      const short = needed(first) - left;
      const ms = Math.max(restUntil - now(), short > 1e-9 ? short / perMs : 0);
      if (ms > 0) {
        cancel = after(Math.ceil(ms), letGo);
        return;
      }
      const going = first;
      waiting = waiting.filter((one) => one !== going);
      left -= 1;
      going.go();
    }
  };
  return {
    acquire: (priority, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const giveUp = () => {
          waiting = waiting.filter((other) => other !== one);
          reject(signal?.reason);
        };
        const one: Waiting = {
          priority,
          go: () => {
            signal?.removeEventListener('abort', giveUp);
            resolve();
          },
        };
        signal?.addEventListener('abort', giveUp, { once: true });
        waiting = [...waiting, one];
        letGo();
      }),
    rest(ms) {
      restUntil = Math.max(restUntil, now() + ms);
    },
    get waiting() {
      return waiting.length;
    },
  };
}
