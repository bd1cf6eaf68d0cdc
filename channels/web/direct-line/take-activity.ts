/** Takes what a client says: kept before it is acknowledged, answered afterwards. */
import { randomUUID } from 'node:crypto';
import { maskForLog, messageOf, type OpenThread } from '../../../bot/index.ts';
import { maskedEcho, refuseBulk, type Typed } from './as-typed.ts';
import { refuseBorrowedId } from './conversation-routes.ts';
import type { SentActivity } from './schemas.ts';
import { echoedActivity, typingActivity } from './shown-activity.ts';
import type { Claims } from './tokens.ts';
import { findThread, sentBy, threadOf, type Wire } from './wire.ts';
import { badArgument, isUnknown } from './wire-error.ts';

export interface Sent {
  readonly claims: Claims;
  readonly thread: OpenThread;
  readonly activity: SentActivity;
  /** From where: tries are counted by it. */
  readonly caller: string;
  /** Files came with it. They are not kept; the citizen is told. */
  readonly hasFiles: boolean;
}

/**
 * Resolves with the activity's id once it is kept. The same `clientActivityID`, or else the same `id`, sent again has
 * no second effect and gets the same answer: a client that lost our reply may simply repeat itself.
 */
export async function takeActivity(wire: Wire, sent: Sent): Promise<string> {
  const { claims, activity, thread } = sent;
  const from = senderOf(claims, activity);
  refuseBulk(activity.channelData);
  if (activity.type !== 'message') {
    const shown = echoedActivity(claims.conversationId, {
      type: activity.type,
      from,
      channelData: activity.channelData,
    });
    wire.live.show(thread.id, shown);
    if (activity.type === 'typing') tellTyping(wire, sent);
    return shown.id;
  }
  const hasText = (activity.text ?? '').trim() !== '';
  const id = hasText || !sent.hasFiles ? await takeMessage(wire, sent, from) : null;
  return sent.hasFiles ? await refuseFiles(wire, sent, { from, id }) : (id ?? '');
}

/** What he types is told to the officer who owns the talk, masked, and kept nowhere. */
function tellTyping(wire: Wire, { thread, activity }: Sent): void {
  const preview = activity.channelData?.preview;
  const text = typeof preview === 'string' ? maskForLog(preview) : '';
  wire.typing?.citizen({ citizenId: thread.citizenId, conversationId: thread.id }, text).catch(wire.onError);
}

/** The token's id, where it has one, stands above what the activity says. */
function senderOf(claims: Claims, { from }: SentActivity): string {
  if (claims.userId !== null) return claims.userId;
  refuseBorrowedId(from?.id, claims);
  if (from?.id) return from.id;
  throw badArgument('from.id: missing, and the token names nobody');
}

async function takeMessage(wire: Wire, { claims, thread, activity, caller }: Sent, from: string): Promise<string> {
  const { conversationId } = claims;
  const { text = '', locale, channelData } = activity;
  const echo = echoOf(wire, claims, { from, text, channelData });
  const message = messageOf({
    id: messageKey(activity),
    channelId: threadOf(claims).channel,
    conversation: { id: conversationId },
    text,
    locale: locale ?? thread.locale,
  } as Parameters<typeof messageOf>[0]);
  const accept = ({ id, citizenId }: OpenThread) =>
    wire.assistant.accept(
      { ...message, ...sentBy(claims, caller) },
      {
        echo,
        thread: { conversationId: id, citizenId },
        onStart: () => wire.live.show(id, typingActivity(conversationId)),
      },
    );
  const accepted = await inThread(wire, { claims, thread }, accept);
  // Its sockets are woken by the store, which tells of each word once it is kept.
  accepted.reply.catch(wire.onError);
  return accepted.utteranceId;
}

/** Known for a while, and gone or another citizen's since: it is looked for, and where it is no more that is said. */
async function inThread<T>(
  wire: Wire,
  { claims, thread }: Pick<Sent, 'claims' | 'thread'>,
  work: (thread: OpenThread) => Promise<T>,
): Promise<T> {
  try {
    return await work(thread);
  } catch (error) {
    if (!isUnknown(error)) throw error;
    return await work(await findThread(wire, claims, { anew: true }));
  }
}

/** A big screen shows no number as it was typed, and nothing that was typed outlives the visit. */
const echoOf = (wire: Wire, { visit }: Claims, { from, ...typed }: Typed & { readonly from: string }) =>
  visit === null ? wire.typed.remember(from, typed) : maskedEcho(from, typed.channelData);

async function refuseFiles(
  wire: Wire,
  { claims, thread, activity }: Sent,
  { from, id }: { from: string; id: string | null },
) {
  const sent =
    id === null
      ? {
          say: 'fileSent',
          echo: echoOf(wire, claims, { from, text: '', channelData: activity.channelData }),
        }
      : null;
  const first = await inThread(wire, { claims, thread }, async (there) => {
    const noted = await wire.transcript.note(there, { key: messageKey(activity), sent, say: 'noFiles' });
    wire.live.wake(there.id);
    return noted;
  });
  return id ?? first;
}

/** What makes two activities the same one. */
function messageKey({ id, channelData }: SentActivity): string {
  if (channelData?.clientActivityID) return `c:${channelData.clientActivityID}`;
  return id ? `a:${id}` : `r:${randomUUID()}`;
}
