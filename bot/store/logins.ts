/** Keeps sign-ins that are under way: each state serves once, in the browser that it was made for. */
import { sql } from 'kysely';
import { cleanText } from './clean-input.ts';
import type { Database } from './database.ts';
import type { IdentityStore } from './identity-store.ts';
import type { Scoped } from './tables.ts';

const life = sql`interval '10 minutes'`;

export function makeLogins(database: Database): Pick<IdentityStore, 'keepLogin' | 'takeLogin'> {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('identity', work);
  return {
    keepLogin: async ({ stateHash, browserHash, returnTo }) =>
      asJob(async (handle) => {
        await handle.deleteFrom('login_state').where(sql<boolean>`made_at < now() - ${life}`).execute();
        await handle
          .insertInto('login_state')
          .values({ state_hash: stateHash, browser_hash: browserHash, return_to: cleanText(returnTo) })
          .execute();
      }),
    takeLogin: async ({ stateHash, browserHash }) =>
      asJob(async (handle) => {
        const taken = await handle
          .deleteFrom('login_state')
          .where('state_hash', '=', stateHash)
          .where('browser_hash', '=', browserHash)
          .where(sql<boolean>`made_at > now() - ${life}`)
          .returning('return_to as returnTo')
          .executeTakeFirst();
        return taken ?? null;
      }),
  };
}
