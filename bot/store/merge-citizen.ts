/** Makes an anonymous citizen's talk a known person's, once. */
import { keyOf } from './clean-input.ts';
import { setTalkAside } from './set-talk-aside.ts';
import type { ThreadKey } from './store.ts';
import type { Scoped } from './tables.ts';

/** To whom the talk goes, and by what it is found from then on: a session or a linked account. */
export interface NewOwner {
  readonly citizenId: string;
  readonly sessionId?: string;
  readonly linkId?: string;
}

/**
 * Turns, feedback and utterances follow by their foreign keys, and with them goes what was agreed to and what is queued.
 * What was proven in the anonymous talk goes with the anonymous citizen. A talk that is somebody's already stays as it
 * is, whoever asks for it; one that is to be erased, or is held, is set aside: it is nobody else's to keep or to erase.
 */
export async function mergeConversation(handle: Scoped, from: ThreadKey, owner: NewOwner): Promise<void> {
  const thread = { channel: keyOf(from.channel), externalId: keyOf(from.externalId) };
  const talk = await handle
    .selectFrom('conversation')
    .innerJoin('citizen', 'citizen.id', 'conversation.citizen_id')
    .select(['conversation.citizen_id as citizenId'])
    .where('channel', '=', thread.channel)
    .where('external_id', '=', thread.externalId)
    .where('session_id', 'is', null)
    .where('link_id', 'is', null)
    .where('person_key', 'is', null)
    .executeTakeFirst();
  if (!talk) return;
  if (await isBound(handle, talk.citizenId)) return setTalkAside(handle, thread);
  const citizen_id = owner.citizenId;
  await handle
    .updateTable('conversation')
    .set({ citizen_id, session_id: owner.sessionId ?? null, link_id: owner.linkId ?? null })
    .where('citizen_id', '=', talk.citizenId)
    .execute();
  for (const table of ['consent', 'outbox'] as const)
    await handle.updateTable(table).set({ citizen_id }).where('citizen_id', '=', talk.citizenId).execute();
  await handle.deleteFrom('citizen').where('id', '=', talk.citizenId).where('person_key', 'is', null).execute();
}

/** Whether there is a wish to erase or a legal hold, even one that is done or lifted: its record keeps its citizen. */
async function isBound(handle: Scoped, citizenId: string): Promise<boolean> {
  for (const table of ['erasure', 'legal_hold'] as const) {
    const found = handle.selectFrom(table).select('citizen_id').where('citizen_id', '=', citizenId);
    if (await found.executeTakeFirst()) return true;
  }
  return false;
}
