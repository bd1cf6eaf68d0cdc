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

/** Where a talk goes on. */
export interface TalkPlace {
  readonly channel: string;
  /** Where a pushed channel answers; `null` elsewhere. */
  readonly address: string | null;
  readonly externalId: string;
}

/** Whether it is sent on: on a pushed channel, what is not the citizen's own word. */
export function pushes({ speaker, turnId }: Said, { channel, address, externalId }: TalkPlace): boolean {
  if (speaker === 'citizen' || address === null || !pushedChannels.includes(channel)) return false;
  // A talk set aside (another person's account now, perhaps) hears only the answer to what was asked in it.
  return externalId === address || turnId !== null;
}

/** Queues it where it is sent on. @param known the place, where the caller has just read it. */
export async function pushUtterance(handle: Scoped, said: Said, known?: TalkPlace): Promise<void> {
  if (said.speaker === 'citizen') return;
  const place = known ?? (await placeOf(handle, said.conversationId));
  if (!place || place.address === null || !pushes(said, place)) return;
  const now = new Date();
  const { utteranceId, citizenId } = said;
  const { channel, address } = place;
  const key = `said:${utteranceId}`;
  await queueParcel(
    handle,
    { citizenId, channel, address, kind: 'said', key, content: { utteranceId }, notBefore: now },
    now,
  );
}

const placeOf = (handle: Scoped, conversationId: string): Promise<TalkPlace | undefined> =>
  handle
    .selectFrom('conversation')
    .select(['channel', 'address', 'external_id as externalId'])
    .where('id', '=', conversationId)
    .executeTakeFirst();
