/** Delivers to a web conversation: the notice stands in it when the page is open, or when it is opened next. */
import { sayAnswer } from '../make-answer.ts';
import type { Store } from '../store/index.ts';
import { noticeContent } from './notice-content.ts';
import type { ParcelSender } from './send-parcels.ts';

export const sendToWeb = (store: Store): ParcelSender => ({
  channel: 'web',
  async send({ id, citizenId, address, content }) {
    const text = noticeContent.safeParse(content);
    if (!text.success) return { end: 'not-sent', reason: 'bad-content', again: false };
    const found = await store.findConversation({ channel: 'web', externalId: address });
    // The thread may have changed hands since: then it is nobody's business there.
    if (!found || found.citizenId !== citizenId) return { end: 'not-sent', reason: 'no-thread', again: false };
    const said = {
      key: `parcel:${id}`,
      speaker: 'bot' as const,
      content: { answer: sayAnswer(text.data.text) },
      at: new Date(),
    };
    await store.addUtterances({ conversationId: found.id, citizenId, utterances: [said] });
    return { end: 'sent' };
  },
});
