/** Sends what is waiting, oldest first, one at a time, each under its own id until the server has taken it. */
import { WireError } from '../wire/direct-line.ts';
import type { Later } from '../wire/stream.ts';
import type { SendState } from './messages.ts';

export interface Waiting {
  readonly key: string;
  readonly text: string;
  readonly at: Date;
}

export interface OutboxParts {
  /** The oldest message that is not sent; `undefined` when all are. */
  readonly next: () => Waiting | undefined;
  /** Rejects with a `WireError`. */
  readonly send: (message: Waiting) => Promise<void>;
  readonly onState: (key: string, state: SendState) => void;
  /** The session is over: the next `send` will begin another. */
  readonly onSessionOver: () => void;
  readonly later: Later;
}

export interface Outbox {
  /** Starts sending, unless it is under way. */
  flush(): void;
  stop(): void;
}

const longestPauseMs = 30_000;

export function openOutbox({ next, send, onState, onSessionOver, later }: OutboxParts): Outbox {
  let busy = false;
  let failures = 0;
  let cancel: (() => void) | null = null;
  const retry = (afterMs: number | null) => {
    failures += 1;
    cancel = later(flush, afterMs ?? Math.min(longestPauseMs, 1000 * 2 ** failures));
  };
  /** False when the rest has to wait. */
  const sendOne = async (message: Waiting, mayRenew: boolean): Promise<'sent' | 'renewed' | 'wait'> => {
    onState(message.key, 'sending');
    try {
      await send(message);
      failures = 0;
      onState(message.key, 'sent');
      return 'sent';
    } catch (error) {
      const problem = error instanceof WireError ? error : new WireError(0);
      if (problem.sessionOver && mayRenew) {
        onSessionOver();
        return 'renewed';
      }
      if (problem.passing || problem.sessionOver) {
        onState(message.key, 'waiting');
        retry(problem.retryAfterMs);
        return 'wait';
      }
      onState(message.key, 'refused');
      return 'sent';
    }
  };
  const run = async () => {
    let mayRenew = true;
    for (let message = next(); message; message = next()) {
      const outcome = await sendOne(message, mayRenew);
      if (outcome === 'wait') return;
      mayRenew = outcome !== 'renewed';
    }
  };
  const flush = () => {
    cancel?.();
    if (busy) return;
    busy = true;
    void run().finally(() => {
      busy = false;
    });
  };
  return { flush, stop: () => cancel?.() };
}
