/** Keeps what was said in a conversation in one order, for channels that replay it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dateOf, idOf, keyOf, toJson } from './clean-input.ts';
import type { Database } from './database.ts';
import { StoreInputError } from './errors.ts';
import { pushedChannels, pushUtterance } from './push-utterance.ts';
import type { ConversationKey, ConversationStore, NewUtterance, StoredUtterance } from './store.ts';
import type { Scoped } from './tables.ts';
import { signalUtterance } from './utterance-signals.ts';

const pageSize = 200;

export function makeUtterances(
  database: Database,
): Pick<ConversationStore, 'addUtterances' | 'utterances' | 'utterance' | 'beside' | 'lastSaid' | 'lastPosition'> {
  return {
    addUtterances: async ({ citizenId, conversationId, utterances }) =>
      database.withCitizen(citizenId, async (handle) => {
        const { isOwned } = await lockConversation(handle, conversationId);
        const ids: string[] = [];
        for (const utterance of utterances)
          if (!isOwned || utterance.speaker === 'citizen')
            ids.push(await addUtterance(handle, { citizenId, conversationId }, utterance));
        return ids;
      }),
    utterances: async ({ citizenId, conversationId, after, limit = pageSize }) =>
      database.withCitizen(citizenId, async (handle) => {
        if (after !== 0 && !(await positionExists(handle, conversationId, after))) return null;
        const found = await readAfter(handle, conversationId, { after, limit: limit + 1 });
        const utterances = found.slice(0, limit);
        return { utterances, last: utterances.at(-1)?.position ?? after, more: found.length > limit };
      }),
    beside: async ({ citizenId, conversationId }) =>
      database.withCitizen(citizenId, async (handle) => {
        const newest = await handle
          .selectFrom('utterance')
          .select(['id', 'position', 'speaker', 'turn_id as turnId', 'content', 'said_at as at'])
          .select([sql<string | null>`null::text`.as('asked'), sql<unknown>`null::jsonb`.as('answer')])
          .where('conversation_id', '=', idOf(conversationId))
          .where('turn_id', 'is', null)
          .where('speaker', '<>', 'citizen')
          .where('key', '<>', 'opening')
          .orderBy('position', 'desc')
          .limit(pageSize)
          .execute();
        return newest.reverse();
      }),
    utterance: async ({ citizenId, utteranceId }) =>
      database.withCitizen(citizenId, async (handle) => {
        const found = utterancesIn(handle).where('utterance.id', '=', idOf(utteranceId));
        return (await found.executeTakeFirst()) ?? null;
      }),
    lastSaid: async ({ citizenId, conversationId }) =>
      database.withCitizen(citizenId, async (handle) => {
        const said = utterancesIn(handle)
          .where('utterance.conversation_id', '=', idOf(conversationId))
          .where('speaker', '<>', 'citizen');
        return (await said.orderBy('position', 'desc').limit(1).executeTakeFirst()) ?? null;
      }),
    lastPosition: async ({ citizenId, conversationId }) =>
      database.withCitizen(citizenId, async (handle) => {
        const row = await handle
          .selectFrom('utterance')
          .select(({ fn }) => fn.max('position').as('last'))
          .where('conversation_id', '=', idOf(conversationId))
          .executeTakeFirst();
        return Number(row?.last ?? 0);
      }),
  };
}

export interface LockedConversation {
  readonly channel: string;
  /** Whether an officer has it: no claim comes or goes while the row is held. */
  readonly isOwned: boolean;
}

/** @throws {@link StoreInputError} when it is not this citizen's. Until the transaction ends, nobody else adds to it. */
export async function lockConversation(handle: Scoped, conversationId: string): Promise<LockedConversation> {
  const conversation = await handle
    .selectFrom('conversation')
    .select(['channel', 'owner_officer'])
    .where('id', '=', idOf(conversationId))
    .forUpdate()
    .executeTakeFirst();
  if (!conversation) throw new StoreInputError('unknown-conversation', 'This citizen has no such conversation.');
  return { channel: conversation.channel, isOwned: conversation.owner_officer !== null };
}

/**
 * Adds one, or finds the one of the same key. The caller holds the conversation's row, so that positions grow.
 *
 * @param handle where it is said; with its channel, where that is known already.
 */
export async function addUtterance(
  handle: Scoped,
  { citizenId, conversationId, channel }: ConversationKey & { readonly channel?: string },
  { key, speaker, turnId = null, content, at }: NewUtterance,
): Promise<string> {
  const id = randomUUID();
  const next = sql<number>`greatest(
    (select coalesce(max(position), 0) + 1 from utterance where conversation_id = ${idOf(conversationId)}::uuid),
    (extract(epoch from clock_timestamp()) * 1000000)::bigint)`;
  const added = await handle
    .insertInto('utterance')
    .values({
      id,
      conversation_id: idOf(conversationId),
      citizen_id: idOf(citizenId),
      position: next,
      key: keyOf(key),
      speaker,
      turn_id: turnId,
      content: content === undefined ? null : toJson(content),
      said_at: dateOf(at),
    })
    .onConflict((conflict) => conflict.columns(['conversation_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return knownId(handle, conversationId, key);
  if (channel === undefined || pushedChannels.includes(channel))
    await pushUtterance(handle, { utteranceId: id, citizenId, conversationId: idOf(conversationId), speaker, turnId });
  await signalUtterance(handle, idOf(conversationId));
  return id;
}

async function knownId(handle: Scoped, conversationId: string, key: string): Promise<string> {
  const ofConversation = handle
    .selectFrom('utterance')
    .select('id')
    .where('conversation_id', '=', idOf(conversationId));
  return (await ofConversation.where('key', '=', key).executeTakeFirstOrThrow()).id;
}

async function positionExists(handle: Scoped, conversationId: string, position: number): Promise<boolean> {
  if (!Number.isSafeInteger(position) || position < 0) return false;
  const row = await handle
    .selectFrom('utterance')
    .select('id')
    .where('conversation_id', '=', idOf(conversationId))
    .where('position', '=', position)
    .executeTakeFirst();
  return row !== undefined;
}

const readAfter = async (
  handle: Scoped,
  conversationId: string,
  { after, limit }: { after: number; limit: number },
): Promise<readonly StoredUtterance[]> =>
  utterancesIn(handle)
    .where('utterance.conversation_id', '=', idOf(conversationId))
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute();

const utterancesIn = (handle: Scoped) =>
  handle
    .selectFrom('utterance')
    .leftJoin('turn', 'turn.id', 'utterance.turn_id')
    .select(['utterance.id', 'position', 'speaker', 'turn_id as turnId', 'content', 'said_at as at'])
    .select(['turn.asked_masked as asked', 'turn.answer as answer']);
