/** Accounts of other channels that are bound to a person. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addAudit } from './audit.ts';
import { idOf, keyOf } from './clean-input.ts';
import type { Database } from './database.ts';
import type { IdentityStore } from './identity-store.ts';
import { setTalkAside } from './set-talk-aside.ts';
import type { ThreadKey } from './store.ts';
import type { Scoped } from './tables.ts';

export function makeLinks(
  database: Database,
): Pick<IdentityStore, 'keepLinkCode' | 'linkAccount' | 'links' | 'unlinkAccount' | 'unlink'> {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('identity', work);
  return {
    keepLinkCode: async ({ citizenId, codeHash, seconds }) =>
      asJob(async (handle) => {
        const citizen_id = idOf(citizenId);
        await handle.deleteFrom('link_code').where('citizen_id', '=', citizen_id).execute();
        await handle
          .insertInto('link_code')
          .values({ id: randomUUID(), citizen_id, code_hash: codeHash, expires_at: inSeconds(seconds) })
          .execute();
      }),
    linkAccount: async ({ channel, externalId }, codeHash) =>
      asJob(async (handle) => {
        const code = await handle
          .deleteFrom('link_code')
          .where('code_hash', '=', codeHash)
          .returning(['citizen_id as citizenId', sql<boolean>`expires_at > now()`.as('holds')])
          .executeTakeFirst();
        if (!code?.holds) return false;
        const account = { channel: keyOf(channel), account: keyOf(externalId) };
        await cutLink(handle, account);
        // What was said before the link stays with whoever said it: the next message opens a talk of the person's own.
        await setTalkAside(handle, { channel: account.channel, externalId: account.account });
        const id = randomUUID();
        await handle
          .insertInto('channel_link')
          .values({ id, citizen_id: code.citizenId, ...account })
          .execute();
        await addAudit(handle, { actor: `citizen:${code.citizenId}`, action: 'link', object: `link:${id}` });
        return true;
      }),
    links: async (citizenId) =>
      database.withCitizen(citizenId, (handle) =>
        handle
          .selectFrom('channel_link')
          .select(['id', 'channel', 'linked_at as linkedAt'])
          .orderBy('linked_at')
          .execute(),
      ),
    unlinkAccount: async ({ channel, externalId }) =>
      asJob((handle) => cutLink(handle, { channel: keyOf(channel), account: keyOf(externalId) })),
    unlink: async (citizenId, linkId) =>
      asJob(async (handle) => {
        const account = await handle
          .selectFrom('channel_link')
          .select(['channel', 'account'])
          .where('id', '=', idOf(linkId))
          .where('citizen_id', '=', idOf(citizenId))
          .executeTakeFirst();
        return account ? cutLink(handle, account) : false;
      }),
  };
}

interface Account {
  readonly channel: string;
  readonly account: string;
}

const inSeconds = (seconds: number) => sql<Date>`now() + make_interval(secs => ${seconds})`;

async function cutLink(handle: Scoped, account: Account): Promise<boolean> {
  const link = await handle
    .selectFrom('channel_link')
    .select(['id', 'citizen_id as citizenId'])
    .where('channel', '=', account.channel)
    .where('account', '=', account.account)
    .executeTakeFirst();
  if (!link) return false;
  await setTalkAside(handle, { channel: account.channel, externalId: account.account });
  await handle.deleteFrom('channel_link').where('id', '=', link.id).execute();
  await stopNoticesThere(handle, { ...account, citizenId: link.citizenId });
  await addAudit(handle, { actor: `citizen:${link.citizenId}`, action: 'unlink', object: `link:${link.id}` });
  return true;
}

/** Nothing of a person's cases goes to an account that is his no more. */
async function stopNoticesThere(
  handle: Scoped,
  { channel, account, citizenId }: Account & { readonly citizenId: string },
) {
  const stopped = await handle
    .updateTable('notice_choice')
    .set({ stopped_at: sql`now()` })
    .where('citizen_id', '=', citizenId)
    .where('channel', '=', channel)
    .where('address', '=', account)
    .where('stopped_at', 'is', null)
    .returning('consent_id')
    .execute();
  for (const { consent_id } of stopped)
    await handle.updateTable('consent').set({ withdrawn_at: sql`now()` }).where('id', '=', consent_id).execute();
}

/** Whose an account is; `null` for an anonymous one. */
export const findLink = async (
  handle: Scoped,
  { channel, externalId }: ThreadKey,
): Promise<{ readonly id: string; readonly citizenId: string } | null> =>
  (await handle
    .selectFrom('channel_link')
    .select(['id', 'citizen_id as citizenId'])
    .where('channel', '=', keyOf(channel))
    .where('account', '=', keyOf(externalId))
    .executeTakeFirst()) ?? null;
