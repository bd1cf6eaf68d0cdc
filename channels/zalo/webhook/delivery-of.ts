/** An event as it is kept. */
import { maskForLog, type NewDelivery } from '../../../bot/index.ts';
import type { ZaloEvent } from '../zalo-event.ts';

/** @param original as it came: what the worker reads again. */
export const deliveryOf = (event: ZaloEvent, original: string): NewDelivery => ({
  channel: event.channel,
  account: event.account,
  key: event.key,
  thread: event.threadId ?? event.key,
  name: event.name,
  original,
  masked: { kind: event.kind, ...(event.text === null ? {} : { text: maskForLog(event.text) }) },
  orderedAt: event.at,
  receivedAt: event.receivedAt,
});
