/** Hands what Zalo delivered to the assistant: words alone, as plain messages. */
import type { Assistant, IncomingMessage } from '../bot/index.ts';
import type { HandleZaloEvent, ZaloEvent } from '../channels/index.ts';

/** Resolves when the turn is done: so many turns at once as the worker has hands. */
export const answerZalo =
  (assistant: Pick<Assistant, 'handle'>): HandleZaloEvent =>
  async (event) => {
    const message = messageOf(event);
    if (message) await assistant.handle(message);
  };

function messageOf({ kind, text, threadId, channel, account, messageId, key, at }: ZaloEvent): IncomingMessage | null {
  if (kind !== 'text' || text === null || threadId === null) return null;
  const conversationId = `${account}:${threadId}`;
  const id = messageId ?? key;
  return { id, conversationId, channel, locale: 'vi', text, at, signedInAs: null, ownedByOfficer: false };
}
