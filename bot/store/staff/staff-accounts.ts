/** Keeps the accounts of staff: who there is, what he may, his links and sessions. Reads no secret. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addAudit } from '../audit.ts';
import { cleanText, idOf } from '../clean-input.ts';
import type { Database } from '../database.ts';
import { StoreInputError } from '../errors.ts';
import type { Scoped } from '../tables.ts';
import { accountOf, memberColumns, presenceNow } from './staff-columns.ts';
import { goOffline } from './staff-sessions.ts';
import type { ListedStaff, NewStaff, StaffAccountStore, StaffChange } from './staff-store.ts';

export function makeStaffAccounts(
  database: Database,
): Pick<StaffAccountStore, 'add' | 'find' | 'list' | 'admins' | 'change' | 'setActive'> {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('staff', work);
  return {
    add: async (staff) => asJob((handle) => add(handle, staff)),
    find: async (staffId) =>
      asJob(async (handle) => {
        const row = await listed(handle).where('staff.id', '=', idOf(staffId)).executeTakeFirst();
        return row ? listedOf(row) : null;
      }),
    list: async () => asJob(async (handle) => (await listed(handle).orderBy('staff.name').execute()).map(listedOf)),
    admins: async () => asJob(countAdmins),
    change: async (staffId, change, by) =>
      asJob(async (handle) => {
        const id = idOf(staffId);
        await holdAccounts(handle);
        const before = await handle.selectFrom('staff').select(memberColumns).where('id', '=', id).executeTakeFirst();
        if (!before) return 'unknown';
        const changes = changesOf(change);
        if (Object.keys(changes).length === 0) return 'changed';
        await handle.updateTable('staff').set(changes).where('id', '=', id).execute();
        if (before.role === 'admin' && (await countAdmins(handle)) === 0) throw lastAdmin;
        const { name: _name, email: _email, ...told } = change;
        const detail = { ...told, changed: Object.keys(changes), before: { role: before.role, unit: before.unit } };
        await addAudit(handle, { actor: by, action: 'staff-changed', object: `staff:${id}`, detail });
        return 'changed' as const;
      }).catch(sayLastAdmin),
    setActive: async (staffId, active, by) =>
      asJob(async (handle) => {
        const id = idOf(staffId);
        await holdAccounts(handle);
        const before = await handle.selectFrom('staff').select('role').where('id', '=', id).executeTakeFirst();
        if (!before) return 'unknown';
        await handle.updateTable('staff').set({ active }).where('id', '=', id).execute();
        if (!active && before.role === 'admin' && (await countAdmins(handle)) === 0) throw lastAdmin;
        if (!active) await endSessionsOf(handle, id, {});
        if (!active) await forgetPhones(handle, id);
        const action = active ? 'staff-opened' : 'staff-closed';
        await addAudit(handle, { actor: by, action, object: `staff:${id}` });
        return 'changed' as const;
      }).catch(sayLastAdmin),
  };
}

/** Thrown inside, so that what was changed is taken back. */
const lastAdmin = new StoreInputError('last-admin', 'Nobody could make accounts any more.');
const sayLastAdmin = (error: unknown): 'last-admin' => {
  if (error === lastAdmin) return 'last-admin';
  throw error;
};

const holdAccounts = (handle: Scoped) => sql`select pg_advisory_xact_lock(hashtext('staff'))`.execute(handle);

async function add(handle: Scoped, { by, ...staff }: NewStaff): Promise<string> {
  const id = randomUUID();
  const made = await handle
    .insertInto('staff')
    .values({
      id,
      login: cleanText(staff.login).toLowerCase(),
      name: cleanText(staff.name),
      email: staff.email === null ? null : cleanText(staff.email).toLowerCase(),
      role: staff.role,
      unit: staff.unit,
      skills: staff.skills.map(cleanText),
      desk: staff.desk === null ? null : cleanText(staff.desk),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made)
    throw new StoreInputError('taken', 'Another account has this sign-in name or e-mail address. Choose another.');
  const detail = { role: staff.role, unit: staff.unit };
  await addAudit(handle, { actor: by, action: 'staff-added', object: `staff:${id}`, detail });
  return id;
}

function changesOf({ role, unit, skills, desk, name, email }: StaffChange) {
  return {
    ...(role === undefined ? {} : { role }),
    ...(unit === undefined ? {} : { unit }),
    ...(skills === undefined ? {} : { skills: skills.map(cleanText) }),
    ...(desk === undefined ? {} : { desk: desk === null ? null : cleanText(desk) }),
    ...(name === undefined ? {} : { name: cleanText(name) }),
    // Another address may be another person's: whoever the provider vouched for before is not taken over.
    ...(email === undefined ? {} : { email: email?.toLowerCase() ?? null, oidc_subject: null }),
  };
}

const listed = (handle: Scoped) =>
  handle
    .selectFrom('staff')
    .leftJoin('staff_presence', 'staff_presence.staff_id', 'staff.id')
    .leftJoin('staff_secret', 'staff_secret.staff_id', 'staff.id')
    .select([...memberColumns, 'login', 'email', 'active', 'signed_in_at as signedInAt', presenceNow.as('presence')])
    .select(sql<boolean>`coalesce(has_password, false)`.as('hasPassword'))
    .select(sql<boolean>`coalesce(has_code, false)`.as('hasCode'));

type Listed = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>;
const listedOf = (row: Listed): ListedStaff => ({
  ...accountOf(row),
  hasPassword: row.hasPassword,
  hasCode: row.hasCode,
  signedInAt: row.signedInAt,
  presence: row.active ? row.presence : 'offline',
});

/** Who can sign in: with a password, or known to the identity provider. */
async function countAdmins(handle: Scoped): Promise<number> {
  const { count } = await handle
    .selectFrom('staff')
    .leftJoin('staff_secret', 'staff_secret.staff_id', 'staff.id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('role', '=', 'admin')
    .where('active', '=', true)
    .where(sql<boolean>`(has_password or staff.oidc_subject is not null)`)
    .executeTakeFirstOrThrow();
  return count;
}

async function forgetPhones(handle: Scoped, staffId: string): Promise<void> {
  for (const table of ['staff_push', 'staff_account', 'staff_account_code'] as const)
    await handle.deleteFrom(table).where('staff_id', '=', staffId).execute();
}

/** In the transaction of what it is for. Resolves with how many ended. */
export async function endSessionsOf(
  handle: Scoped,
  staffId: string,
  { id, keep }: { readonly id?: string; readonly keep?: string },
): Promise<number> {
  const { numUpdatedRows } = await handle
    .updateTable('staff_session')
    .set({ ended_at: sql`now()`, ended_by: 'revoked' })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .$if(id !== undefined, (query) => query.where('id', '=', idOf(id ?? '')))
    .$if(keep !== undefined, (query) => query.where('id', '<>', idOf(keep ?? '')))
    .executeTakeFirst();
  await handle.deleteFrom('staff_login_state').where('staff_id', '=', staffId).execute();
  await goOffline(handle, staffId);
  return Number(numUpdatedRows);
}
