/** Keeps messages and their answers. */
import { randomUUID } from 'node:crypto';
import { cleanText, dateOf, idOf, keyOf, toJson } from './clean-input.ts';
import type { Database } from './database.ts';
import { StoreInputError } from './errors.ts';
import { noteWaiting } from './hand-offs/note-waiting.ts';
import type { Sealer } from './seal-slots.ts';
import type { ConversationStore, FinishedTurn, IncomingTurn, ReceivedTurn } from './store.ts';
import type { Scoped } from './tables.ts';
import { addUtterance, lockConversation } from './utterances.ts';

export function makeTurns(
  database: Database,
  sealer: Sealer,
): Pick<ConversationStore, 'receive' | 'finish' | 'turns' | 'turn' | 'slotsOf' | 'giveFeedback' | 'unanswered'> {
  return {
    receive: async (turn) => database.withCitizen(turn.citizenId, (handle) => receive(handle, turn, sealer)),
    finish: async (turn) => database.withCitizen(turn.citizenId, (handle) => finish(handle, turn)),
    async turns({ conversationId, citizenId, limit = 50 }) {
      const newest = await database.withCitizen(citizenId, (handle) =>
        handle
          .selectFrom('turn')
          .select(turnColumns)
          .where('conversation_id', '=', idOf(conversationId))
          .orderBy('seq', 'desc')
          .limit(limit)
          .execute(),
      );
      return newest.reverse();
    },
    async turn({ citizenId, turnId }) {
      const row = await database.withCitizen(citizenId, (handle) =>
        handle.selectFrom('turn').select(turnColumns).where('id', '=', idOf(turnId)).executeTakeFirst(),
      );
      return row ?? null;
    },
    async slotsOf({ citizenId, turnId }) {
      const row = await database.withCitizen(citizenId, (handle) =>
        handle.selectFrom('turn').select('slots_sealed').where('id', '=', idOf(turnId)).executeTakeFirst(),
      );
      if (!row) throw unknownTurn();
      return sealer.open(idOf(turnId), row.slots_sealed);
    },
    async giveFeedback({ citizenId, turnId, verdict, reason, at }) {
      const opinion = { verdict: cleanText(verdict), reason: reason ? cleanText(reason) : null, at: dateOf(at) };
      await database.withCitizen(citizenId, async (handle) => {
        if (!(await turnExists(handle, turnId))) throw unknownTurn();
        await handle
          .insertInto('feedback')
          .values({ id: randomUUID(), citizen_id: idOf(citizenId), turn_id: idOf(turnId), ...opinion })
          .onConflict((conflict) => conflict.column('turn_id').doUpdateSet(opinion))
          .execute();
      });
    },
    unanswered: async (olderThan) =>
      database.withJob('recovery', (handle) =>
        handle
          .selectFrom('turn')
          .select(['id as turnId', 'conversation_id as conversationId', 'citizen_id as citizenId'])
          .select(['channel', 'message_id as messageId', 'asked_at as askedAt', 'trace'])
          .where('asked_at', '<', dateOf(olderThan))
          .orderBy('asked_at')
          .limit(1000)
          .execute(),
      ),
  };
}

const turnColumns = [
  'id as turnId',
  'seq',
  'message_id as messageId',
  'asked_masked as askedMasked',
  'asked_at as askedAt',
  'answer',
  'status',
  'answered_at as answeredAt',
  'ms',
] as const;

/** The conversation's row is locked first: messages that come at once get their numbers one after another. */
async function receive(handle: Scoped, turn: IncomingTurn, sealer: Sealer): Promise<ReceivedTurn> {
  const conversationId = idOf(turn.conversationId);
  const messageId = keyOf(turn.messageId);
  const { channel, isOwned } = await lockConversation(handle, conversationId);
  const say = (turnId: string) =>
    addUtterance(handle, turn, { key: `q:${turnId}`, speaker: 'citizen', turnId, content: turn.echo, at: turn.at });
  const ofConversation = handle.selectFrom('turn').where('conversation_id', '=', conversationId);
  const known = await ofConversation
    .select(['id', 'seq', 'answer'])
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  if (known) {
    return { turnId: known.id, utteranceId: await say(known.id), seq: known.seq, repeated: true, answer: known.answer };
  }
  const last = await ofConversation.select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const turnId = randomUUID();
  const seq = (last?.seq ?? 0) + 1;
  await handle
    .insertInto('turn')
    .values({
      id: turnId,
      conversation_id: conversationId,
      citizen_id: idOf(turn.citizenId),
      channel,
      seq,
      message_id: messageId,
      asked_masked: cleanText(turn.askedMasked),
      slots_sealed: sealer.seal(turnId, turn.slots),
      asked_at: dateOf(turn.at),
    })
    .execute();
  if (isOwned) await noteWaiting(handle, conversationId, turn.at);
  return { turnId, utteranceId: await say(turnId), seq, repeated: false, answer: null };
}

/** The conversation's row is locked first, as by whoever takes it over: after a claim not a word of the bot's is said. */
async function finish(handle: Scoped, turn: FinishedTurn): Promise<{ readonly said: boolean }> {
  const { channel, isOwned } = await lockConversation(handle, turn.conversationId);
  const held = isOwned && turn.silent !== true && turn.evenIfOwned !== true;
  const answer = held ? { ...turn.unsaid, heldBack: turn.answer } : turn.answer;
  const { numUpdatedRows } = await handle
    .updateTable('turn')
    .set({ answer: toJson(answer), status: turn.status, ms: Math.round(turn.ms), answered_at: dateOf(turn.at) })
    .set({ unit: turn.unit ?? null })
    .where('id', '=', idOf(turn.turnId))
    .where('conversation_id', '=', idOf(turn.conversationId))
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    if (await turnExists(handle, turn.turnId)) return { said: !held };
    throw unknownTurn();
  }
  // What was not said is not remembered either: nobody can answer a question that he never saw.
  const memory = held ? {} : { memory: toJson(turn.memory) };
  await handle
    .updateTable('conversation')
    .set(({ eb }) => ({ ...memory, version: eb('version', '+', 1), updated_at: dateOf(turn.at) }))
    .where('id', '=', idOf(turn.conversationId))
    .execute();
  if (turn.silent || held) return { said: false };
  const said = { key: `a:${turn.turnId}`, speaker: 'bot', turnId: turn.turnId, at: turn.at } as const;
  await addUtterance(handle, { ...turn, channel }, said);
  return { said: true };
}

const turnExists = async (handle: Scoped, turnId: string): Promise<boolean> =>
  (await handle.selectFrom('turn').select('id').where('id', '=', idOf(turnId)).executeTakeFirst()) !== undefined;

const unknownTurn = () => new StoreInputError('unknown-turn', 'This citizen has no such turn.');
