/** What nobody looked at in time goes out by itself: a citizen is never left without an answer. */
import { sql } from 'kysely';
import { dateOf, idOf, toJson } from '../clean-input.ts';
import { type QueuedHandOff, queueColumns, queuedOf } from '../hand-offs/hand-off-row.ts';
import type { Scoped } from '../tables.ts';
import { addUtterance, lockConversation } from '../utterances.ts';
import { closeUndecided } from './hold-draft.ts';

/** Ids and moments only. */
export interface DueDraft {
  readonly draftId: string;
  readonly handOff: QueuedHandOff;
}

/**
 * Due is one whose time is over while nobody holds its talk, or whose holder's browser is gone; one whose holder has
 * said nothing for twice that time; and one that was left undecided in a hand-off that is over.
 */
export async function dueDrafts(handle: Scoped, now: Date, limit = 200): Promise<readonly DueDraft[]> {
  const at = dateOf(now);
  const rows = await handle
    .selectFrom('held_draft')
    .innerJoin('hand_off', 'hand_off.id', 'held_draft.hand_off_id')
    .select(['held_draft.id as draftId', 'hand_off_id as handOffId'])
    .where('held_draft.state', '=', 'held')
    .where(sql<boolean>`(hand_off.state = 'closed'
      or (hand_off.state <> 'owned' and release_at <= ${at})
      or (hand_off.state = 'owned' and lease_until < ${at} and release_at <= ${at})
      or (hand_off.state = 'owned' and spoke_at is null and release_at + (release_at - held_at) <= ${at}))`)
    .orderBy('release_at')
    .limit(limit)
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ handOffId }) => handOffId);
  const found = await handle.selectFrom('hand_off').select(queueColumns).where('hand_off.id', 'in', ids).execute();
  const byId = new Map(found.map((row) => [row.id, queuedOf(row)]));
  return rows.flatMap(({ draftId, handOffId }) => {
    const handOff = byId.get(handOffId);
    return handOff ? [{ draftId, handOff }] : [];
  });
}

export interface Releasing {
  readonly draftId: string;
  readonly citizenId: string;
  readonly now: Date;
  /** The answer as the citizen hears it, in the language of the talk. */
  readonly say: (answer: unknown, locale: string) => unknown;
  readonly remember: (memory: unknown, answer: unknown) => unknown;
}

export async function releaseDraft(
  handle: Scoped,
  { draftId, now, say, remember, citizenId }: Releasing,
): Promise<boolean> {
  const draft = await findHeld(handle, draftId);
  if (!draft) return false;
  const { conversationId, handOffId, answer } = draft;
  const talk = await talkOf(handle, conversationId);
  if (!talk) return settle(handle, draftId, { state: 'dropped', now });
  const { isOwned } = await lockConversation(handle, conversationId);
  if (isOwned || !(await findHeld(handle, draftId))) return false;
  if (await wasAnswered(handle, handOffId)) return settle(handle, draftId, { state: 'dropped', now });
  await settle(handle, draftId, { state: 'released', now });
  const content = { answer: say(answer, talk.locale) };
  const said = { key: `held:${draftId}`, speaker: 'bot' as const, content, at: now };
  await addUtterance(handle, { conversationId, citizenId }, said);
  const { memory } = (await talkOf(handle, conversationId)) ?? talk;
  await handle
    .updateTable('conversation')
    .set({ memory: toJson(remember(memory ?? {}, answer)), updated_at: dateOf(now) })
    .where('id', '=', conversationId)
    .execute();
  await closeUndecided(handle, handOffId, now);
  return true;
}

const findHeld = (handle: Scoped, draftId: string) =>
  handle
    .selectFrom('held_draft')
    .select(['conversation_id as conversationId', 'hand_off_id as handOffId', 'answer'])
    .where('id', '=', idOf(draftId))
    .where('state', '=', 'held')
    .executeTakeFirst();

const talkOf = (handle: Scoped, conversationId: string) =>
  handle.selectFrom('conversation').select(['locale', 'memory']).where('id', '=', conversationId).executeTakeFirst();

/** An officer spoke in it and ended it: the citizen has his answer. */
async function wasAnswered(handle: Scoped, handOffId: string): Promise<boolean> {
  const row = await handle
    .selectFrom('hand_off')
    .select(['closed_at', 'first_reply_at'])
    .where('id', '=', handOffId)
    .executeTakeFirst();
  return !!row && row.closed_at !== null && row.first_reply_at !== null;
}

async function settle(
  handle: Scoped,
  draftId: string,
  { state, now }: { readonly state: 'dropped' | 'released'; readonly now: Date },
): Promise<boolean> {
  await handle
    .updateTable('held_draft')
    .set({ state, decided_at: dateOf(now) })
    .where('id', '=', idOf(draftId))
    .execute();
  return state === 'released';
}
