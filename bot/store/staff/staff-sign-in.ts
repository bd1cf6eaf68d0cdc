/** Finds who signs in, and keeps what proves it. The only job that reads password hashes. */
import { sql } from 'kysely';
import { addAudit } from '../audit.ts';
import { cleanText, idOf } from '../clean-input.ts';
import type { Database } from '../database.ts';
import type { Sealer } from '../seal-slots.ts';
import type { Scoped } from '../tables.ts';
import { accountOf, memberColumns } from './staff-columns.ts';
import type { SignInWay, StaffAccess, StaffSignInStore } from './staff-store.ts';

type Part = Pick<
  StaffSignInStore,
  'findByLogin' | 'findById' | 'findBySubject' | 'keepPassword' | 'setRole' | 'refused'
>;

export function makeStaffFinding(database: Database): Part {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('signIn', work);
  return {
    findByLogin: async (login) => asJob((handle) => find(handle, 'login', cleanText(login).toLowerCase())),
    findById: async (staffId) => asJob((handle) => find(handle, 'id', idOf(staffId))),
    findBySubject: async (subject, email) => asJob((handle) => findBySubject(handle, cleanText(subject), email)),
    keepPassword: async (staffId, passwordHash, before) =>
      asJob(async (handle) => {
        const { numUpdatedRows } = await handle
          .updateTable('staff_secret')
          .set({ password_hash: passwordHash })
          .where('staff_id', '=', idOf(staffId))
          .where('password_hash', '=', before)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    setRole: async (staffId, role) =>
      asJob(async (handle) => {
        const changed = await handle
          .updateTable('staff')
          .set({ role })
          .where('id', '=', idOf(staffId))
          .where('role', '<>', role)
          .returning('id')
          .executeTakeFirst();
        if (!changed) return;
        await addAudit(handle, {
          actor: 'oidc',
          action: 'staff-changed',
          object: `staff:${staffId}`,
          detail: { role },
        });
      }),
    refused: async (staffId, why, count) =>
      asJob((handle) =>
        addAudit(handle, {
          actor: 'sign-in',
          action: 'staff-sign-in-refused',
          object: `staff:${staffId ?? 'unknown'}`,
          detail: { why, count },
        }),
      ),
  };
}

async function find(handle: Scoped, by: 'login' | 'id' | 'oidc_subject', value: string): Promise<StaffAccess | null> {
  const row = await handle
    .selectFrom('staff')
    .leftJoin('staff_secret', 'staff_secret.staff_id', 'staff.id')
    .select([...memberColumns, 'staff.login', 'staff.email', 'staff.active', 'password_hash as passwordHash'])
    .select(sql<boolean>`coalesce(has_code, false)`.as('hasCode'))
    .select(sql<boolean>`coalesce(enrol_until > now(), false)`.as('mayEnrol'))
    .where(`staff.${by}`, '=', value)
    .executeTakeFirst();
  if (!row) return null;
  return { ...accountOf(row), passwordHash: row.passwordHash, hasCode: row.hasCode, mayEnrol: row.mayEnrol };
}

async function findBySubject(handle: Scoped, subject: string, email: string | null): Promise<StaffAccess | null> {
  if (email !== null) {
    const bound = await handle
      .updateTable('staff')
      .set({ oidc_subject: subject })
      .where('email', '=', email.toLowerCase())
      .where('oidc_subject', 'is', null)
      .where('active', '=', true)
      .where(sql<boolean>`not exists (select from staff other where other.oidc_subject = ${subject})`)
      .returning('id')
      .executeTakeFirst();
    if (bound) await addAudit(handle, { actor: 'oidc', action: 'staff-subject-bound', object: `staff:${bound.id}` });
  }
  const found = await find(handle, 'oidc_subject', subject);
  return found?.active ? found : null;
}

/** What a half-done sign-in has proved, for ten minutes, in the browser that began it. */
export function makeStaffSteps(database: Database, sealer: Sealer): Pick<StaffSignInStore, 'keepStep' | 'readStep'> {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('signIn', work);
  const life = sql`interval '10 minutes'`;
  return {
    keepStep: async (step) =>
      asJob(async (handle) => {
        await handle.deleteFrom('staff_login_state').where(sql<boolean>`made_at < now() - ${life}`).execute();
        await handle
          .insertInto('staff_login_state')
          .values({
            token_hash: step.tokenHash,
            browser_hash: step.browserHash,
            stage: step.stage,
            staff_id: step.staffId,
            way: step.way,
            totp_sealed: step.totpSecret === null ? null : sealer.seal('staff step', { secret: step.totpSecret }),
            return_to: cleanText(step.returnTo),
          })
          .execute();
      }),
    readStep: async (key, { take = false } = {}) =>
      asJob(async (handle) => {
        const found = await handle
          .selectFrom('staff_login_state')
          .selectAll()
          .where('token_hash', '=', key.tokenHash)
          .where('browser_hash', '=', key.browserHash)
          .where('stage', '=', key.stage)
          .where(sql<boolean>`made_at > now() - ${life}`)
          .executeTakeFirst();
        if (!found) return null;
        if (take) {
          const { numDeletedRows } = await handle
            .deleteFrom('staff_login_state')
            .where('token_hash', '=', key.tokenHash)
            .executeTakeFirst();
          if (numDeletedRows === 0n) return null;
        }
        return {
          ...key,
          staffId: found.staff_id,
          way: found.way as SignInWay | null,
          totpSecret: sealer.open('staff step', found.totp_sealed).secret ?? null,
          returnTo: found.return_to,
        };
      }),
  };
}
