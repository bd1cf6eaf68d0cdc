/** The turns that are in work in this program: a later event of a call stops an earlier one. */
import type { CallEvent } from './call.ts';
import { threadOf } from './call-memory.ts';

export interface Workings {
  /** `null` as soon as a later event stops it. */
  stoppable<T>(event: CallEvent, work: () => Promise<T>): Promise<T | null>;
  /** Stops what is in work for an earlier turn of this call. */
  stop(event: CallEvent): void;
}

export function makeWorkings(): Workings {
  const all = new Map<string, { readonly turn: number; stop(): void }>();
  return {
    async stoppable(event, work) {
      const key = threadOf(event);
      const { promise: stopped, resolve } = Promise.withResolvers<null>();
      const own = { turn: event.turn, stop: () => resolve(null) };
      all.set(key, own);
      try {
        return await Promise.race([work(), stopped]);
      } finally {
        if (all.get(key) === own) all.delete(key);
      }
    },
    stop(event) {
      const before = all.get(threadOf(event));
      if (before && before.turn < event.turn) before.stop();
    },
  };
}
