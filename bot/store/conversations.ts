/** Finds and makes conversations. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { idOf, keyOf, toJson } from './clean-input.ts';
import type { Database } from './database.ts';
import { StoreInputError } from './errors.ts';
import { findLink } from './links.ts';
import type { NewOwner } from './merge-citizen.ts';
import { pushedChannels } from './push-utterance.ts';
import { liveSession } from './sessions.ts';
import type { ConversationStore, OpenConversation, ThreadKey } from './store.ts';
import type { Scoped } from './tables.ts';

/** What a new conversation is given. */
type Start = { readonly locale: string; readonly unit: string | null };

type Found = { readonly id: string; readonly citizenId: string };

export function makeConversations(
  database: Database,
): Pick<ConversationStore, 'openConversation' | 'findConversation' | 'readConversation'> {
  const known = knowThreads();
  return {
    async findConversation(key) {
      const there = known.get(key);
      const conversation = there && (await read(database, there));
      if (conversation && isOf(key, conversation)) return conversation;
      known.drop(key);
      const found = await find(database, key);
      const made = found && (await read(database, found));
      return made && known.keep(key, made);
    },
    readConversation: ({ conversationId, citizenId }) => read(database, { id: conversationId, citizenId }),
    async openConversation({ locale, unit = null, ...key }) {
      for (let tries = 0; tries < mostTries; tries++) {
        const found = known.get(key) ?? (await find(database, key)) ?? (await make(database, key, { locale, unit }));
        const conversation = found && (await read(database, found));
        // What is known may be gone since, or set aside: then it is found anew.
        if (conversation && isOf(key, conversation)) return known.keep(key, conversation);
        known.drop(key);
      }
      throw new StoreInputError('conversation-over', 'The sign-in of this conversation is over. Start another one.');
    },
  };
}

const isOf = ({ externalId, sessionId = null }: ThreadKey, conversation: OpenConversation): boolean =>
  conversation.externalId === externalId && conversation.sessionId === sessionId;

/** Threads whose owner need not be looked for each time; whether they still stand is seen when they are read. */
function knowThreads() {
  const threads = new Map<string, Found>();
  const nameOf = ({ channel, externalId }: ThreadKey) => `${channel} ${externalId}`;
  return {
    get: (key: ThreadKey): Found | null => threads.get(nameOf(key)) ?? null,
    keep<T extends Found>(key: ThreadKey, conversation: T): T {
      if (threads.size >= mostThreads) threads.clear();
      threads.set(nameOf(key), { id: conversation.id, citizenId: conversation.citizenId });
      return conversation;
    },
    drop: (key: ThreadKey): void => void threads.delete(nameOf(key)),
  };
}
const mostThreads = 50_000;

/** Whose a thread is cannot be known before it is found, so a job finds it: it sees the ids and nothing said. */
async function find(database: Database, { channel, externalId, sessionId = null }: ThreadKey): Promise<Found | null> {
  const row = await database.single.withJob('ingress', (handle) =>
    handle
      .selectFrom('conversation')
      .select(['id', 'citizen_id as citizenId'])
      .where('channel', '=', keyOf(channel))
      .where('external_id', '=', keyOf(externalId))
      .where('session_id', 'is not distinct from', sessionId)
      .executeTakeFirst(),
  );
  return row ?? null;
}

/** `null` when it has been deleted since it was found. */
async function read(database: Database, { id, citizenId }: Found): Promise<OpenConversation | null> {
  const row = await database.single.withCitizen(citizenId, (handle) =>
    conversationRow(handle, idOf(id)).executeTakeFirst(),
  );
  return row ? openOf(row, { id, citizenId }) : null;
}

/** What a turn has to know of its conversation. */
export const conversationRow = (handle: Scoped, id: string) =>
  handle
    .selectFrom('conversation')
    .select([
      'channel',
      'address',
      'external_id as externalId',
      'locale',
      'unit',
      'memory',
      'owner_officer',
      'session_id',
      rungNow.as('rung'),
      secretOpen.as('awaitsSecret'),
    ])
    .where('id', '=', id);

