/** The queue as a whole: who is before whom, how long it takes, who lost one, who is to be called. Ids and moments only. */
import { sql } from 'kysely';
import { dateOf, idOf } from '../clean-input.ts';
import type { Scoped } from '../tables.ts';
import { addUtterance } from '../utterances.ts';
import { type QueuedHandOff, queueColumns, queuedOf } from './hand-off-row.ts';
import { noteEvent } from './note-event.ts';
import { lockHandOff, type SayBeside, sayIn, setOwner } from './own-hand-off.ts';

export async function countWaiting(handle: Scoped): Promise<number> {
  const { waiting } = await handle
    .selectFrom('hand_off')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return waiting;
}

/** How many stand before it in its queue: of its commune and desk, those lost by others first. */
export async function countAhead(handle: Scoped, one: QueuedHandOff): Promise<number> {
  const row = await handle
    .selectFrom('hand_off')
    .select(({ fn }) => fn.countAll<number>().as('ahead'))
    .where('state', '=', 'waiting')
    .where('practice', '=', one.practice)
    .where(sql<boolean>`unit is not distinct from ${one.unit} and desk is not distinct from ${one.desk}`)
    .where(sql<boolean>`(-escalation, asked_at, id) < (${-one.escalation}, ${one.askedAt}, ${idOf(one.id)}::uuid)`)
    .executeTakeFirstOrThrow();
  return row.ahead;
}

