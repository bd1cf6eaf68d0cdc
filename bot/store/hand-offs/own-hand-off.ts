/** Looks at a hand-off under the lock that everything about ownership is decided by: that of its conversation's row. */
import { idOf, keyOf } from '../clean-input.ts';
import type { Scoped } from '../tables.ts';
import { lockConversation } from '../utterances.ts';
import { HandOffError } from './hand-off-error.ts';
import {
  handOffColumns,
  handOffOf,
  type QueuedHandOff,
  queueColumns,
  queuedOf,
  type StoredHandOff,
} from './hand-off-row.ts';

export interface HeldClaim {
  readonly handOffId: string;
  readonly fence: number;
}

/** @throws {@link HandOffError} `unknown` for what is no id at all: nobody learns the form of ours. */
export function handOffIdOf(id: string): string {
  try {
    return idOf(id);
  } catch {
    throw new HandOffError('unknown');
  }
}

/** @throws {@link HandOffError} `unknown` when this officer sees none of this id. */
export async function findHandOff(handle: Scoped, handOffId: string): Promise<StoredHandOff> {
  const found = handle.selectFrom('hand_off').select(handOffColumns).where('hand_off.id', '=', handOffIdOf(handOffId));
  const row = await found.executeTakeFirst();
  if (!row) throw new HandOffError('unknown');
  return handOffOf(row);
}

/** The conversation's row first, then the hand-off's: in this order everywhere, so that nobody waits for each other. */
export async function lockHandOff(handle: Scoped, handOffId: string): Promise<QueuedHandOff> {
  const find = () =>
    handle
      .selectFrom('hand_off')
      .select(queueColumns)
      .where('hand_off.id', '=', handOffIdOf(handOffId))
      .executeTakeFirst();
  const before = await find();
  if (!before) throw new HandOffError('unknown');
  await lockConversation(handle, before.conversation_id);
  const row = await find();
  if (!row) throw new HandOffError('unknown');
  return queuedOf(row);
}

export interface OwnDeed extends HeldClaim {
  readonly officerId: string;
  /** What this deed says in the talk, by its key: no other deed says it. */
  readonly saysUnder: (found: QueuedHandOff) => string;
}

/**
 * `saidAs` is the id of what the same deed has said already: its reply did not reach the officer, and he asks again. Then
 * it is done, although he owns the talk no more.
 *
 * @throws {@link HandOffError} `lost` when another has it by now, or nobody.
 */
export async function lockOwn(
  handle: Scoped,
  { officerId, handOffId, fence, saysUnder }: OwnDeed,
): Promise<{ readonly found: QueuedHandOff; readonly saidAs: string | null }> {
  const found = await lockHandOff(handle, handOffId);
  const owns = found.state === 'owned' && found.owner?.id === officerId && found.fence === fence;
  const said = await handle
    .selectFrom('utterance')
    .select('id')
    .where('conversation_id', '=', found.conversationId)
    .where('key', '=', keyOf(saysUnder(found)))
    .executeTakeFirst();
  if (!owns && !said) throw new HandOffError('lost', found.owner?.name ?? null);
  return { found, saidAs: said?.id ?? null };
}

/** Sets or clears the owner of the conversation. The caller holds its row. */
export async function setOwner(handle: Scoped, conversationId: string, officerId: string | null): Promise<void> {
  await handle.updateTable('conversation').set({ owner_officer: officerId }).where('id', '=', conversationId).execute();
}

/** How the citizen calls himself in this talk; `null` until he did. */
async function callsSelfIn(handle: Scoped, conversationId: string): Promise<string | null> {
  const talk = handle.selectFrom('conversation').select('calls_self').where('id', '=', conversationId);
  return (await talk.executeTakeFirst())?.calls_self ?? null;
}

/** What the bot says beside a turn, in the citizen's language and by his own word of address. */
export type SayBeside = (address: {
  readonly locale: string;
  readonly channel: string;
  readonly callsSelf: string | null;
}) => unknown;

/** In the words of one talk. */
export const sayIn = async (
  handle: Scoped,
  { conversationId, locale, channel }: Pick<QueuedHandOff, 'conversationId' | 'locale' | 'channel'>,
  say: SayBeside,
): Promise<unknown> => say({ locale, channel, callsSelf: await callsSelfIn(handle, conversationId) });
