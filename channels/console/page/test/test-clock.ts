/** Time that moves only when a test says so. */
import type { Later } from '../talk/open-talk.ts';

export interface TestClock {
  readonly later: Later;
  /** Lets so many ms go by; what was due in between is done in its order. */
  pass(ms: number): Promise<void>;
}

/** Lets everything that waits for a promise go on. */
export const settleAll = () => new Promise<void>((resolve) => setImmediate(resolve));

export function testClock(): TestClock {
  let now = 0;
  let waiting: { at: number; then: () => void }[] = [];
  return {
    later(then, ms) {
      const one = { at: now + ms, then };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
    async pass(ms) {
      const end = now + ms;
      await settleAll();
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
        if (!next) break;
        waiting = waiting.filter((other) => other !== next);
        now = next.at;
        next.then();
        await settleAll();
      }
      now = end;
    },
  };
}
