/** One delivery, held by this copy of the program, from its reading to its end. */
import type { HeldDelivery, PlatformDeliveries } from '../../../bot/index.ts';
import type { HandleZaloEvent, ZaloEvent } from '../zalo-event.ts';

export interface DeliveryParts {
  readonly deliveries: Pick<PlatformDeliveries, 'settle' | 'renew'>;
  readonly read: (held: HeldDelivery) => ZaloEvent | null;
  readonly handle: HandleZaloEvent;
  readonly onError: (error: unknown) => void;
  readonly now: () => Date;
  readonly leaseMs: number;
}

const mostAttempts = 6;
const firstWaitMs = 1_000;
/** After so many leases somebody else may try: whoever still works on it hangs. */
const mostRenewals = 6;

/** Rejects only when its end could not be written: then its lease runs out, and it is done again. */
export async function workOnDelivery(parts: DeliveryParts, held: HeldDelivery): Promise<void> {
  const { deliveries, read, handle, onError, now } = parts;
  const event = read(held);
  if (event === null) {
    await deliveries.settle(held, { state: 'failed', reason: 'unreadable' }, now());
    return;
  }
  const holding = keepHolding(parts, held);
  try {
    await handle(event);
    await deliveries.settle(held, { state: 'done' }, now());
  } catch (error) {
    onError(error);
    await deliveries.settle(held, endOfFailure(held, now()), now());
  } finally {
    holding.stop();
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
