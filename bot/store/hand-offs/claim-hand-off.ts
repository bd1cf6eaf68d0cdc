/** Taking a hand-off over, staying its owner, and losing it. */
import { randomUUID } from 'node:crypto';
import { addAudit } from '../audit.ts';
import { dateOf, idOf, toJson } from '../clean-input.ts';
import type { Scoped } from '../tables.ts';
import { addUtterance, lockConversation } from '../utterances.ts';
import { HandOffError } from './hand-off-error.ts';
import type { QueuedHandOff, StoredHandOff } from './hand-off-row.ts';
import { noteEvent } from './note-event.ts';
import {
  findHandOff,
  type HeldClaim,
  handOffIdOf,
  lockHandOff,
  type SayBeside,
  sayIn,
  setOwner,
} from './own-hand-off.ts';

/** Who works, by the name that citizens hear. */
export interface OfficerName {
  readonly id: string;
  readonly name: string;
}

export interface Claiming {
  readonly officer: OfficerName;
  readonly handOffId: string;
  readonly now: Date;
  readonly leaseMs: number;
  /** By when he has to have answered. */
  readonly dueAt: Date;
  /** What the citizen hears: "cán bộ Lan đã vào". In his language. */
  readonly joined: SayBeside;
}

/**
 * Whoever holds it already gets the same claim again: a reloaded page goes on where it was.
 *
 * @throws {@link HandOffError} `taken` while another's lease lasts, or while it is kept for a colleague.
 */
export async function claimHandOff(handle: Scoped, claiming: Claiming): Promise<StoredHandOff> {
  const { officer, handOffId, now } = claiming;
  const found = await lockHandOff(handle, handOffId);
  refuseTaken(found, officer, now);
  if (found.owner?.id === officer.id) {
    await renew(handle, found, new Date(now.getTime() + claiming.leaseMs));
    return findHandOff(handle, found.id);
  }
  const { conversationId, citizenId, unit } = found;
  await handle
    .updateTable('hand_off')
    .set(({ eb, fn }) => ({
      state: 'owned',
      owner_officer: idOf(officer.id),
      owner_name: officer.name,
      kept_for_officer: null,
      fence: eb('fence', '+', 1),
      lease_until: new Date(now.getTime() + claiming.leaseMs),
      due_at: dateOf(claiming.dueAt),
      waits_since: fn.coalesce('waits_since', eb.val(now)),
      claimed_at: fn.coalesce('claimed_at', eb.val(now)),
    }))
    .where('id', '=', found.id)
    .execute();
  await setOwner(handle, conversationId, officer.id);
  const fence = found.fence + 1;
  await addUtterance(
    handle,
    { conversationId, citizenId },
    {
      key: `joined:${found.id}:${fence}`,
      speaker: 'officer',
      content: { text: await sayIn(handle, found, claiming.joined), officer, notice: 'joined' },
      at: now,
    },
  );
  const event = { handOffId: found.id, citizenId, unit, kind: 'claimed' as const, at: now, officerId: officer.id };
  await noteEvent(handle, event);
  await addAudit(handle, {
    actor: `officer:${officer.id}`,
    action: 'hand-off-claimed',
    object: `hand-off:${found.id}`,
  });
  return findHandOff(handle, found.id);
}

function refuseTaken(found: QueuedHandOff, officer: OfficerName, now: Date): void {
  const { state, owner, leaseUntil, keptFor, dueAt } = found;
  if (state === 'closed') throw new HandOffError('lost');
  if (owner && owner.id !== officer.id && leaseUntil && leaseUntil > now) throw new HandOffError('taken', owner.name);
  if (keptFor && keptFor.id !== officer.id && dueAt && dueAt > now) throw new HandOffError('taken', keptFor.name);
}

const renew = async (handle: Scoped, { id }: QueuedHandOff, until: Date): Promise<void> => {
  await handle.updateTable('hand_off').set({ lease_until: until }).where('id', '=', id).execute();
};

/** `null` when the claim is over. One statement: ownership does not change, so no conversation is locked. */
export async function keepClaim(
  handle: Scoped,
  officerId: string,
  { handOffId, fence, until }: HeldClaim & { readonly until: Date },
): Promise<Date | null> {
  const row = await handle
    .updateTable('hand_off')
    .set({ lease_until: dateOf(until) })
    .where('id', '=', handOffIdOf(handOffId))
    .where('owner_officer', '=', idOf(officerId))
    .where('fence', '=', fence)
    .returning('lease_until')
    .executeTakeFirst();
  return row?.lease_until ?? null;
}

export interface SteppingIn {
  readonly conversationId: string;
  readonly officer: OfficerName;
  readonly code: string;
  readonly province: string | null;
  readonly summary: unknown;
  readonly now: Date;
}

/** Makes the hand-off of a talk that the bot leads, so that it can be claimed; gives the open one when there is one. */
export async function stepIn(handle: Scoped, stepping: SteppingIn): Promise<string> {
  const { now, officer } = stepping;
  const conversationId = handOffIdOf(stepping.conversationId);
  const seen = handle.selectFrom('conversation').select('id').where('id', '=', conversationId);
  if (!(await seen.executeTakeFirst())) throw new HandOffError('unknown');
  await lockConversation(handle, conversationId);
  const ofTalk = handle.selectFrom('hand_off').select('id').where('conversation_id', '=', conversationId);
  const open = await ofTalk.where('state', '<>', 'closed').executeTakeFirst();
  if (open) return open.id;
  const talk = await handle
    .selectFrom('conversation')
    .select(['citizen_id', 'channel', 'locale', 'unit'])
    .where('id', '=', conversationId)
    .executeTakeFirstOrThrow();
  const id = randomUUID();
  await handle
    .insertInto('hand_off')
    .values({
      ...talk,
      id,
      conversation_id: conversationId,
      province: stepping.province,
      field: null,
      desk: null,
      cause: 'stepped-in',
      state: 'waiting',
      code: stepping.code,
      summary: toJson(stepping.summary),
      asked_at: dateOf(now),
    })
    .execute();
  const event = { handOffId: id, citizenId: talk.citizen_id, unit: talk.unit, kind: 'asked' as const, at: now };
  await noteEvent(handle, { ...event, officerId: officer.id, detail: { cause: 'stepped-in' } });
  return id;
}
