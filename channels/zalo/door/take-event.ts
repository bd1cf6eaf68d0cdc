/** What the product does with whatever comes from Zalo. */
import { groupMark } from '../../../bot/index.ts';
import type { HandleZaloEvent, ZaloEvent } from '../zalo-event.ts';
import type { DoorParts, Heard } from './door-parts.ts';
import { holdFlood } from './hold-flood.ts';
import { sayNote } from './say-note.ts';
import { takePicture } from './take-picture.ts';
import { takeVoice } from './take-voice.ts';
import { ask, takeWords } from './take-words.ts';

/** A person who answers in OA Manager is left alone with the citizen for so long after each of his words. */
const pauseMs = 30 * 60_000;

/**
 * May be told of the same event twice: nothing is done or said twice. Resolves when all of it is in the store, with what
 * is said queued to leave; rejects when the store could not keep it.
 */
export function makeDoor(parts: DoorParts): HandleZaloEvent {
  return async (event) => {
    const address = addressOf(event);
    const platform = parts.platforms[event.channel];
    if (address === null || !platform) return;
    // In a group only words can be addressed to us.
    if (event.isGroup && event.kind !== 'text') return;
    const place = { channel: event.channel, address };
    switch (event.kind) {
      case 'delivered':
      case 'seen':
        return;
      case 'echo':
        if (event.staffId !== null) await parts.store.reach.pause(place, new Date(event.at.getTime() + pauseMs));
        return;
      case 'unfollow':
        return leave(parts, event, place);
      default: {
        const heard = await hear(parts, event, { place, platform });
        if (event.kind !== 'follow') await takeMessage(parts, heard);
      }
    }
  };
}

/** The thread's own name: whoever shares a chat with others is not the same as when he writes alone. `null` for no thread. */
function addressOf({ account, isGroup, threadId, userId }: ZaloEvent): string | null {
  if (isGroup) return threadId === null ? null : `${account}${groupMark}${threadId}`;
  const id = threadId ?? userId;
  return id === null ? null : `${account}:${id}`;
}

/** Opens the talk, with its first words, and notes that the citizen can be written to. */
async function hear(
  { transcript, store, speak, now }: DoorParts,
  event: ZaloEvent,
  { place, platform }: Pick<Heard, 'place' | 'platform'>,
): Promise<Heard> {
  const thread = { channel: event.channel, conversationId: place.address };
  const key = { ...thread, externalId: place.address };
  const [reach, known] = await Promise.all([store.reach.read(place), store.findConversation(key)]);
  // A chat that is known here was greeted, though its talk may be a new one: an account was linked.
  const greeted = reach !== null;
  const there =
    greeted && known ? { ...known, locale: known.locale === 'en' ? ('en' as const) : ('vi' as const) } : null;
  const open = there ?? (await transcript.start({ ...thread, locale: 'vi', greeted }));
  // Noted after the greeting: who was not greeted is not known. A clock that runs ahead would open a window that is closed.
  const at = event.at < now() ? event.at : now();
  const { citizenId } = open;
  await store.reach.heard(place, { citizenId, at, ...(event.kind === 'follow' ? { follows: true } : {}) });
  const found = there ?? (await store.findConversation(key));
  const { callsSelf = null } = (found?.memory ?? {}) as { readonly callsSelf?: string | null };
  const id = event.messageId ?? event.key;
  const ownedByOfficer = found?.ownedByOfficer ?? false;
  const pausedUntil = reach?.pausedUntil ?? null;
  return { event, id, thread, open, place, platform, ownedByOfficer, pausedUntil, speech: speak('vi', callsSelf) };
}

async function takeMessage(parts: DoorParts, heard: Heard): Promise<void> {
  const { event, ownedByOfficer } = heard;
  if (await holdFlood(parts, heard)) return;
  switch (event.kind) {
    case 'text':
      return takeWords(parts, heard, event.text ?? '');
    case 'voice':
      return takeVoice(parts, heard);
    case 'image':
      return takePicture(parts, heard);
    case 'sticker':
      return takeWords(parts, heard, '');
    case 'attachment':
      return takeAttachment(parts, heard);
    default: {
      const [sent, say] = textKeys[event.kind] ?? textKeys.unsupported;
      const { speech } = heard;
      if (ownedByOfficer) return ask(parts, heard, speech.say(sent));
      return sayNote(parts, heard, { sent: speech.say(sent), say: speech.say(say) });
    }
  }
}

const textKeys: {
  readonly unsupported: readonly [string, string];
  readonly [kind: string]: readonly [string, string];
} = {
  location: ['zalo.sent.location', 'zalo.location'],
  info: ['zalo.sent.info', 'zalo.info'],
  unsupported: ['zalo.sent.unsupported', 'zalo.unsupported'],
};

/** Of a link it may be asked whether it is really the office's: its address is read like words, and never opened. */
async function takeAttachment(parts: DoorParts, heard: Heard): Promise<void> {
  const { event, ownedByOfficer, speech } = heard;
  const words = event.text?.trim() ?? '';
  const link = event.media.find(({ type, url }) => type === 'link' && url !== null)?.url;
  if (link) return takeWords(parts, heard, words.includes(link) ? words : `${words} ${link}`.trim());
  if (ownedByOfficer) return ask(parts, heard, [speech.say('zalo.sent.file'), words].filter(Boolean).join(' '));
  await sayNote(
    parts,
    { ...heard, id: `${heard.id}:file` },
    { sent: speech.say('zalo.sent.file'), say: speech.say('zalo.file') },
  );
  if (words !== '') await takeWords(parts, heard, words);
}

/** Whoever leaves is told nothing more: neither notices nor what was about to be said. */
async function leave({ store }: DoorParts, event: ZaloEvent, place: Heard['place']): Promise<void> {
  const found = await store.findConversation({ channel: event.channel, externalId: place.address });
  if (found) await store.consents.stop({ citizenId: found.citizenId, place, at: event.at });
  await store.reach.left(place);
}
