/** What clients are shown: activities made from what was said. */
import { randomUUID } from 'node:crypto';
import { activityOf, chipsOf, type Utterance } from '../../../bot/index.ts';
import type { AsTyped, Echo } from './as-typed.ts';

/** An activity as it goes out. */
export type ShownActivity = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };

/** An activity of an utterance; `null` for one that has nothing to show yet. The id is always the utterance's. */
export function shownActivity(conversationId: string, said: Utterance, typed: AsTyped): ShownActivity | null {
  const common = {
    id: said.id,
    timestamp: said.at.toISOString(),
    channelId: 'directline',
    conversation: { id: conversationId },
  };
  if (said.speaker === 'citizen') return { ...common, ...citizenPart(said, typed) };
  if (said.officer) return { ...common, ...officerPart(said.officer) };
  if (!said.answer) return null;
  const activity = activityOf(said.answer, said.turnId);
  const notice = said.notice ? { notice: said.notice } : {};
  const channelData = said.isOpening ? { opening: true } : { ...activity.channelData, ...notice };
  return { ...common, ...activity, type: 'message', channelData };
}

/** An officer speaks: clients that know nothing of officers draw him as the bot, by his name. */
function officerPart({ officer, text, pictures, notice, options }: NonNullable<Utterance['officer']>) {
  const attachments = pictures.map(({ url, alt }) => ({ contentType: 'image/*', contentUrl: url, name: alt }));
  return {
    type: 'message',
    from: { id: 'officer', name: `Cán bộ ${officer.name}`, role: 'bot' },
    text,
    textFormat: 'plain',
    ...(attachments.length > 0 ? { attachments } : {}),
    ...chipsOf({ options }),
    channelData: {
      ...{ officer: true, name: officer.name, pictures },
      ...(notice ? { notice } : {}),
      ...(options.length > 0 ? { options } : {}),
    },
  };
}

/** Shown on sockets alone and never kept: the officer types. */
export const officerTypingActivity = (conversationId: string): ShownActivity => ({
  ...activityFrame(conversationId, 'typing'),
  from: { id: 'officer', name: 'Cán bộ', role: 'bot' },
});

/** With the client's channelData as it came, and the role: without it a client draws the message as the bot's. */
function citizenPart({ text, echo }: Utterance, typed: AsTyped) {
  const kept = echo as Echo | null;
  const sent = kept && typed.recall(kept);
  return {
    type: 'message',
    from: { id: kept?.from ?? 'citizen', role: 'user' },
    text: sent?.text || text,
    textFormat: 'plain',
    channelData: sent?.channelData ?? kept?.channelData ?? {},
  };
}

/** Shown on sockets alone and never kept: a typing sign of ours. */
export const typingActivity = (conversationId: string): ShownActivity => ({
  ...activityFrame(conversationId, 'typing'),
  from: { id: 'hoi-mot-cua', name: 'Hỏi Một Cửa', role: 'bot' },
});

/** A client's own event or typing sign, told back to its sockets so that it knows that it arrived. */
export const echoedActivity = (
  conversationId: string,
  { type, from, channelData }: { type: string; from: string; channelData: unknown },
): ShownActivity => ({
  ...activityFrame(conversationId, type),
  from: { id: from, role: 'user' },
  ...(channelData ? { channelData } : {}),
});

const activityFrame = (conversationId: string, type: string) => ({
  type,
  id: randomUUID(),
  timestamp: new Date().toISOString(),
  channelId: 'directline',
  conversation: { id: conversationId },
});
