/** How far each source has been read, and which copy of the program reads it. The clock is the database's: all copies share it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './database.ts';

/** The right to read one source, for a while. Whoever takes it after us has a higher fence, and ours moves nothing any more. */
export interface SourceLease {
  /** `null`: nothing was read yet. */
  readCursor(): Promise<string | null>;
  /** `false` when the lease is lost or the cursor no longer stands at `from`; then nothing was changed. */
  moveCursor(move: { readonly from: string | null; readonly to: string | null }): Promise<boolean>;
  /** Holds it for another `forMs` from now. `false` when it is lost. */
  renew(forMs: number): Promise<boolean>;
  /** Lets another copy take it at once. */
  release(): Promise<void>;
}

export interface SourceCursors {
  /** `null` while another copy of the program holds it. */
  take(source: string, forMs: number): Promise<SourceLease | null>;
}

export const makeSourceCursors = (database: Database): SourceCursors => ({
  async take(source, forMs) {
    const fence = await takeLease(database, source, forMs);
    return fence === null ? null : leaseOf(database, { source, fence });
  },
});

const inMs = (ms: number) => sql<Date>`clock_timestamp() + make_interval(secs => ${ms / 1000})`;

const takeLease = (database: Database, source: string, forMs: number): Promise<number | null> =>
  database.withJob('dossiers', async (handle) => {
    const mine = { holder: randomUUID(), held_until: inMs(forMs) };
    const taken = await handle
      .insertInto('source_cursor')
      .values({ source, cursor: null, moved_at: null, fence: 1, ...mine })
      .onConflict((conflict) =>
        conflict
          .column('source')
          .doUpdateSet({ ...mine, fence: sql<number>`source_cursor.fence + 1` })
          .where(sql<boolean>`source_cursor.held_until is null or source_cursor.held_until < clock_timestamp()`),
      )
      .returning('fence')
      .executeTakeFirst();
    return taken?.fence ?? null;
  });

/** Every statement names the fence: one that is no longer ours finds no row. */
function leaseOf(database: Database, { source, fence }: { source: string; fence: number }): SourceLease {
  const change = (columns: Record<string, unknown>, from?: string | null): Promise<boolean> =>
    database.withJob('dossiers', async (handle) => {
      const update = handle
        .updateTable('source_cursor')
        .set(columns)
        .where('source', '=', source)
        .where('fence', '=', fence);
      const asked = from === undefined ? update : update.where(sql<boolean>`cursor is not distinct from ${from}`);
      return (await asked.executeTakeFirst()).numUpdatedRows === 1n;
    });
  return {
    readCursor: () =>
      database.withJob('dossiers', async (handle) => {
        const row = await handle
          .selectFrom('source_cursor')
          .select('cursor')
          .where('source', '=', source)
          .executeTakeFirst();
        return row?.cursor ?? null;
      }),
    moveCursor: ({ from, to }) => change({ cursor: to, moved_at: sql`clock_timestamp()` }, from),
    renew: (forMs) => change({ held_until: inMs(forMs) }),
    release: async () => void (await change({ held_until: null, holder: null })),
  };
}
