/** The phones staff are called on: browsers that take web push, and accounts of channels. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addAudit } from '../audit.ts';
import { cleanText, idOf, keyOf } from '../clean-input.ts';
import type { Database } from '../database.ts';
import type { Scoped } from '../tables.ts';
import type { StaffCallStore } from './staff-store.ts';

/** More phones than anybody has; the oldest makes room. */
const mostPhones = 10;

export function makeStaffPhones(database: Database): Pick<StaffCallStore, 'subscribe' | 'unsubscribe' | 'phones'> {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('staff', work);
  return {
    subscribe: async (staffId, { endpoint, keys }) =>
      asJob(async (handle) => {
        const staff_id = idOf(staffId);
        await oneAtATime(handle);
        // A browser that another used before is now his alone.
        await handle.deleteFrom('staff_push').where('endpoint', '=', endpoint).execute();
        const row = { id: randomUUID(), staff_id, endpoint, p256dh: keys.p256dh, auth: keys.auth };
        await handle.insertInto('staff_push').values(row).execute();
        await sql`delete from staff_push where staff_id = ${staff_id} and id not in (
          select id from staff_push where staff_id = ${staff_id} order by made_at desc limit ${mostPhones})`.execute(
          handle,
        );
      }),
    unsubscribe: async (staffId, endpoint) =>
      asJob(async (handle) => {
        await handle
          .deleteFrom('staff_push')
          .where('staff_id', '=', idOf(staffId))
          .where('endpoint', '=', endpoint)
          .execute();
      }),
    phones: async (staffId) =>
      asJob(async (handle) => {
        const id = idOf(staffId);
        const pushes = await handle.selectFrom('staff_push').select('id').where('staff_id', '=', id).execute();
        const accounts = await handle
          .selectFrom('staff_account')
          .select('channel')
          .where('staff_id', '=', id)
          .execute();
        return { push: pushes.length, channels: accounts.map(({ channel }) => channel) };
      }),
  };
}

/** Two that give the same browser at once would each find it nobody's. */
const oneAtATime = (handle: Scoped) => sql`select pg_advisory_xact_lock(hashtext('staff-push'))`.execute(handle);

/** Accounts of a channel, bound by a code that the console showed. */
export function makeStaffChannelAccounts(
  database: Database,
): Pick<StaffCallStore, 'keepAccountCode' | 'linkAccount' | 'unlinkAccount'> {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('staff', work);
  return {
    keepAccountCode: async (staffId, codeHash, seconds) =>
      asJob(async (handle) => {
        const staff_id = idOf(staffId);
        await handle.deleteFrom('staff_account_code').where('staff_id', '=', staff_id).execute();
        const expires_at = sql<Date>`now() + make_interval(secs => ${seconds})`;
        await handle.insertInto('staff_account_code').values({ staff_id, code_hash: codeHash, expires_at }).execute();
      }),
    linkAccount: async (channel, account, codeHash) =>
      asJob(async (handle) => {
        const used = await handle
          .deleteFrom('staff_account_code')
          .where('code_hash', '=', codeHash)
          .where(sql<boolean>`expires_at > now()`)
          .returning('staff_id')
          .executeTakeFirst();
        if (!used) return null;
        const row = { staff_id: used.staff_id, channel: cleanText(channel), account: keyOf(account) };
        await handle
          .deleteFrom('staff_account')
          .where('channel', '=', row.channel)
          .where(({ or, eb }) => or([eb('account', '=', row.account), eb('staff_id', '=', row.staff_id)]))
          .execute();
        await handle.insertInto('staff_account').values(row).execute();
        const object = `staff:${used.staff_id}`;
        await addAudit(handle, { actor: object, action: 'staff-account-linked', object, detail: { channel } });
        return used.staff_id;
      }),
    unlinkAccount: async (staffId, channel) =>
      asJob(async (handle) => {
        await handle
          .deleteFrom('staff_account')
          .where('staff_id', '=', idOf(staffId))
          .where('channel', '=', channel)
          .execute();
      }),
  };
}
