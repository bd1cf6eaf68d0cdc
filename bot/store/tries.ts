/** Counts wrong tries, in the store, so that neither a restart nor a second copy of the program begins anew. */
import { sql } from 'kysely';
import { addAudit } from './audit.ts';
import type { Database } from './database.ts';
import type { IdentityStore, TryKey, TryState } from './identity-store.ts';
import type { Scoped } from './tables.ts';

/** After a week without a wrong try the count begins anew. */
const quiet = sql`interval '7 days'`;

export function makeTries(
  database: Database,
): Pick<IdentityStore, 'readTries' | 'countTries' | 'forgiveTries' | 'tryFigures'> {
  return {
    readTries: async (keys) => database.withJob('identity', (handle) => read(handle, keys)),
    countTries: async (keys, what) =>
      database.withJob('identity', async (handle) => {
        // In one order everywhere, so that two that count the same keys at once never wait for each other.
        for (const one of keys.toSorted((a, b) => a.kind.localeCompare(b.kind))) await count(handle, one);
        const state = await read(handle, keys);
        const from = keys.map(({ kind, key }) => `${kind}:${key.toString('hex', 0, 6)}`);
        const detail = { from, count: state.count, waitUntil: state.waitUntil };
        await addAudit(handle, { actor: 'identity', action: 'guess-refused', object: what, detail });
        return state;
      }),
    tryFigures: async () =>
      database.withJob('figures', (handle) =>
        handle
          .selectFrom('try_count')
          .select(({ fn }) => ['kind', fn.countAll<number>().as('counted'), fn.sum<number>('count').as('tries')])
          .select([sql<number>`count(*) filter (where free_at > now())`.as('waiting')])
          .select(({ fn }) => fn.max('last_at').as('lastAt'))
          .where(sql<boolean>`last_at > now() - ${quiet} and count > 0`)
          .groupBy('kind')
          .orderBy('kind')
          .execute(),
      ),
    forgiveTries: async (keys, by) =>
      database.withJob('identity', async (handle) => {
        for (const { kind, key } of keys)
          await handle
            .updateTable('try_count')
            .set({ count: sql<number>`greatest(count - ${by}, 0)`, free_at: sql<Date>`now()` })
            .where('kind', '=', kind)
            .where('key', '=', key)
            .execute();
      }),
  };
}

async function count(handle: Scoped, { kind, key, waits }: TryKey): Promise<void> {
  const next = sql<number>`case when try_count.last_at < now() - ${quiet} then 1 else try_count.count + 1 end`;
  const waitOf = (nth: typeof next | ReturnType<typeof sql.lit<number>>) =>
    sql<Date>`now() + make_interval(secs => (${sql.val([...waits])}::float8[])[least(${nth}, ${waits.length})])`;
  await handle
    .insertInto('try_count')
    .values({ kind, key, count: 1, last_at: sql`now()`, free_at: waitOf(sql.lit(1)) })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'key']).doUpdateSet({ count: next, last_at: sql`now()`, free_at: waitOf(next) }),
    )
    .execute();
}

async function read(handle: Scoped, keys: readonly TryKey[]): Promise<TryState> {
  const rows = await handle
    .selectFrom('try_count')
    .select(['count', 'free_at', sql<boolean>`free_at > now()`.as('waits')])
    .where(({ or, and, eb }) => or(keys.map(({ kind, key }) => and([eb('kind', '=', kind), eb('key', '=', key)]))))
    .where(sql<boolean>`last_at > now() - ${quiet}`)
    .execute();
  const until = rows.filter(({ waits }) => waits).map(({ free_at }) => free_at.getTime());
  return {
    count: Math.max(0, ...rows.map(({ count }) => count)),
    waitUntil: until.length === 0 ? null : new Date(Math.max(...until)),
  };
}
