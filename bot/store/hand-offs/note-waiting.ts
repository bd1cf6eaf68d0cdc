/** A citizen wrote to his officer: from then on he waits for a word. */
import { dateOf } from '../clean-input.ts';
import type { Scoped } from '../tables.ts';
import { signalHandOff } from '../utterance-signals.ts';

/** In the transaction that keeps the message; the first unanswered one counts. The queue's job works out by when. */
export async function noteWaiting(handle: Scoped, conversationId: string, at: Date): Promise<void> {
  const row = await handle
    .updateTable('hand_off')
    .set(({ fn, eb }) => ({ waits_since: fn.coalesce('waits_since', eb.val(dateOf(at))) }))
    .where('conversation_id', '=', conversationId)
    .where('state', '=', 'owned')
    .returning(['id', 'unit'])
    .executeTakeFirst();
  if (row) signalHandOff(handle, row.id, row.unit);
}
