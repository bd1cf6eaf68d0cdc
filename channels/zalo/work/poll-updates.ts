/** Asks the Bot Platform for events instead of being called: for a developer's machine, where Zalo cannot reach us. */
import type { NewDelivery } from '../../../bot/index.ts';
import type { ZaloBotClient } from '../bot/index.ts';
import { deliveryOf } from '../webhook/delivery-of.ts';
import { readBotEvent } from '../webhook/read-bot-event.ts';
import { ZaloError } from '../zalo-error.ts';

export interface PollOptions {
  readonly client: Pick<ZaloBotClient, 'getUpdates'>;
  readonly botId: string;
  /** `true` when it is new: Zalo tells what was fetched again and again. */
  readonly keep: (delivery: NewDelivery) => Promise<boolean>;
  readonly onKept: () => void;
  readonly onError: (error: unknown) => void;
  readonly now?: () => Date;
  /** Resolves after so many ms, or when the signal aborts. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly timeoutSeconds?: number;
}

/** With old events in its queue, Zalo answers at once, a dozen times a second. */
const floorMs = 1_000;
const afterErrorMs = 5_000;
/** A webhook is set, or the token is wrong: only a person changes that. */
const afterRefusalMs = 60_000;

export function pollUpdates(options: PollOptions): { stop(): Promise<void> } {
  const { onError, wait = waitOrStop } = options;
  const stopping = new AbortController();
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const restMs = await pollOnce(options, stopping.signal).catch((error: unknown) => {
        if (stopping.signal.aborted) return 0;
        onError(error);
        return error instanceof ZaloError && ['human', 'bug'].includes(error.action) ? afterRefusalMs : afterErrorMs;
      });
      await wait(restMs, stopping.signal);
    }
  };
  const running = loop();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** Resolves with the ms to rest. */
async function pollOnce(options: PollOptions, signal: AbortSignal): Promise<number> {
  const { client, botId, keep, onKept, now = () => new Date(), timeoutSeconds = 30 } = options;
  const updates = await client.getUpdates({ timeoutSeconds, signal });
  for (const update of updates) {
    const arrival = readBotEvent(update, { botId, receivedAt: now() });
    if ('event' in arrival && (await keep(deliveryOf(arrival.event, JSON.stringify(update))))) onKept();
  }
  return floorMs;
}

const waitOrStop = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
  });
