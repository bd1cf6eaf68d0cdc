/** For browser tests: a page shows what happened when it has drawn it, not when the click returns. */
import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 15_000;
const pauseMs = 50;

/** Tries until `holds` throws no more. @throws what it threw last, after 15 seconds. */
export async function eventually(holds: () => Promise<void>): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await sleep(pauseMs);
  }
}
