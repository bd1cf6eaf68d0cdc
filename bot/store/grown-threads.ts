/** Which conversations have grown: one question for many of them, whoever they belong to. */
import { sql } from 'kysely';
import { idOf } from './clean-input.ts';
import type { Database } from './database.ts';

/** A conversation and the last position of it that its reader has. */
export interface WatchedThread {
  readonly conversationId: string;
  readonly after: number;
}

export interface GrownThreads {
  /** The ids of those in which something was said after their position. It reads not a word of what. */
  grownThreads(watched: readonly WatchedThread[]): Promise<readonly string[]>;
}

export const makeGrownThreads = (database: Database): GrownThreads => ({
  async grownThreads(watched) {
    if (watched.length === 0) return [];
    const ids = watched.map(({ conversationId }) => idOf(conversationId));
    const positions = watched.map(({ after }) => after);
    const { rows } = await database.withJob('ingress', (handle) =>
      sql<{ id: string }>`
        select w.id::text as id from unnest(${ids}::uuid[], ${positions}::bigint[]) as w (id, after)
        where exists (select from utterance u where u.conversation_id = w.id and u.position > w.after)`.execute(handle),
    );
    return rows.map(({ id }) => id);
  },
});
