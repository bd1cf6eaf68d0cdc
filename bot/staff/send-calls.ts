/** Sends what staff are called for: each once to each phone. Polling is the truth; several copies of the program may run it. */
import { repeatJob } from '../repeat-job.ts';
import type { CallSettlement, QueuedCall, StaffStore } from '../store/index.ts';
import type { Speech } from '../texts/speech.ts';

/** How one kind of phone is reached. */
export interface PhoneSender {
  /** `push`, or the channel whose accounts staff have linked: `zalo-bot`. */
  readonly way: string;
  /** Whatever this throws counts as `unsure`. */
  send(call: QueuedCall): Promise<CallDelivery>;
}

export type CallDelivery =
  | { readonly end: 'sent' }
  /** Did certainly not arrive. `gone`: the phone takes nothing any more and is forgotten. */
  | { readonly end: 'not-sent'; readonly reason: string; readonly again: boolean; readonly gone?: boolean }
  | { readonly end: 'unsure'; readonly reason: string };

export interface SendCallsOptions {
  readonly calls: StaffStore['calls'];
  readonly senders: readonly PhoneSender[];
  readonly now: () => Date;
  readonly onError?: (error: unknown) => void;
}

const leaseMs = 30_000;
const mostInARound = 100;
const mostAttempts = 5;
const firstWaitMs = 5_000;

/** One round over what is due; resolves with the number of calls settled as sent. */
export async function sendCalls({ calls, senders, now, onError }: SendCallsOptions): Promise<number> {
  await calls.markLost(now());
  const byWay = new Map(senders.map((sender) => [sender.way, sender]));
  let sent = 0;
  for (let count = 0; count < mostInARound; count += 1) {
    const call = await calls.claim({ now: now(), leaseMs, ways: [...byWay.keys()] });
    if (!call) break;
    const delivery = await deliver(byWay, call, onError);
    const settled = await calls.settle(call, settlementOf(delivery, call, now()), now());
    if (settled && delivery.end === 'sent') sent += 1;
  }
  return sent;
}

async function deliver(
  byWay: ReadonlyMap<string, PhoneSender>,
  call: QueuedCall,
  onError: SendCallsOptions['onError'],
): Promise<CallDelivery> {
  const { to } = call;
  if (to.way === 'gone') return { end: 'not-sent', reason: 'phone-gone', again: false };
  const sender = byWay.get(to.way === 'push' ? 'push' : to.channel);
  if (!sender) return { end: 'not-sent', reason: 'no-sender', again: true };
  try {
    return await sender.send(call);
  } catch (error) {
    onError?.(error);
    return { end: 'unsure', reason: 'sender-threw' };
  }
}

/**
 * Waits double with each try: 5 s, 10 s, 20 s, 40 s; then it has failed. What may have arrived is sent again as well: it
 * takes the place of the first on the phone, and a citizen waits meanwhile.
 */
function settlementOf(delivery: CallDelivery, { attempt }: QueuedCall, now: Date): CallSettlement {
  if (delivery.end === 'sent') return { state: 'sent' };
  const { reason } = delivery;
  if (delivery.end === 'unsure' && attempt >= mostAttempts) return { state: 'ambiguous', reason };
  if (delivery.end === 'not-sent' && (!delivery.again || attempt >= mostAttempts))
    return { state: 'failed', reason, removePhone: delivery.gone ?? false };
  return { state: 'later', at: new Date(now.getTime() + firstWaitMs * 2 ** (attempt - 1)), reason };
}

/** What a message to a member of staff says: never a citizen's words, name or number. */
export const callText = (speech: Speech, { kind, code }: Pick<QueuedCall, 'kind' | 'code'>): string =>
  speech.say(`staffCall.${kind}`, { code });

const roundMs = 2_000;

/** Looks for calls every two seconds. Resolves `stop` when none is under way any more. */
export const callStaffJob = (options: Omit<SendCallsOptions, 'now'> & { readonly onError: (error: unknown) => void }) =>
  repeatJob({
    everyMs: roundMs,
    work: () => sendCalls({ ...options, now: () => new Date() }),
    onError: options.onError,
  });
