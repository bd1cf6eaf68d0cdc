/** Finds and makes conversations. */
import { randomUUID } from 'node:crypto';
import { idOf, keyOf, toJson } from './clean-input.ts';
import type { Database } from './database.ts';
import type { ConversationStore, OpenConversation, ThreadKey } from './store.ts';
import type { Scoped } from './tables.ts';

/** What a new conversation is given. */
type Start = { readonly locale: string; readonly unit: string | null };

type Found = { readonly id: string; readonly citizenId: string };

export function makeConversations(
  database: Database,
): Pick<ConversationStore, 'openConversation' | 'findConversation' | 'readConversation'> {
  return {
    async findConversation(key) {
      const found = await find(database, key);
      return found && read(database, found);
    },
    readConversation: ({ conversationId, citizenId }) => read(database, { id: conversationId, citizenId }),
    async openConversation({ locale, unit = null, ...key }) {
      for (;;) {
        const found = (await find(database, key)) ?? (await make(database, key, { locale, unit }));
        const conversation = found && (await read(database, found));
        if (conversation) return conversation;
      }
    },
  };
}

/** Whose a thread is cannot be known before it is found, so a job finds it: it sees the ids and nothing said. */
async function find(database: Database, { channel, externalId }: ThreadKey): Promise<Found | null> {
  const row = await database.withJob('ingress', (handle) =>
    handle
      .selectFrom('conversation')
      .select(['id', 'citizen_id as citizenId'])
      .where('channel', '=', keyOf(channel))
      .where('external_id', '=', keyOf(externalId))
      .executeTakeFirst(),
  );
  return row ?? null;
}

/** `null` when it has been deleted since it was found. */
async function read(database: Database, { id, citizenId }: Found): Promise<OpenConversation | null> {
  const row = await database.withCitizen(citizenId, (handle) =>
    handle
      .selectFrom('conversation')
      .select(['locale', 'unit', 'memory', 'owner_officer'])
      .where('id', '=', idOf(id))
      .executeTakeFirst(),
  );
  if (!row) return null;
  const { locale, unit, memory, owner_officer } = row;
  return { id, citizenId, locale, unit, memory, ownedByOfficer: owner_officer !== null };
}

/** Somebody else made the same conversation a moment earlier; thrown to take our citizen back. */
class MadeAlready extends Error {}

async function make(database: Database, key: ThreadKey, start: Start): Promise<Found | null> {
  const citizenId = randomUUID();
  try {
    return await database.withCitizen(citizenId, async (handle) => ({
      id: await insert(handle, citizenId, { ...key, ...start }),
      citizenId,
    }));
  } catch (error) {
    if (error instanceof MadeAlready) return null;
    throw error;
  }
}

async function insert(handle: Scoped, citizenId: string, { locale, unit, ...key }: ThreadKey & Start): Promise<string> {
  const now = new Date();
  await handle.insertInto('citizen').values({ id: citizenId, created_at: now }).execute();
  const row = await handle
    .insertInto('conversation')
    .values({
      id: randomUUID(),
      citizen_id: citizenId,
      channel: keyOf(key.channel),
      external_id: keyOf(key.externalId),
      locale: keyOf(locale),
      memory: toJson({}),
      owner_officer: null,
      unit: unit === null ? null : keyOf(unit),
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.columns(['channel', 'external_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new MadeAlready();
  return row.id;
}
