/** Takes a talk out of every door's reach without deleting it. */
import { sql } from 'kysely';
import type { ThreadKey } from './store.ts';
import type { Scoped } from './tables.ts';

/** It is found by no door any more: its name is one that no channel gives. The thread's next message opens another talk. */
export async function setTalkAside(handle: Scoped, { channel, externalId }: ThreadKey): Promise<void> {
  await handle
    .updateTable('conversation')
    .set({ external_id: sql<string>`'ended:' || id`, link_id: null })
    .where('channel', '=', channel)
    .where('external_id', '=', externalId)
    .execute();
}
