/** Keeps messages and their answers. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { cleanText, dateOf, idOf, keyOf, toJson } from './clean-input.ts';
import { conversationRow, openOf } from './conversations.ts';
import type { Database } from './database.ts';
import { StoreInputError } from './errors.ts';
import { noteWaiting } from './hand-offs/note-waiting.ts';
import { closing } from './scope-talk.ts';
import type { Sealer } from './seal-slots.ts';
import type { ConversationStore, FinishedTurn, IncomingTurn, ReceivedTurn } from './store.ts';
import type { Scoped } from './tables.ts';
import { addNewUtterance, addUtterance, lockConversation, unknownConversation } from './utterances.ts';

export function makeTurns(
  database: Database,
  sealer: Sealer,
): Pick<ConversationStore, 'receive' | 'finish' | 'turns' | 'turn' | 'slotsOf' | 'giveFeedback' | 'unanswered'> {
  return {
    receive: async (turn) => database.withCitizen(turn.citizenId, (handle) => receive(handle, turn, sealer)),
    finish: async (turn) => database.withCitizen(turn.citizenId, (handle) => finish(handle, turn)),
    async turns({ conversationId, citizenId, limit = 50 }) {
      const newest = await database.single.withCitizen(citizenId, (handle) =>
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
      const row = await database.single.withCitizen(citizenId, (handle) =>
        handle.selectFrom('turn').select(turnColumns).where('id', '=', idOf(turnId)).executeTakeFirst(),
      );
      return row ?? null;
    },
    async slotsOf({ citizenId, turnId }) {
      const row = await database.single.withCitizen(citizenId, (handle) =>
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
      database.single.withJob('recovery', (handle) =>
        handle
          .selectFrom('turn')
          .select(['id as turnId', 'conversation_id as conversationId', 'citizen_id as citizenId'])
          .select(['channel', 'message_id as messageId', 'asked_at as askedAt', 'trace'])
          .where(leftBefore(dateOf(olderThan)))
          .orderBy('asked_at')
          .limit(1000)
          .execute(),
      ),
  };
}

/** A turn of a moment that is still to come was asked while the clock was wrong. */
const leftBefore = (olderThan: Date) =>
  sql<boolean>`(asked_at < ${olderThan} or asked_at > now() + interval '10 minutes')`;

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
  const ofConversation = handle.selectFrom('turn').where('conversation_id', '=', conversationId);
  // Asked for together, and answered one after another: the lock is held when the turns are looked at.
  const [row, known, last] = await Promise.all([
    conversationRow(handle, conversationId).forUpdate().executeTakeFirst(),
    ofConversation.select(['id', 'seq', 'answer']).where('message_id', '=', messageId).executeTakeFirst(),
    ofConversation.select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst(),
  ]);
  if (!row || row.externalId !== (turn.externalId ?? row.externalId)) throw unknownConversation();
  const conversation = openOf(row, { id: conversationId, citizenId: turn.citizenId });
  if (known) {
    const again = {
      key: `q:${known.id}`,
      speaker: 'citizen',
      turnId: known.id,
      content: turn.echo,
      at: turn.at,
    } as const;
    const utteranceId = await addUtterance(handle, turn, again);
    return { turnId: known.id, utteranceId, seq: known.seq, repeated: true, answer: known.answer, conversation };
  }
  const turnId = randomUUID();
  const seq = (last?.seq ?? 0) + 1;
  const { askedMasked, slots } = (conversation.awaitsSecret && turn.ifSecret?.()) || turn;
  if (conversation.ownedByOfficer) await noteWaiting(handle, conversationId, turn.at);
  const said = {
    key: `q:${turnId}`,
    speaker: 'citizen',
    turnId,
    content: turn.echo,
    at: turn.at,
    by: closing,
  } as const;
  const [, utteranceId] = await Promise.all([
    handle
      .insertInto('turn')
      .values({
        id: turnId,
        conversation_id: conversationId,
        citizen_id: idOf(turn.citizenId),
        channel: row.channel,
        seq,
        message_id: messageId,
        asked_masked: cleanText(askedMasked),
        slots_sealed: sealer.seal(turnId, slots),
        asked_at: dateOf(turn.at),
      })
      .execute(),
    addNewUtterance(handle, { ...turn, place: row }, said),
  ]);
  return { turnId, utteranceId, seq, repeated: false, answer: null, conversation };
}

/** The conversation's row is locked first, as by whoever takes it over: after a claim not a word of the bot's is said. */
async function finish(handle: Scoped, turn: FinishedTurn): Promise<{ readonly said: boolean }> {
  const conversationId = idOf(turn.conversationId);
  const own = handle.selectFrom('turn').select('answered_at').where('id', '=', idOf(turn.turnId));
  // The lock is held when the turn is looked at: whoever finishes it holds it.
  const [{ place, isOwned }, before] = await Promise.all([
    lockConversation(handle, conversationId),
    own.where('conversation_id', '=', conversationId).executeTakeFirst(),
  ]);
  const held = isOwned && turn.silent !== true && turn.evenIfOwned !== true;
  if (!before) throw unknownTurn();
  if (before.answered_at !== null) return { said: !held };
  const answer = held ? { ...turn.unsaid, heldBack: turn.answer } : turn.answer;
  const isSaid = !turn.silent && !held;
  // What was not said is not remembered either: nobody can answer a question that he never saw.
  const memory = held ? {} : { memory: toJson(turn.memory) };
  const keepTurn = handle
    .updateTable('turn')
    .set({ answer: toJson(answer), status: turn.status, ms: Math.round(turn.ms), answered_at: dateOf(turn.at) })
    .set({ unit: turn.unit ?? null })
    .where('id', '=', idOf(turn.turnId));
  const keepTalk = (by: Scoped) =>
    by
      .updateTable('conversation')
      .set(({ eb }) => ({ ...memory, version: eb('version', '+', 1), updated_at: dateOf(turn.at) }))
      .where('id', '=', conversationId);
  const { turnId, at } = turn;
  const said = { key: `a:${turnId}`, speaker: 'bot', turnId, at, by: closing } as const;
  await Promise.all([
    keepTurn.execute(),
    keepTalk(isSaid ? handle : closing(handle)).execute(),
    ...(isSaid ? [addNewUtterance(handle, { ...turn, place }, said)] : []),
  ]);
  return { said: isSaid };
}

const turnExists = async (handle: Scoped, turnId: string): Promise<boolean> =>
  (await handle.selectFrom('turn').select('id').where('id', '=', idOf(turnId)).executeTakeFirst()) !== undefined;

const unknownTurn = () => new StoreInputError('unknown-turn', 'This citizen has no such turn.');
