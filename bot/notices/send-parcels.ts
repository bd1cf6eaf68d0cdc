/** Sends what is queued: each parcel once. Polling is the truth; several copies of the program may run it. */
import type { Outbox, Parcel, Settlement } from '../store/index.ts';
import { inSpan, inTrace, type Tracer, traceOf } from '../trace/index.ts';

/** How one channel delivers. */
export interface ParcelSender {
  readonly channel: string;
  /**
   * Delivers one parcel. `unsure` means that it may have arrived: it is never sent again. Whatever this throws counts
   * as `unsure`.
   */
  send(parcel: Parcel): Promise<Delivery>;
}

export type Delivery =
  | { readonly end: 'sent' }
  /** Did certainly not arrive; `again` says whether another try makes sense. */
  | { readonly end: 'not-sent'; readonly reason: string; readonly again: boolean }
  /** Not before this moment, however often that is said: a limit of the channel, a window that is closed. */
  | { readonly end: 'later'; readonly at: Date; readonly reason: string }
  /** Who is to get it is not there: it waits, however long. */
  | { readonly end: 'away' }
  | { readonly end: 'unsure'; readonly reason: string };

/** @param ms that this attempt took. */
export type ParcelSettled = (parcel: Parcel, settlement: Settlement, ms: number) => void;

export interface SendOptions {
  readonly outbox: Outbox;
  readonly senders: readonly ParcelSender[];
  readonly now: () => Date;
  /** Settle first what nobody will send (yes): not needed in each of many rounds a second. */
  readonly tidies?: boolean;
  /** How many are sent at a time (1); to one address it is always one after another. */
  readonly lanes?: number;
  /** Awaited after each parcel with the ms that it took: others may need the processor more. */
  readonly makeWay?: (tookMs: number) => Promise<void>;
  /** Told of what went wrong; never of what was in it. */
  readonly onError?: (error: unknown) => void;
  /** Told of each attempt, within its trace. */
  readonly onSettled?: ParcelSettled;
  readonly tracer?: Tracer | null;
}

const leaseMs = 60_000;
const mostInARound = 100;
const mostAttempts = 6;
const firstWaitMs = 30_000;

/**
 * One round over what is due. Each parcel is claimed when its turn has come: a lease lasts for one sending, and whoever
 * dies leaves one in doubt, not the whole round. Resolves with the number of parcels settled as sent.
 */
export async function sendParcels(options: SendOptions): Promise<number> {
  const { outbox, senders, now, makeWay, lanes = 1, tracer = null, tidies = true } = options;
  if (tidies) await outbox.tidy(now());
  const byChannel = new Map(senders.map((sender) => [sender.channel, sender]));
  const ended: Promise<void>[] = [];
  const errors: unknown[] = [];
  let [begun, sent, isEmpty] = [0, 0, false];
  const open = () => void ended.push(lane().catch((error: unknown) => void errors.push(error)));
  const lane = async (): Promise<void> => {
    while (begun < mostInARound && !isEmpty) {
      begun += 1;
      const started = performance.now();
      const [parcel] = await outbox.claim({ channels: [...byChannel.keys()], now: now(), leaseMs, limit: 1 });
      if (!parcel) {
        isEmpty = true;
        return;
      }
      // Where there was one there may be more; where there was none, nobody else looks.
      if (ended.length < lanes && !isEmpty) open();
      const wasSent = await inTrace(traceOf(parcel.trace, tracer), () =>
        sendOne(options, parcel, byChannel.get(parcel.channel)),
      );
      if (wasSent) sent += 1;
      // What was held back behind it may leave now.
      isEmpty = false;
      await makeWay?.(performance.now() - started);
    }
  };
  open();
  for (let index = 0; index < ended.length; index += 1) await ended[index];
  if (errors.length > 0) throw errors[0];
  return sent;
}

async function sendOne(options: SendOptions, parcel: Parcel, sender: ParcelSender | undefined): Promise<boolean> {
  const { outbox, now, onError, onSettled } = options;
  const begun = performance.now();
  const delivery = await inSpan(
    'send',
    parcel.channel,
    () => deliver(sender, parcel, onError),
    ({ end }) => ({ end }),
  );
  const settlement = settlementOf(delivery, parcel, now());
  const settled = await outbox.settle(parcel, settlement, now());
  if (settled) onSettled?.(parcel, settlement, performance.now() - begun);
  return settled && delivery.end === 'sent';
}

async function deliver(
  sender: ParcelSender | undefined,
  parcel: Parcel,
  onError: SendOptions['onError'],
): Promise<Delivery> {
  if (!sender) return { end: 'not-sent', reason: 'no-sender', again: true };
  try {
    return await sender.send(parcel);
  } catch (error) {
    onError?.(error);
    return { end: 'unsure', reason: 'sender-threw' };
  }
}

/** Looks again after one minute, two, … ten. */
const awayMs = (attempt: number) => Math.min(attempt, 10) * 60_000;

/** Waits double with each try: 30 s, 1 min, … 8 min; then it has failed. */
function settlementOf(delivery: Delivery, { attempt }: Parcel, now: Date): Settlement {
  if (delivery.end === 'sent') return { state: 'sent' };
  if (delivery.end === 'later') return { state: 'later', at: delivery.at, reason: delivery.reason };
  if (delivery.end === 'away') return { state: 'later', at: new Date(now.getTime() + awayMs(attempt)), reason: 'away' };
  if (delivery.end === 'unsure') return { state: 'ambiguous', reason: delivery.reason };
  if (!delivery.again || attempt >= mostAttempts) return { state: 'failed', reason: delivery.reason };
  return { state: 'later', at: new Date(now.getTime() + firstWaitMs * 2 ** (attempt - 1)), reason: delivery.reason };
}
