/** One delivery, held by this copy of the program, from its reading to its end. */
import {
  type HeldDelivery,
  inSpan,
  inTrace,
  type PlatformDeliveries,
  type Tracer,
  traceOf,
} from '../../../bot/index.ts';
import type { HandleZaloEvent, ZaloEvent } from '../zalo-event.ts';

export interface DeliveryParts {
  readonly deliveries: Pick<PlatformDeliveries, 'settle' | 'renew'>;
  readonly read: (held: HeldDelivery) => ZaloEvent | null;
  readonly handle: HandleZaloEvent;
  readonly onError: (error: unknown) => void;
  readonly now: () => Date;
  readonly leaseMs: number;
  /** Told of each that was worked on, within its trace. */
  readonly onWorked?: (
    held: HeldDelivery,
    end: { readonly state: string; readonly reason?: string },
    ms: number,
  ) => void;
  readonly tracer?: Tracer | null;
}

const mostAttempts = 6;
const firstWaitMs = 1_000;
/** After so many leases somebody else may try: whoever still works on it hangs. */
const mostRenewals = 6;

/** Rejects only when its end could not be written: then its lease runs out, and it is done again. */
export function workOnDelivery(parts: DeliveryParts, held: HeldDelivery): Promise<void> {
  const begun = performance.now();
  return inTrace(traceOf(held.trace, parts.tracer), () =>
    inSpan('delivery', held.channel, async () => {
      const holding = keepHolding(parts, held);
      try {
        const end = await endOf(parts, held);
        const settled = await parts.deliveries.settle(held, end, parts.now());
        if (settled) parts.onWorked?.(held, end, performance.now() - begun);
      } finally {
        holding.stop();
      }
    }),
  );
}

async function endOf({ read, handle, onError, now }: DeliveryParts, held: HeldDelivery) {
  const event = read(held);
  if (event === null) return { state: 'failed', reason: 'unreadable' } as const;
  try {
    await handle(event);
    return { state: 'done' } as const;
  } catch (error) {
    onError(error);
    return endOfFailure(held, now());
  }
}

/** Waits 1 s, 4 s, 16 s, … 4 min; then it has failed, and its thread goes on without it. */
function endOfFailure({ attempt }: HeldDelivery, now: Date) {
  if (attempt >= mostAttempts) return { state: 'failed', reason: 'handler-failed' } as const;
  const at = new Date(now.getTime() + firstWaitMs * 4 ** (attempt - 1));
  return { state: 'later', at, reason: 'handler-failed' } as const;
}

function keepHolding({ deliveries, now, leaseMs, onError }: DeliveryParts, held: HeldDelivery) {
  let left = mostRenewals;
  const timer = setInterval(() => {
    left -= 1;
    if (left < 0) clearInterval(timer);
    else deliveries.renew(held, new Date(now().getTime() + leaseMs)).catch(onError);
  }, leaseMs / 3);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