/** Measured waits of a queue since a moment, for each place in it, in seconds. */
export async function measureWaits(
  handle: Scoped,
  { unit, desk, since }: { readonly unit: string | null; readonly desk: string | null; readonly since: Date },
): Promise<{ readonly measured: number; readonly secondsPerPlace: number | null }> {
  const row = await handle
    .selectFrom('hand_off')
    .select([
      sql<number>`count(*)`.as('measured'),
      sql<number | null>`percentile_cont(0.5) within group (
        order by extract(epoch from first_reply_at - asked_at) / greatest(told_position, 1))`.as('seconds'),
    ])
    .where(sql<boolean>`unit is not distinct from ${unit} and desk is not distinct from ${desk}`)
    .where('asked_at', '>', dateOf(since))
    .where('practice', '=', false)
    .where('told_position', 'is not', null)
    .where('first_reply_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return { measured: row.measured, secondsPerPlace: row.seconds };
}

export async function findByCode(handle: Scoped, code: string): Promise<QueuedHandOff | null> {
  const row = await handle.selectFrom('hand_off').select(queueColumns).where('code', '=', code).executeTakeFirst();
  return row ? queuedOf(row) : null;
}

/** Open ones that the queue's job has to look at now: nobody answers, nobody is there, nobody was called. */
export async function dueNow(
  handle: Scoped,
  { now, idleBefore, limit = 200 }: { readonly now: Date; readonly idleBefore: Date; readonly limit?: number },
): Promise<readonly QueuedHandOff[]> {
  const rows = await handle
    .selectFrom('hand_off')
    .select(queueColumns)
    .where('closed_at', 'is', null)
    .where(sql<boolean>`(due_at <= ${dateOf(now)}
      or (waits_since is not null and due_at is null)
      or (state <> 'owned' and called_at is null)
      or (state = 'owned' and lease_until < ${dateOf(now)} and waits_since is null and coalesce(spoke_at, claimed_at) < ${dateOf(idleBefore)}))`)
    .orderBy('asked_at')
    .limit(limit)
    .execute();
  return rows.map(queuedOf);
}

/** What the job decided for one; refused when it has changed since it was read. */
export type QueueDeed =
  /** The officer did not answer: back to the queue's front, one step further up. */
  | { readonly kind: 'lose'; readonly say: SayBeside; readonly dueAt: Date }
  /** Nobody has taken it: one step further up. `say`: what the citizen hears of it. */
  | { readonly kind: 'escalate'; readonly say: SayBeside; readonly dueAt: Date }
  /** The officer had the last word and has gone, and so has the citizen. */
  | { readonly kind: 'leave'; readonly say: SayBeside }
  | { readonly kind: 'due'; readonly dueAt: Date }
  /** Everybody was called: they are called anew. */
  | { readonly kind: 'recall'; readonly dueAt: Date }
  | { readonly kind: 'called'; readonly count: number };

/** `false` when another copy of the program, or the officer himself, was quicker. */
export async function settleDue(
  handle: Scoped,
  before: QueuedHandOff,
  { deed, now }: { readonly deed: QueueDeed; readonly now: Date },
): Promise<boolean> {
  const found = await lockHandOff(handle, before.id);
  const isSame =
    found.fence === before.fence &&
    found.state === before.state &&
    found.escalation === before.escalation &&
    found.dueAt?.getTime() === before.dueAt?.getTime() &&
    found.waitsSince?.getTime() === before.waitsSince?.getTime() &&
    found.calledAt?.getTime() === before.calledAt?.getTime() &&
    (deed.kind !== 'leave' || found.leaseUntil?.getTime() === before.leaseUntil?.getTime());
  if (!isSame) return false;
  await carryOut(handle, found, { deed, now });
  return true;
}

async function carryOut(
  handle: Scoped,
  found: QueuedHandOff,
  { deed, now }: { readonly deed: QueueDeed; readonly now: Date },
): Promise<unknown> {
  const of = handle.updateTable('hand_off').where('id', '=', found.id);
  const event = {
    handOffId: found.id,
    citizenId: found.citizenId,
    unit: found.unit,
    at: now,
    officerId: found.owner?.id ?? null,
  };
  switch (deed.kind) {
    case 'due':
      return of.set({ due_at: dateOf(deed.dueAt) }).execute();
    case 'recall':
      return of
        .set(({ eb }) => ({ due_at: dateOf(deed.dueAt), called_at: null, escalation: eb('escalation', '+', 1) }))
        .execute();
    case 'called':
      return of.set({ called_at: dateOf(now), call_count: deed.count }).execute();
    case 'escalate':
      await of
        .set(({ eb }) => ({
          escalation: eb('escalation', '+', 1),
          due_at: dateOf(deed.dueAt),
          called_at: null,
          kept_for_officer: null,
          owner_name: null,
        }))
        .execute();
      await tell(handle, found, { name: 'escalated', say: deed.say, now });
      return noteEvent(handle, { ...event, kind: 'escalated', detail: { escalation: found.escalation + 1 } });
    case 'lose':
      await of
        .set(({ eb }) => ({
          state: 'waiting',
          escalation: eb('escalation', '+', 1),
          last_owner: found.owner?.id ?? null,
          ...freed(deed.dueAt),
          fence: eb('fence', '+', 1),
        }))
        .execute();
      await tellFreed(handle, found, { name: 'lost', say: deed.say, now });
      return noteEvent(handle, { ...event, kind: 'lost', detail: { escalation: found.escalation + 1 } });
    case 'leave':
      await of
        .set(({ eb }) => ({
          state: 'closed',
          closed_as: 'citizen-left',
          closed_at: dateOf(now),
          last_owner: found.owner?.id ?? null,
          ...freed(null),
          fence: eb('fence', '+', 1),
        }))
        .execute();
      await tellFreed(handle, found, { name: 'citizen-left', say: deed.say, now });
      return noteEvent(handle, { ...event, kind: 'citizen-left' });
  }
}

const freed = (dueAt: Date | null) => ({
  owner_officer: null,
  owner_name: null,
  lease_until: null,
  due_at: dueAt,
  called_at: null,
});

interface Told {
  readonly name: string;
  readonly say: SayBeside;
  readonly now: Date;
}

/** In the transaction that frees the conversation, so that nothing is said while it is owned. */
async function tellFreed(handle: Scoped, found: QueuedHandOff, told: Told): Promise<void> {
  await setOwner(handle, found.conversationId, null);
  await tell(handle, found, told);
}

/** The caller holds the conversation's row, and nobody owns it. */
async function tell(handle: Scoped, found: QueuedHandOff, { name, say, now }: Told): Promise<void> {
  const { id, conversationId, citizenId, fence, escalation } = found;
  const content = { answer: await sayIn(handle, found, say), notice: name };
  const key = `${name}:${id}:${name === 'escalated' ? escalation : fence}`;
  await addUtterance(handle, { conversationId, citizenId }, { key, speaker: 'bot', content, at: now });
}

/** Notes what the citizen was told at first: waits are measured by it. */
export async function noteTold(handle: Scoped, handOffId: string, position: number | null): Promise<void> {
  await handle.updateTable('hand_off').set({ told_position: position }).where('id', '=', idOf(handOffId)).execute();
}
