/** Holds an answer back: its draft and the hand-off that it waits in are kept in one transaction. */
import { randomUUID } from 'node:crypto';
import { dateOf, idOf, toJson } from '../clean-input.ts';
import type { StoredHandOff } from '../hand-offs/hand-off-row.ts';
import { noteEvent } from '../hand-offs/note-event.ts';
import { type NewHandOff, openHandOff, openOne } from '../hand-offs/open-hand-off.ts';
import { findHandOff } from '../hand-offs/own-hand-off.ts';
import type { Scoped } from '../tables.ts';
import { lockConversation } from '../utterances.ts';
import { countHeld } from './held-draft.ts';

export interface HeldWish {
  /** With the cause `held`. */
  readonly handOff: NewHandOff;
  readonly messageId: string;
  readonly question: string;
  readonly answer: unknown;
  readonly releaseAt: Date;
}

/** A message that was held before is not held again: its turn is run anew after a kill. */
export async function holdDraft(
  handle: Scoped,
  { handOff: wish, messageId, question, answer, releaseAt }: HeldWish,
): Promise<{ readonly handOff: StoredHandOff; readonly draftId: string } | null> {
  const { conversationId, citizenId, now } = wish;
  const { isOwned } = await lockConversation(handle, conversationId);
  const known = await openOne(handle, conversationId);
  if (isOwned || (known && (known.cause !== 'held' || known.guarded || known.state !== 'waiting'))) return null;
  if (await isKeptToDesk(handle, conversationId)) return null;
  const before = await draftOfMessage(handle, conversationId, messageId);
  if (before && before.state !== 'held') return null;
  const { handOff } = known ? { handOff: known } : await openHandOff(handle, wish);
  if (before) return { handOff, draftId: before.id };
  const id = randomUUID();
  await handle
    .insertInto('held_draft')
    .values({
      id,
      citizen_id: idOf(citizenId),
      hand_off_id: handOff.id,
      conversation_id: idOf(conversationId),
      message_id: messageId,
      turn_id: await turnOf(handle, conversationId, messageId),
      question,
      answer: toJson(answer),
      state: 'held',
      held_at: dateOf(now),
      release_at: dateOf(releaseAt),
    })
    .execute();
  await noteEvent(handle, { handOffId: handOff.id, citizenId, unit: handOff.unit, kind: 'held', at: now });
  return { handOff, draftId: id };
}

async function isKeptToDesk(handle: Scoped, conversationId: string): Promise<boolean> {
  const row = await handle
    .selectFrom('conversation')
    .select('kept_for')
    .where('id', '=', idOf(conversationId))
    .executeTakeFirst();
  return row?.kept_for !== null;
}

const draftOfMessage = (handle: Scoped, conversationId: string, messageId: string) =>
  handle
    .selectFrom('held_draft')
    .select(['id', 'state'])
    .where('conversation_id', '=', idOf(conversationId))
    .where('message_id', '=', messageId)
    .executeTakeFirst();

async function turnOf(handle: Scoped, conversationId: string, messageId: string): Promise<string | null> {
  const row = await handle
    .selectFrom('turn')
    .select('id')
    .where('conversation_id', '=', idOf(conversationId))
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function cancelDraft(handle: Scoped, draftId: string, now: Date): Promise<void> {
  const draft = await handle
    .updateTable('held_draft')
    .set({ state: 'cancelled', decided_at: dateOf(now) })
    .where('id', '=', idOf(draftId))
    .where('state', '=', 'held')
    .returning('hand_off_id')
    .executeTakeFirst();
  if (draft) await closeUndecided(handle, draft.hand_off_id, now);
}

/** A hand-off that was there for held answers alone is over with the last of them. The caller holds the conversation. */
export async function closeUndecided(handle: Scoped, handOffId: string, now: Date): Promise<void> {
  if ((await countHeld(handle, handOffId)) > 0) return;
  const closed = await handle
    .updateTable('hand_off')
    .set({ state: 'closed', closed_as: 'released', closed_at: dateOf(now), due_at: null, waits_since: null })
    .where('id', '=', handOffId)
    .where('cause', '=', 'held')
    .where('state', '=', 'waiting')
    .where('first_reply_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!closed) return;
  const { citizenId, unit } = await findHandOff(handle, handOffId);
  await noteEvent(handle, { handOffId, citizenId, unit, kind: 'released', at: now });
}
