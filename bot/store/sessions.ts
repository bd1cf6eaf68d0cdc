/** Keeps sign-in sessions. Whose they are is known only after they are found, so a job works here. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addAudit } from './audit.ts';
import { cleanText, idOf } from './clean-input.ts';
import type { Database } from './database.ts';
import { StoreInputError } from './errors.ts';
import type { IdentityStore, LiveSession } from './identity-store.ts';
import { mergeConversation } from './merge-citizen.ts';
import type { Sealer } from './seal-slots.ts';
import type { Scoped } from './tables.ts';

const lasting = sql<boolean>`ended_at is null and began_at > now() - session_life() and seen_at > now() - session_idle()`;
const columns = [
  'id',
  'citizen_id as citizenId',
  'name_masked as nameMasked',
  sql<Date>`least(began_at + session_life(), seen_at + session_idle())`.as('endsAt'),
] as const;

export function makeSessions(
  database: Database,
  sealer: Sealer,
): Pick<IdentityStore, 'openSession' | 'findSession' | 'isSessionLive' | 'endSession' | 'adoptConversation'> {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('identity', work);
  return {
    openSession: async ({ personKey, tokenHash, name, nameMasked, idToken, from }) =>
      asJob(async (handle) => {
        const citizenId = await citizenOf(handle, personKey);
        const id = randomUUID();
        const sealed = idToken === null ? null : sealer.seal(id, { idToken });
        const name_sealed = name ? sealer.seal(id, { name: cleanText(name) }) : null;
        const row = { id, citizen_id: citizenId, token_hash: tokenHash, id_token_sealed: sealed, name_sealed };
        const session = await handle
          .insertInto('session')
          .values({ ...row, name_masked: cleanText(nameMasked) })
          .returning(columns)
          .executeTakeFirstOrThrow();
        if (from) await mergeConversation(handle, from, { citizenId, sessionId: id });
        await addAudit(handle, { actor: `citizen:${citizenId}`, action: 'sign-in', object: `session:${id}` });
        return session;
      }),
    findSession: async (tokenHash, { touch = false } = {}) =>
      asJob(async (handle): Promise<LiveSession | null> => {
        if (touch)
          await handle
            .updateTable('session')
            .set({ seen_at: sql`now()` })
            .where('token_hash', '=', tokenHash)
            .where(lasting)
            .execute();
        const found = handle.selectFrom('session').select(columns).where('token_hash', '=', tokenHash).where(lasting);
        return (await found.executeTakeFirst()) ?? null;
      }),
    isSessionLive: async (id) =>
      asJob(async (handle) => {
        const found = handle.selectFrom('session').select('id').where('id', '=', idOf(id)).where(lasting);
        return (await found.executeTakeFirst()) !== undefined;
      }),
    endSession: async (tokenHash) =>
      asJob(async (handle) => {
        const ended = await handle
          .updateTable('session')
          .set({ ended_at: sql`now()` })
          .where('token_hash', '=', tokenHash)
          .where('ended_at', 'is', null)
          .returning(['id', 'citizen_id', 'id_token_sealed'])
          .executeTakeFirst();
        if (!ended) return null;
        const { id, citizen_id, id_token_sealed } = ended;
        await handle
          .updateTable('session')
          .set({ id_token_sealed: null, name_sealed: null })
          .where('id', '=', id)
          .execute();
        await addAudit(handle, { actor: `citizen:${citizen_id}`, action: 'sign-out', object: `session:${id}` });
        return sealer.open(id, id_token_sealed).idToken ?? null;
      }),
    adoptConversation: async (from, sessionId) =>
      asJob(async (handle) => {
        const { citizenId } = await liveSession(handle, sessionId);
        await mergeConversation(handle, from, { citizenId, sessionId: idOf(sessionId) });
      }),
  };
}

/** The citizen of a person, made when he is new. Two at once get the same one. */
async function citizenOf(handle: Scoped, personKey: Buffer): Promise<string> {
  await handle
    .insertInto('citizen')
    .values({ id: randomUUID(), created_at: new Date(), person_key: personKey })
    .onConflict((conflict) => conflict.column('person_key').doNothing())
    .execute();
  const found = handle.selectFrom('citizen').select('id').where('person_key', '=', personKey);
  return (await found.executeTakeFirstOrThrow()).id;
}

/** @throws {@link StoreInputError} when the session is over. */
export async function liveSession(handle: Scoped, sessionId: string): Promise<{ readonly citizenId: string }> {
  const found = await handle
    .selectFrom('session')
    .select('citizen_id as citizenId')
    .where('id', '=', idOf(sessionId))
    .where(lasting)
    .executeTakeFirst();
  if (found) return found;
  throw new StoreInputError('conversation-over', 'The sign-in of this conversation is over. Start another one.');
}
