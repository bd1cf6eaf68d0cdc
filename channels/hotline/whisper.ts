/** What the officer hears before he is connected: why, and what was asked. No name, no number, nothing of a case. */
import { readCode } from '../speech/read-letters.ts';
import type { Utterance } from '../speech/speak-answer.ts';
import type { CallName } from './call-memory.ts';
import { threadOf } from './call-memory.ts';
import type { CallTalk } from './call-talk.ts';

const nobody = { callsSelf: null };

export const plainWhisper = (talk: Pick<CallTalk, 'say'>): Utterance[] => [talk.say(nobody, 'call.whisper')];

/** Notes as well that somebody has picked up: from now on it is his. */
export async function whisperOf(talk: CallTalk, call: CallName, at: Date): Promise<readonly Utterance[]> {
  const { desk } = talk;
  const conversationId = threadOf(call);
  const handOff = desk && (await desk.handOff({ conversationId }));
  if (!desk || !handOff) return plainWhisper(talk);
  const { code, summary } = handOff;
  await desk.tell({ conversationId, at }, 'picked-up');
  return [talk.say(nobody, 'call.whisperAbout', { text: summary.text, code: readCode(code) })];
}
