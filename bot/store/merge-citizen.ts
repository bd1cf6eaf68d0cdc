/** Makes an anonymous citizen's talk a known person's, once. */
import { keyOf } from './clean-input.ts';
import type { ThreadKey } from './store.ts';
import type { Scoped } from './tables.ts';

/** To whom the talk goes, and by what it is found from then on: a session or a linked account. */
export interface NewOwner {
  readonly citizenId: string;
  readonly sessionId?: string;
  readonly linkId?: string;
}

/**
 * Turns, feedback and utterances follow by their foreign keys. What was proven in the anonymous talk goes with the
 * anonymous citizen. A talk that is somebody's already stays as it is, whoever asks for it.
 */
export async function mergeConversation(handle: Scoped, from: ThreadKey, owner: NewOwner): Promise<void> {
  const talk = await handle
    .selectFrom('conversation')
    .innerJoin('citizen', 'citizen.id', 'conversation.citizen_id')
    .select(['conversation.id', 'conversation.citizen_id as citizenId'])
    .where('channel', '=', keyOf(from.channel))
    .where('external_id', '=', keyOf(from.externalId))
    .where('session_id', 'is', null)
    .where('link_id', 'is', null)
    .where('person_key', 'is', null)
    .executeTakeFirst();
  if (!talk) return;
  await handle
    .updateTable('conversation')
    .set({ citizen_id: owner.citizenId, session_id: owner.sessionId ?? null, link_id: owner.linkId ?? null })
    .where('citizen_id', '=', talk.citizenId)
    .execute();
  await handle.deleteFrom('citizen').where('id', '=', talk.citizenId).where('person_key', 'is', null).execute();
}
