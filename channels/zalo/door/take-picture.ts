/** A picture: never fetched, so never read and never kept. Its caption may be a question. */
import type { DoorParts, Heard } from './door-parts.ts';
import { sayNote } from './say-note.ts';
import { ask, takeWords } from './take-words.ts';

/** How long leave to see a picture may still be given. */
const waitsMs = 24 * 3_600_000;

export async function takePicture(parts: DoorParts, heard: Heard): Promise<void> {
  const { speech } = heard;
  const caption = heard.event.text?.trim() ?? '';
  if (heard.ownedByOfficer) {
    await waitForLeave(parts, heard);
    return ask(parts, heard, [speech.say('zalo.sent.pictureWaits'), caption].filter(Boolean).join(' '));
  }
  const say = speech.say(caption === '' ? 'zalo.picture' : 'zalo.pictureWithWords');
  await sayNote(parts, { ...heard, id: `${heard.id}:picture` }, { sent: speech.say('zalo.sent.picture'), say });
  if (caption !== '') await takeWords(parts, heard, caption);
}

/** Only its address is kept, sealed, for a day: the officer sees it if the citizen lets him. */
async function waitForLeave({ store, now }: DoorParts, { event, place }: Heard): Promise<void> {
  const address = event.media.find(({ url }) => url !== null)?.url;
  if (address) await store.reach.keepPending(place, { picture: address }, new Date(now().getTime() + waitsMs));
}