type ConversationRow = NonNullable<Awaited<ReturnType<ReturnType<typeof conversationRow>['executeTakeFirst']>>>;

export function openOf(row: ConversationRow, { id, citizenId }: Found): OpenConversation {
  const { owner_officer, session_id: sessionId, channel: _channel, address: _address, ...rest } = row;
  return { ...rest, id, citizenId, sessionId, ownedByOfficer: owner_officer !== null };
}

/** By the database's clock. A session that is over gives no rung at all, nor does a visit at a kiosk that is. */
export const rungNow = sql<OpenConversation['rung']>`case
  when session_id is not null then (select 'signed-in' from session s where s.id = session_id and s.ended_at is null
    and s.began_at > now() - session_life() and s.seen_at > now() - session_idle())
  when channel = 'kiosk' and not exists (select from kiosk_visit v where v.thread = external_id) then null
  when link_id is not null then 'linked'
  when exists (select from dossier_proof p where p.citizen_id = conversation.citizen_id and p.expires_at > now())
    then 'second-factor'
  else 'anonymous' end`;
const secretOpen = sql<boolean>`exists (
  select from challenge c where c.citizen_id = conversation.citizen_id and c.expires_at > now())`;
const mostTries = 5;

/** Somebody else made the same conversation a moment earlier; thrown to take our citizen back. */
class MadeAlready extends Error {}

async function make(database: Database, key: ThreadKey, start: Start): Promise<Found | null> {
  const owner = await ownerOf(database, key);
  const citizenId = owner?.citizenId ?? randomUUID();
  try {
    return await database.withCitizen(citizenId, async (handle) => {
      if (!owner) await handle.insertInto('citizen').values({ id: citizenId, created_at: new Date() }).execute();
      const memory = owner ? await memoryOf(handle, owner) : {};
      return { id: await insert(handle, { ...key, ...start, ...owner, citizenId, memory }), citizenId };
    });
  } catch (error) {
    if (error instanceof MadeAlready) return null;
    throw error;
  }
}

/** Whose a new talk is: the session's, else that of the account's owner; `null`: an anonymous one's. */
async function ownerOf(database: Database, key: ThreadKey): Promise<NewOwner | null> {
  const { sessionId } = key;
  if (!sessionId && key.channel === 'web') return null;
  return database.withJob('identity', async (handle) => {
    if (sessionId) return { ...(await liveSession(handle, sessionId)), sessionId };
    const link = await findLink(handle, key);
    return link && { citizenId: link.citizenId, linkId: link.id };
  });
}

/** What the talk before the sign-in was about goes on; it holds no text of the citizen's. */
async function memoryOf(handle: Scoped, { sessionId }: NewOwner): Promise<unknown> {
  if (!sessionId) return {};
  const before = handle.selectFrom('conversation').select('memory').where('session_id', '=', sessionId);
  return (await before.orderBy('updated_at', 'desc').limit(1).executeTakeFirst())?.memory ?? {};
}

type NewConversation = ThreadKey & Start & Pick<NewOwner, 'citizenId' | 'linkId'> & { readonly memory: unknown };

async function insert(handle: Scoped, { locale, unit, citizenId, memory, ...key }: NewConversation): Promise<string> {
  const now = new Date();
  const row = await handle
    .insertInto('conversation')
    .values({
      id: randomUUID(),
      citizen_id: citizenId,
      channel: keyOf(key.channel),
      external_id: keyOf(key.externalId),
      locale: keyOf(locale),
      memory: toJson(memory),
      owner_officer: null,
      session_id: key.sessionId ?? null,
      link_id: key.linkId ?? null,
      unit: unit === null ? null : keyOf(unit),
      address: pushedChannels.includes(key.channel) ? keyOf(key.externalId) : null,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.columns(['channel', 'external_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new MadeAlready();
  return row.id;
}
