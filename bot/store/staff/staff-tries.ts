/** Counts tries of staff before they are made, so that a thousand at once are no more than one after another. */
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { TryState } from '../identity-store.ts';
import type { Scoped } from '../tables.ts';
import type { StaffSignInStore, StaffTryKey } from './staff-store.ts';

/** After a day without a try the count begins anew. */
const quiet = sql`interval '1 day'`;

class MustWait extends Error {
  readonly until: Date;
  constructor(until: Date) {
    super('must wait');
    this.until = until;
  }
}

export function makeStaffTries(database: Database): Pick<StaffSignInStore, 'takeTry' | 'forgiveTry'> {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('signIn', work);
  return {
    takeTry: async (keys) => {
      // In one order everywhere, so that two that count the same keys at once never wait for each other.
      const inOrder = keys.toSorted((a, b) => a.kind.localeCompare(b.kind));
      try {
        return await asJob(async (handle): Promise<TryState> => {
          let count = 0;
          for (const key of inOrder) count = Math.max(count, await take(handle, key));
          return { count, waitUntil: null };
        });
      } catch (error) {
        if (error instanceof MustWait) return { count: 0, waitUntil: error.until };
        throw error;
      }
    },
    forgiveTry: async (keys, how) =>
      asJob(async (handle) => {
        for (const { kind, key } of keys)
          await handle
            .updateTable('try_count')
            .set({ count: how === 'all' ? 0 : sql<number>`greatest(count - 1, 0)`, free_at: sql<Date>`now()` })
            .where('kind', '=', kind)
            .where('key', '=', key)
            .execute();
      }),
  };
}

/** @throws {MustWait} which takes back what was counted before in the same transaction. */
async function take(handle: Scoped, { kind, key, waits }: StaffTryKey): Promise<number> {
  const next = sql<number>`case when try_count.last_at < now() - ${quiet} then 1 else try_count.count + 1 end`;
  const freeAt = (nth: typeof next) =>
    sql<Date>`clock_timestamp() + make_interval(secs => (${sql.val([...waits])}::float8[])[least(${nth}, ${waits.length})])`;
  const taken = await handle
    .insertInto('try_count')
    .values({ kind, key, count: 1, last_at: sql`clock_timestamp()`, free_at: freeAt(sql<number>`1`) })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'key'])
        .doUpdateSet({ count: next, last_at: sql`clock_timestamp()`, free_at: freeAt(next) })
        .where(sql<boolean>`try_count.free_at <= clock_timestamp()`),
    )
    .returning('count')
    .executeTakeFirst();
  if (taken) return taken.count;
  const found = handle.selectFrom('try_count').select('free_at').where('kind', '=', kind).where('key', '=', key);
  throw new MustWait((await found.executeTakeFirstOrThrow()).free_at);
}
