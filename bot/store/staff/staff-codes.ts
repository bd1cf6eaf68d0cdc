/** Keeps what second factors are checked against: the authenticator's secret, sealed, and hashes of recovery codes. */
import { sql } from 'kysely';
import { addAudit } from '../audit.ts';
import { idOf } from '../clean-input.ts';
import type { Database } from '../database.ts';
import type { Sealer } from '../seal-slots.ts';
import type { Scoped } from '../tables.ts';
import type { StaffSignInStore } from './staff-store.ts';

const boundTo = (staffId: string) => `authenticator of ${staffId}`;

export function makeStaffCodes(
  database: Database,
  sealer: Sealer,
): Pick<
  StaffSignInStore,
  'totpSecret' | 'openOwnEnrolment' | 'useTotpStep' | 'useRecovery' | 'keepTotp' | 'allowEnrolment'
> {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('signIn', work);
  return {
    totpSecret: async (staffId) =>
      asJob(async (handle) => {
        const id = idOf(staffId);
        const found = handle.selectFrom('staff_secret').select('totp_sealed').where('staff_id', '=', id);
        return sealer.open(boundTo(id), (await found.executeTakeFirst())?.totp_sealed ?? null).secret ?? null;
      }),
    useTotpStep: async (staffId, step) =>
      asJob(async (handle) => {
        const { numUpdatedRows } = await handle
          .updateTable('staff_secret')
          .set({ totp_step: step })
          .where('staff_id', '=', idOf(staffId))
          .where('totp_step', '<', step)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    useRecovery: async (staffId, codeHash) =>
      asJob(async (handle) => {
        const id = idOf(staffId);
        const { numUpdatedRows } = await handle
          .updateTable('staff_recovery')
          .set({ used_at: sql`now()` })
          .where('staff_id', '=', id)
          .where('code_hash', '=', codeHash)
          .where('used_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return null;
        const { left } = await handle
          .selectFrom('staff_recovery')
          .select(({ fn }) => fn.countAll<number>().as('left'))
          .where('staff_id', '=', id)
          .where('used_at', 'is', null)
          .executeTakeFirstOrThrow();
        await addAudit(handle, {
          actor: `staff:${id}`,
          action: 'staff-recovery-used',
          object: `staff:${id}`,
          detail: { left },
        });
        return left;
      }),
    openOwnEnrolment: async (staffId, seconds) =>
      asJob(async (handle) => {
        await handle
          .updateTable('staff_secret')
          .set({ enrol_until: sql<Date>`now() + make_interval(secs => ${seconds})` })
          .where('staff_id', '=', idOf(staffId))
          .execute();
      }),
    keepTotp: async (totp) => asJob((handle) => keepTotp(handle, sealer, totp)),
    allowEnrolment: async (staffId, seconds) =>
      asJob(async (handle) => {
        const enrol_until = sql<Date>`now() + make_interval(secs => ${seconds})`;
        await handle
          .insertInto('staff_secret')
          .values({ staff_id: idOf(staffId), password_hash: null, enrol_until })
          .onConflict((conflict) =>
            conflict.column('staff_id').doUpdateSet({ enrol_until }).where('staff_secret.totp_sealed', 'is', null),
          )
          .execute();
      }),
  };
}

/** All recovery codes of before are void. */
async function keepTotp(
  handle: Scoped,
  sealer: Sealer,
  { staffId, secret, step, recoveryHashes }: Parameters<StaffSignInStore['keepTotp']>[0],
): Promise<boolean> {
  const id = idOf(staffId);
  const { numUpdatedRows } = await handle
    .updateTable('staff_secret')
    .set({ totp_sealed: sealer.seal(boundTo(id), { secret }), totp_step: step, enrol_until: null })
    .where('staff_id', '=', id)
    .where(sql<boolean>`enrol_until > now()`)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await handle.deleteFrom('staff_recovery').where('staff_id', '=', id).execute();
  const rows = recoveryHashes.map((code_hash) => ({ staff_id: id, code_hash }));
  if (rows.length > 0) await handle.insertInto('staff_recovery').values(rows).execute();
  await addAudit(handle, { actor: `staff:${id}`, action: 'staff-second-factor-set', object: `staff:${id}` });
  return true;
}
