/**
 * Delivers to the signed-in talk of a citizen on the web. While he is away the notice waits: a page cannot ring. While an
 * officer has the talk it waits as well: nothing of the bot's is kept there then.
 */
import { makeAnswer } from '../make-answer.ts';
import type { Store } from '../store/index.ts';
import { noticeContent } from './notice-content.ts';
import type { ParcelSender } from './send-parcels.ts';

export const sendToWeb = (store: Pick<Store, 'notices' | 'addUtterances'>): ParcelSender => ({
  channel: 'web',
  async send({ id, citizenId, content }) {
    const read = noticeContent.safeParse(content);
    if (!read.success) return { end: 'not-sent', reason: 'bad-content', again: false };
    const conversationId = await store.notices.talkNow(citizenId);
    if (conversationId === null) return { end: 'away' };
    const answer = makeAnswer('dossier', [{ kind: 'say', text: read.data.text }]);
    const said = { key: `parcel:${id}`, speaker: 'bot' as const, content: { answer }, at: new Date() };
    const kept = await store.addUtterances({ conversationId, citizenId, utterances: [said] });
    return kept.length > 0 ? { end: 'sent' } : { end: 'away' };
  },
});
