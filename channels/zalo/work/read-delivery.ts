/** A kept delivery as an event again. */
import type { HeldDelivery } from '../../../bot/index.ts';
import { parseExact } from '../call/parse-exact.ts';
import { readBotEvent } from '../webhook/read-bot-event.ts';
import { readOaEvent } from '../webhook/read-oa-event.ts';
import type { ZaloEvent } from '../zalo-event.ts';

/** `null` for what is no event to us any more: another version of the program kept it. */
export function readDelivery({ channel, account, original, receivedAt }: HeldDelivery): ZaloEvent | null {
  const body = parsed(original);
  const arrival =
    channel === 'zalo-bot'
      ? readBotEvent(body, { botId: account, receivedAt })
      : readOaEvent(body, { oaId: account, receivedAt });
  return 'event' in arrival ? arrival.event : null;
}

function parsed(original: string): unknown {
  try {
    return parseExact(original);
  } catch {
    return null;
  }
}
