/** Hands kept deliveries on: in the order of each thread, several threads at once, each to one copy of the program. */
import type { HeldDelivery, PlatformDeliveries } from '../../../bot/index.ts';
import type { HandleZaloEvent, ZaloEvent } from '../zalo-event.ts';
import { type DeliveryParts, workOnDelivery } from './work-on-delivery.ts';

export interface DeliveryWork {
  readonly deliveries: Pick<PlatformDeliveries, 'claim' | 'settle' | 'renew'>;
  /** `null` for what cannot be read any more. */
  readonly read: (held: HeldDelivery) => ZaloEvent | null;
  readonly handle: HandleZaloEvent;
  /** Never told of a citizen's words. */
  readonly onError: (error: unknown) => void;
  readonly now?: () => Date;
  /** Deliveries in hand at once, asked each time. */
  readonly atOnce?: () => number;
  /** Awaited after each delivery with the ms that it took, before another takes its place. */
  readonly makeWay?: (tookMs: number) => Promise<void>;
  /** Told of each delivery that was worked on, within its trace. */
  readonly onWorked?: DeliveryParts['onWorked'];
  readonly tracer?: DeliveryParts['tracer'];
  /** How long a copy that died keeps a thread from the others, in ms. */
  readonly leaseMs?: number;
  /** Looks so often when nobody wakes it, in ms: another copy may have left something. */
  readonly everyMs?: number;
}

export interface DeliveryWorker {
  /** Something was kept: look now. */
  wake(): void;
  /** Takes nothing more on; resolves when what is in hand is done. */
  stop(): Promise<void>;
}

export function runDeliveries(work: DeliveryWork): DeliveryWorker {
  const { deliveries, onError, now = () => new Date(), atOnce = () => 4, leaseMs = 30_000, everyMs = 1_000 } = work;
  const inHand = new Set<Promise<void>>();
  const bell = makeBell();
  let stopped = false;
  const take = async (): Promise<number> => {
    const free = atOnce() - inHand.size;
    if (free <= 0) return 0;
    const held = await deliveries.claim({ now: now(), leaseMs, limit: free });
    for (const one of held) {
      const begun = performance.now();
      const task = workOnDelivery({ ...work, now, leaseMs }, one)
        .catch(onError)
        .then(() => (stopped ? undefined : work.makeWay?.(performance.now() - begun)))
        .finally(() => {
          inHand.delete(task);
          bell.ring();
        });
      inHand.add(task);
    }
    return held.length;
  };
  const lookOnce = async (): Promise<number> => {
    try {
      return await take();
    } catch (error) {
      onError(error);
      return 0;
    }
  };
  const loop = async (): Promise<void> => {
    while (!stopped) {
      bell.still();
      if ((await lookOnce()) === 0 && !stopped) await bell.rung(everyMs);
    }
  };
  const running = loop();
  return {
    wake: bell.ring,
    async stop() {
      stopped = true;
      bell.ring();
      await running;
      await Promise.all(inHand);
    },
  };
}

/** Rings once however often it is rung, also when nobody waits as yet. */
function makeBell() {
  let rang = false;
  let rouse = () => {};
  return {
    ring: (): void => {
      rang = true;
      rouse();
    },
    still: (): void => {
      rang = false;
    },
    rung: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        if (rang) return resolve();
        const timer = setTimeout(resolve, ms);
        rouse = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}
