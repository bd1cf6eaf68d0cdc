/** A voice message: heard by the operator's own server where one is set, read back, and asked only after a yes. */
import { maskForLog } from '../../../bot/index.ts';
import type { DoorParts, Heard } from './door-parts.ts';
import { sayNote } from './say-note.ts';
import { ask } from './take-words.ts';

const limitMs = 30_000;
const keptMs = 3_600_000;

export async function takeVoice(parts: DoorParts, heard: Heard): Promise<void> {
  const { speech } = heard;
  const said = await wordsOf(parts, heard);
  if (heard.ownedByOfficer)
    return ask(parts, heard, said ? speech.say('zalo.sent.voiceHeard', { said }) : speech.say('zalo.sent.voice'));
  if (said === null || said === '') {
    const say = speech.say(parts.listen === null ? 'zalo.voiceUnheard' : 'zalo.voiceUnclear');
    return sayNote(parts, heard, { sent: speech.say('zalo.sent.voice'), say });
  }
  await parts.store.reach.keepPending(heard.place, { heard: said }, new Date(parts.now().getTime() + keptMs));
  await sayNote(parts, heard, {
    sent: speech.say('zalo.sent.voice'),
    say: speech.say('zalo.readBack', { said: maskForLog(said) }),
    also: { heard: true },
    options: [
      { text: speech.say('zalo.heardRight.text'), send: speech.say('zalo.heardRight.send') },
      { text: speech.say('zalo.heardWrong.text'), send: speech.say('zalo.heardWrong.send') },
    ],
  });
}

/** `null` when nobody could listen: the citizen is asked to write. */
async function wordsOf({ listen, onError }: DoorParts, { event }: Heard): Promise<string | null> {
  const address = event.media.find(({ url }) => url !== null)?.url;
  if (!listen || !address) return null;
  try {
    const signal = AbortSignal.timeout(limitMs);
    const sound = await listen.fetch(address, signal);
    return sound && (await listen.toText.transcribeFile(sound, signal)).text;
  } catch (error) {
    onError(error);
    return null;
  }
}
