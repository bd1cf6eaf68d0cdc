/** Keeps what was said in a conversation in one order, for channels that replay it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dateOf, idOf, keyOf, toJson } from './clean-input.ts';
import type { Database } from './database.ts';
import { StoreInputError } from './errors.ts';
import { pushes, pushUtterance, type TalkPlace } from './push-utterance.ts';
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
    utterances: async ({ citizenId, conversationId, after, limit = pageSize }) => {
      if (!Number.isSafeInteger(after) || after < 0) return null;
      const found = await database.single.withCitizen(citizenId, (handle) =>
        readFrom(handle, conversationId, { after, limit: limit + 2 }),
      );
      // The first of them is where the reader stands: it was read before, and shows that the position is of this talk.
      const fresh = after === 0 ? found : found.slice(1);
      if (after !== 0 && found[0]?.position !== after) return null;
      const utterances = fresh.slice(0, limit);
      return { utterances, last: utterances.at(-1)?.position ?? after, more: fresh.length > limit };
    },
    beside: async ({ citizenId, conversationId }) =>
      database.single.withCitizen(citizenId, async (handle) => {
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
      database.single.withCitizen(citizenId, async (handle) => {
        const found = utterancesIn(handle).where('utterance.id', '=', idOf(utteranceId));
        return (await found.executeTakeFirst()) ?? null;
      }),
    lastSaid: async ({ citizenId, conversationId }) =>
      database.single.withCitizen(citizenId, async (handle) => {
        const said = utterancesIn(handle)
          .where('utterance.conversation_id', '=', idOf(conversationId))
          .where('speaker', '<>', 'citizen');
        return (await said.orderBy('position', 'desc').limit(1).executeTakeFirst()) ?? null;
      }),
    lastPosition: async ({ citizenId, conversationId }) =>
      database.single.withCitizen(citizenId, async (handle) => {
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
  /** Where it is said. */
  readonly place: TalkPlace;
}

/** @throws {@link StoreInputError} when it is not this citizen's. Until the transaction ends, nobody else adds to it. */
export async function lockConversation(handle: Scoped, conversationId: string): Promise<LockedConversation> {
  const conversation = await handle
    .selectFrom('conversation')
    .select(['channel', 'address', 'external_id as externalId', 'owner_officer'])
    .where('id', '=', idOf(conversationId))
    .forUpdate()
    .executeTakeFirst();
  if (!conversation) throw unknownConversation();
  const { owner_officer, ...place } = conversation;
  return { channel: place.channel, isOwned: owner_officer !== null, place };
}

export const unknownConversation = () =>
  new StoreInputError('unknown-conversation', 'This citizen has no such conversation.');

/** What is said, by whom, and in which place where that is known already. */
type Addition = ConversationKey & { readonly place?: TalkPlace };

/**
 * Adds one, or finds the one of the same key. The caller holds the conversation's row, so that positions grow.
 *
 * @param addition where it is said.
 */
export async function addUtterance(handle: Scoped, addition: Addition, utterance: NewUtterance): Promise<string> {
  const id = randomUUID();
  const { citizenId, conversationId, place } = addition;
  const { speaker, turnId = null } = utterance;
  const [added] = await insertUtterance(handle, addition, { ...utterance, id });
  if (!added) return knownId(handle, conversationId, utterance.key);
  const said = { utteranceId: id, citizenId, conversationId: idOf(conversationId), speaker, turnId };
  await pushUtterance(handle, said, place);
  return id;
}

/**
 * The same of what is new for certain, as its turn is: nothing has to be known before the next statement is sent.
 *
 * @param by the last of its statements goes with this handle.
 */
export async function addNewUtterance(
  handle: Scoped,
  addition: ConversationKey & { readonly place: TalkPlace },
  { by, ...utterance }: NewUtterance & { readonly by: (handle: Scoped) => Scoped },
): Promise<string> {
  const id = randomUUID();
  const { citizenId, conversationId, place } = addition;
  const { speaker, turnId = null } = utterance;
  const said = { utteranceId: id, citizenId, conversationId: idOf(conversationId), speaker, turnId };
  const isPushed = pushes(said, place);
  await Promise.all([
    insertUtterance(isPushed ? handle : by(handle), addition, { ...utterance, id }),
    ...(isPushed ? [pushUtterance(by(handle), said, place)] : []),
  ]);
  return id;
}

function insertUtterance(
  handle: Scoped,
  { citizenId, conversationId }: ConversationKey,
  { id, key, speaker, turnId = null, content, at }: NewUtterance & { readonly id: string },
) {
  const next = sql<number>`greatest(
    (select coalesce(max(position), 0) + 1 from utterance where conversation_id = ${idOf(conversationId)}::uuid),
    (extract(epoch from clock_timestamp()) * 1000000)::bigint)`;
  signalUtterance(handle, idOf(conversationId));
  return handle
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
    .execute();
}

async function knownId(handle: Scoped, conversationId: string, key: string): Promise<string> {
  const ofConversation = handle
    .selectFrom('utterance')
    .select('id')
    .where('conversation_id', '=', idOf(conversationId));
  return (await ofConversation.where('key', '=', key).executeTakeFirstOrThrow()).id;
}

/** From a position on; of the one at that very position nothing but that it is there. */
const readFrom = async (
  handle: Scoped,
  conversationId: string,
  { after, limit }: { after: number; limit: number },
): Promise<readonly StoredUtterance[]> =>
  utterancesIn(handle, after)
    .where('utterance.conversation_id', '=', idOf(conversationId))
    .where('position', '>=', after)
    .orderBy('position')
    .limit(limit)
    .execute();

/** @param after the contents of those behind this position alone are read. */
const utterancesIn = (handle: Scoped, after = -1) =>
  handle
    .selectFrom('utterance')
    .leftJoin('turn', (join) => join.onRef('turn.id', '=', 'utterance.turn_id').on('position', '>', after))
    .select(['utterance.id', 'position', 'speaker', 'turn_id as turnId', 'said_at as at'])
    .select(sql<unknown>`case when position > ${after}::bigint then content end`.as('content'))
    .select(['turn.asked_masked as asked', 'turn.answer as answer']);
