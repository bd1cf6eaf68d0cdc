/** Asks all looks at once; one that fails or takes too long is left out, and the rest is told. */
import type { Look } from './looks.ts';
import type { Reading } from './open-registry.ts';

export interface GatherOptions {
  readonly now: Date;
  readonly onError: (error: unknown) => void;
  /** For each look, in ms: whoever reads the figures waits for ten seconds. */
  readonly patienceMs?: number;
}

class LookTooSlow extends Error {
  readonly code = 'look-too-slow';
}

export interface Looks {
  /** `hmc_store_up` says whether it went well. */
  readonly store: Look;
  readonly others: readonly Look[];
}

export async function gatherReadings({ store, others }: Looks, options: GatherOptions): Promise<readonly Reading[]> {
  const [kept, ...told] = await Promise.all([store, ...others].map((look) => lookOnce(look, options)));
  const up: Reading = { name: 'hmc_store_up', value: kept ? 1 : 0 };
  return [up, ...(kept ?? []), ...told.flatMap((readings) => readings ?? [])];
}

async function lookOnce(look: Look, { now, onError, patienceMs = 3_000 }: GatherOptions) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new LookTooSlow('A part of the figures could not be read in time.')), patienceMs);
  });
  try {
    return await Promise.race([Promise.resolve().then(() => look(now)), late]);
  } catch (error) {
    onError(error);
    return null;
  } finally {
    clearTimeout(timer);
  }
}
