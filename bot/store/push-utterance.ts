/** What is said to a citizen on a channel that nobody polls is queued in the transaction that says it. */

import { queueParcel } from './outbox.ts';
import type { Scoped } from './tables.ts';

/** Their citizens see nothing that is not sent to them. */
export const pushedChannels: readonly string[] = ['zalo-bot', 'zalo-oa'];

export interface Said {
  readonly utteranceId: string;
  readonly citizenId: string;
  readonly conversationId: string;
  readonly speaker: string;
  /** The turn that it answers; `null` for what was said unasked. */
  readonly turnId: string | null;
}

/** Queues it where the talk's channel is a pushed one and it is not the citizen's own word. */
export async function pushUtterance(handle: Scoped, said: Said): Promise<void> {
  if (said.speaker === 'citizen') return;
  const talk = await handle
    .selectFrom('conversation')
    .select(['channel', 'address', 'external_id as externalId'])
    .where('id', '=', said.conversationId)
    .executeTakeFirst();
  if (!talk || talk.address === null || !pushedChannels.includes(talk.channel)) return;
  // A talk set aside (another person's account now, perhaps) hears only the answer to what was asked in it.
  if (talk.externalId !== talk.address && said.turnId === null) return;
  const now = new Date();
  const { utteranceId, citizenId } = said;
  const { channel, address } = talk;
  const key = `said:${utteranceId}`;
  await queueParcel(
    handle,
    { citizenId, channel, address, kind: 'said', key, content: { utteranceId }, notBefore: now },
    now,
  );
}
