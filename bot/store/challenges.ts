/** Keeps what a citizen is asked to prove himself by, and what he proved. */
import { sql } from 'kysely';
import { z } from 'zod';
import { addAudit } from './audit.ts';
import { idOf } from './clean-input.ts';
import type { Database } from './database.ts';
import type { IdentityStore } from './identity-store.ts';
import type { Scoped } from './tables.ts';

const contactsSchema = z.object({
  applicant: z.string().nullable().catch(null),
  filer: z.string().nullable().catch(null),
  facts: z.string().nullable().catch(null),
});
const inSeconds = (seconds: number) => sql<Date>`now() + make_interval(secs => ${seconds})`;

export function makeChallenges(
  database: Database,
): Pick<
  IdentityStore,
  | 'hasProvable'
  | 'findProvable'
  | 'seesDossier'
  | 'keepChallenge'
  | 'readChallenge'
  | 'missChallenge'
  | 'dropChallenge'
  | 'grantProof'
> {
  return {
    hasProvable: async (by) =>
      database.withJob('identity', async (handle) => {
        const some = handle.selectFrom('dossier').select('id').limit(1);
        const query = by === 'sent' ? some : some.where(sql<boolean>`contacts ->> 'facts' is not null`);
        return (await query.executeTakeFirst()) !== undefined;
      }),
    findProvable: async (digits) =>
      database.withJob('identity', async (handle) => {
        const found = handle.selectFrom('dossier').select(['id', 'code', 'contacts']).where('code_digits', '=', digits);
        const rows = await found.orderBy('code').limit(3).execute();
        return rows.map(({ id, code, contacts }) => {
          const { applicant, filer, facts } = contactsSchema.parse(contacts);
          return { id, code, phone: applicant ?? filer, factsHash: facts === null ? null : Buffer.from(facts, 'hex') };
        });
      }),
    seesDossier: async (citizenId, code) =>
      database.withCitizen(citizenId, async (handle) => {
        const found = handle.selectFrom('dossier').select('id').where('code', '=', code);
        return (await found.executeTakeFirst()) !== undefined;
      }),
    keepChallenge: async ({ citizenId, stage, dossierId, codeKey, answerHash, seconds }) =>
      database.withCitizen(citizenId, async (handle) => {
        const row = { stage, dossier_id: dossierId, code_key: codeKey, answer_hash: answerHash, tries: 0 };
        const values = { ...row, expires_at: inSeconds(seconds) };
        await handle
          .insertInto('challenge')
          .values({ citizen_id: idOf(citizenId), ...values })
          .onConflict((conflict) => conflict.column('citizen_id').doUpdateSet(values))
          .execute();
      }),
    readChallenge: async (citizenId) =>
      database.withCitizen(citizenId, async (handle) => {
        const open = handle.selectFrom('challenge').where(sql<boolean>`expires_at > now()`);
        const columns = [
          'stage',
          'dossier_id as dossierId',
          'code_key as codeKey',
          'answer_hash as answerHash',
        ] as const;
        return (await open.select([...columns, 'tries']).executeTakeFirst()) ?? null;
      }),
    missChallenge: async (citizenId, most) =>
      database.withCitizen(citizenId, async (handle) => {
        const missed = await handle
          .updateTable('challenge')
          .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
          .where('citizen_id', '=', idOf(citizenId))
          .returning('tries')
          .executeTakeFirst();
        const left = Math.max(most - (missed?.tries ?? most), 0);
        if (left === 0) await drop(handle, citizenId);
        return left;
      }),
    dropChallenge: async (citizenId) => database.withCitizen(citizenId, (handle) => drop(handle, citizenId)),
    grantProof: async ({ citizenId, dossierId, seconds }) => {
      await database.withJob('identity', async (handle) => {
        const proof = { rung: 'second-factor', granted_at: sql<Date>`now()`, expires_at: inSeconds(seconds) };
        await handle
          .insertInto('dossier_proof')
          .values({ citizen_id: idOf(citizenId), dossier_id: idOf(dossierId), ...proof })
          .onConflict((conflict) => conflict.columns(['citizen_id', 'dossier_id']).doUpdateSet(proof))
          .execute();
        const entry = { action: 'second-factor', object: `dossier:${dossierId}` };
        await addAudit(handle, { actor: `citizen:${citizenId}`, ...entry });
      });
    },
  };
}

const drop = async (handle: Scoped, citizenId: string): Promise<void> => {
  await handle.deleteFrom('challenge').where('citizen_id', '=', idOf(citizenId)).execute();
};
