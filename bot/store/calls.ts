/** Calls that go on, for all copies of the program: one turn of a call at a time, and what was said, sealed. */
import { randomUUID } from 'node:crypto';
import { dateOf, idOf } from './clean-input.ts';
import type { Database } from './database.ts';
import { closing } from './scope-talk.ts';
import type { Sealer } from './seal-slots.ts';
import type { ConversationKey } from './store.ts';
import type { Scoped } from './tables.ts';

/** Proof that a turn is in our hands. */
export interface CallClaim extends ConversationKey {
  readonly callRowId: string;
  readonly fence: number;
  readonly turn: number;
}

export type BegunTurn =
  /** Ours: `content` is what was kept by the turn before; `null` at the first. */
  | { readonly kind: 'begun'; readonly claim: CallClaim; readonly content: unknown }
  /** It was answered, or a later one was: what was kept then. */
  | { readonly kind: 'answered'; readonly content: unknown }
  /** Another is at work on this turn or a later one. */
  | { readonly kind: 'in-work' }
  | { readonly kind: 'over' };

export interface BeginTurn extends ConversationKey {
  /** From 0. */
  readonly turn: number;
  readonly now: Date;
  /** After so long, in ms, whoever has it is taken for dead. */
  readonly leaseMs: number;
}

export interface CallStore {
  /** A later turn takes the call from an earlier one that is still in work. */
  begin(turn: BeginTurn): Promise<BegunTurn>;
  /** Keeps what came of it. `false` when it was taken meanwhile, or the call is over: then nothing is kept. */
  finish(claim: CallClaim, content: unknown, now: Date): Promise<boolean>;
  /** Forgets what was said. `null` for a call that is not known, or was over; else what was kept last. */
  end(key: ConversationKey, now: Date): Promise<{ readonly content: unknown } | null>;
  /** What was kept last; `null`: none, or it is over. */
  read(key: ConversationKey): Promise<{ readonly content: unknown } | null>;
}

export const makeCalls = (database: Database, sealer: Sealer): CallStore => ({
  begin: (turn) => database.withCitizen(turn.citizenId, (handle) => beginTurn(handle, turn, sealer)),
  finish: (claim, content, now) =>
    database.single.withCitizen(claim.citizenId, (handle) => finishTurn(handle, { claim, content, now }, sealer)),
  end: (key, now) => database.withCitizen(key.citizenId, (handle) => endCall(handle, key, { sealer, now })),
  read: (key) =>
    database.single.withCitizen(key.citizenId, async (handle) => {
      const row = await callOf(handle, key);
      return row && row.ended_at === null ? { content: opened(row, sealer) } : null;
    }),
});

const callOf = async (handle: Scoped, { conversationId }: ConversationKey) =>
  (await handle
    .selectFrom('phone_call')
    .selectAll()
    .where('conversation_id', '=', idOf(conversationId))
    .forUpdate()
    .executeTakeFirst()) ?? null;

type CallRow = NonNullable<Awaited<ReturnType<typeof callOf>>>;

const opened = ({ id, content_sealed }: CallRow, sealer: Sealer): unknown => {
  const { content } = sealer.open(id, content_sealed);
  return content === undefined ? null : JSON.parse(content);
};

async function beginTurn(handle: Scoped, begin: BeginTurn, sealer: Sealer): Promise<BegunTurn> {
  const { turn, now, leaseMs, conversationId, citizenId } = begin;
  const row = (await callOf(handle, begin)) ?? (await makeCall(handle, begin));
  if (row.ended_at !== null) return { kind: 'over' };
  if (turn <= row.turn) return { kind: 'answered', content: opened(row, sealer) };
  const isHeld = row.working !== null && row.lease_until !== null && row.lease_until > now;
  if (isHeld && row.working !== null && row.working >= turn) return { kind: 'in-work' };
  const fence = row.fence + 1;
  await closing(handle)
    .updateTable('phone_call')
    .set({ working: turn, fence, lease_until: new Date(now.getTime() + leaseMs), heard_at: dateOf(now) })
    .where('id', '=', row.id)
    .execute();
  const claim = { conversationId, citizenId, callRowId: row.id, fence, turn };
  return { kind: 'begun', claim, content: opened(row, sealer) };
}

/** Two hooks of a new call may come at once: both find the one row. */
async function makeCall(handle: Scoped, begin: BeginTurn): Promise<CallRow> {
  await handle
    .insertInto('phone_call')
    .values({
      id: randomUUID(),
      citizen_id: idOf(begin.citizenId),
      conversation_id: idOf(begin.conversationId),
      heard_at: dateOf(begin.now),
    })
    .onConflict((conflict) => conflict.column('conversation_id').doNothing())
    .execute();
  const made = await callOf(handle, begin);
  if (!made) throw new Error('A call that was just kept is not there');
  return made;
}

interface Finishing {
  readonly claim: CallClaim;
  readonly content: unknown;
  readonly now: Date;
}

async function finishTurn(handle: Scoped, { claim, content, now }: Finishing, sealer: Sealer): Promise<boolean> {
  const { callRowId: id, fence, turn } = claim;
  const sealed = sealer.seal(id, { content: JSON.stringify(content) });
  const row = await handle
    .updateTable('phone_call')
    .set({ turn, working: null, lease_until: null, content_sealed: sealed, heard_at: dateOf(now) })
    .where('id', '=', idOf(id))
    .where('fence', '=', fence)
    .where('working', '=', turn)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

async function endCall(
  handle: Scoped,
  key: ConversationKey,
  { sealer, now }: { readonly sealer: Sealer; readonly now: Date },
): Promise<{ readonly content: unknown } | null> {
  const row = await callOf(handle, key);
  if (!row || row.ended_at !== null) return null;
  const over = { ended_at: dateOf(now), content_sealed: null, working: null, lease_until: null };
  await handle.updateTable('phone_call').set(over).where('id', '=', row.id).execute();
  return { content: opened(row, sealer) };
}
