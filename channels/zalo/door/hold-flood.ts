/** Who writes faster than a person can is told so once; what he writes is kept, and read by whoever takes the talk over. */
import { isEmergency, maskForLog } from '../../../bot/index.ts';
import { TooManyError } from '../../limits/index.ts';
import type { DoorParts, Heard } from './door-parts.ts';

/** `true`: it was kept, and no turn is run for it. An officer is told everything, and a life in danger is never too much. */
export async function holdFlood(parts: DoorParts, heard: Heard): Promise<boolean> {
  const { event, ownedByOfficer, place } = heard;
  if (!parts.count || ownedByOfficer || isEmergency(event.text ?? '')) return false;
  try {
    await parts.count(`${place.channel} ${place.address}`);
    return false;
  } catch (error) {
    if (!(error instanceof TooManyError)) throw error;
    await keep(parts, heard, error.isFirst);
    return true;
  }
}

/** Under the key of a question, as anything that a citizen wrote. */
async function keep({ store, now }: DoorParts, { id, open, event, speech }: Heard, isFirst: boolean): Promise<void> {
  const text = maskForLog(event.text?.trim() || speech.say('limits.sent'));
  const sent = { key: `q:${id}`, speaker: 'citizen' as const, content: { text }, at: event.at };
  const blocks = [{ kind: 'say', text: speech.say('limits.zalo') }];
  const answer = { status: 'smalltalk', codes: [], facet: null, blocks, options: [], sources: [] };
  const said = { key: `r:${id}`, speaker: 'bot' as const, content: { answer }, at: now() };
  const utterances = isFirst ? [sent, said] : [sent];
  await store.addUtterances({ citizenId: open.citizenId, conversationId: open.id, utterances });
}
