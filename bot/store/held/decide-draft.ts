/** An officer decides on a held draft: it goes out in his name, as it is or as he made it; or he answers himself. */
import { addAudit } from '../audit.ts';
import { dateOf, idOf, toJson } from '../clean-input.ts';
import type { OfficerName } from '../hand-offs/claim-hand-off.ts';
import { HandOffError } from '../hand-offs/hand-off-error.ts';
import type { QueuedHandOff } from '../hand-offs/hand-off-row.ts';
import { noteEvent } from '../hand-offs/note-event.ts';
import { type HeldClaim, lockHandOff, lockOwn, setOwner } from '../hand-offs/own-hand-off.ts';
import type { Scoped } from '../tables.ts';
import { addUtterance } from '../utterances.ts';
import { countHeld, findDraft, type HeldDraft } from './held-draft.ts';

export interface DraftDecision {
  readonly handOffId: string;
  readonly draftId: string;
  readonly officer: OfficerName;
  /** Of his claim, where he holds the talk; `null`: he decides in passing. */
  readonly fence: number | null;
  readonly edited: boolean;
  readonly now: Date;
  readonly leaseMs: number;
  /** His words to the citizen, in the language of the talk. */
  readonly words: (draft: HeldDraft, locale: string) => string;
  /** Chips of the answer, where it goes out as it is. */
  readonly options: (draft: HeldDraft) => readonly unknown[];
  /** What the bot says when a talk that he had taken is its own again. */
  readonly say: (locale: string) => unknown;
  readonly remember: (memory: unknown, draft: HeldDraft) => unknown;
}

export interface SentDraft {
  readonly utteranceId: string;
  readonly draft: HeldDraft;
  /** The talk is the bot's again. */
  readonly isOver: boolean;
}

export async function decideDraft(handle: Scoped, decision: DraftDecision): Promise<SentDraft> {
  const { draftId, officer, now } = decision;
  const found = await lockHandOff(handle, decision.handOffId);
  const draft = await findDraft(handle, draftId, found.id);
  const key = { conversationId: found.conversationId, citizenId: found.citizenId };
  const text = decision.words(draft, found.locale);
  const options = decision.options(draft);
  const own = { text, officer: { id: officer.id, name: officer.name }, notice: 'checked' };
  const content = options.length > 0 ? { ...own, options } : own;
  const said = { key: `held:${draftId}`, speaker: 'officer' as const, content, at: now };
  if (draft.state === 'sent' && draft.officer?.id === officer.id)
    return { utteranceId: await addUtterance(handle, key, said), draft, isOver: found.state === 'closed' };
  if (draft.state !== 'held')
    throw draft.officer ? new HandOffError('taken', draft.officer.name) : new HandOffError('lost');
  refuseOthers(found, decision);
  const utteranceId = await addUtterance(handle, key, said);
  await settle(handle, draftId, { state: 'sent', officer, now, edited: decision.edited });
  const inPassing = found.owner === null;
  const isOver =
    found.cause === 'held' && (inPassing || found.spokeAt === null) && (await countHeld(handle, found.id)) === 0;
  // Others of it still wait: nothing of the hand-off itself has changed.
  if (isOver || !inPassing)
    await handle
      .updateTable('hand_off')
      .set(changesOf(found, decision, isOver))
      .where('id', '=', found.id)
      .execute();
  const event = { handOffId: found.id, citizenId: found.citizenId, unit: found.unit, at: now, officerId: officer.id };
  await noteEvent(handle, { ...event, kind: 'replied', detail: { held: true } });
  await rememberIt(handle, found, { decision, draft });
  if (isOver) await giveBack(handle, found, decision);
  const object = `hand-off:${found.id}`;
  const detail = { draft: draftId, edited: decision.edited };
  await addAudit(handle, { actor: `officer:${officer.id}`, action: 'held-answer-sent', object, detail });
  return { utteranceId, draft, isOver };
}

/** One owner at a time: the same rules as for taking a talk over. */
function refuseOthers({ state, owner, fence, keptFor, dueAt }: QueuedHandOff, decision: DraftDecision): void {
  const { officer, now } = decision;
  if (state === 'closed') throw new HandOffError('lost');
  if (owner && owner.id !== officer.id) throw new HandOffError('taken', owner.name);
  if (owner ? fence !== decision.fence : decision.fence !== null) throw new HandOffError('lost');
  if (keptFor && keptFor.id !== officer.id && dueAt && dueAt > now) throw new HandOffError('taken', keptFor.name);
}

function changesOf(found: QueuedHandOff, { officer, now, leaseMs }: DraftDecision, isOver: boolean) {
  const spoken = { first_reply_at: found.firstReplyAt ?? dateOf(now), claimed_at: found.claimedAt ?? dateOf(now) };
  if (!isOver)
    return {
      ...spoken,
      spoke_at: dateOf(now),
      waits_since: null,
      due_at: null,
      lease_until: new Date(now.getTime() + leaseMs),
    };
  return {
    ...spoken,
    spoke_at: dateOf(now),
    state: 'closed' as const,
    closed_as: 'returned',
    closed_at: dateOf(now),
    owner_officer: null,
    last_owner: idOf(officer.id),
    lease_until: null,
    due_at: null,
    waits_since: null,
    fence: found.fence + 1,
  };
}

async function rememberIt(
  handle: Scoped,
  { conversationId }: QueuedHandOff,
  { decision, draft }: { readonly decision: DraftDecision; readonly draft: HeldDraft },
): Promise<void> {
  const of = handle.selectFrom('conversation').select('memory').where('id', '=', conversationId);
  const memory = (await of.executeTakeFirst())?.memory ?? {};
  await handle
    .updateTable('conversation')
    .set({ memory: toJson(decision.remember(memory, draft)), updated_at: dateOf(decision.now) })
    .where('id', '=', conversationId)
    .execute();
}

/** The bot says so only where the citizen had heard that an officer came. */
async function giveBack(handle: Scoped, found: QueuedHandOff, { now, officer, say }: DraftDecision): Promise<void> {
  const { id: handOffId, conversationId, citizenId, unit, locale, fence, owner } = found;
  await noteEvent(handle, { handOffId, citizenId, unit, kind: 'returned', at: now, officerId: officer.id });
  if (owner === null) return;
  await setOwner(handle, conversationId, null);
  const content = { answer: say(locale), notice: 'returned' };
  const said = { key: `returned:${handOffId}:${fence}`, speaker: 'bot' as const, content, at: now };
  await addUtterance(handle, { conversationId, citizenId }, said);
}

export interface Dropping extends HeldClaim {
  readonly draftId: string;
  readonly officer: OfficerName;
  readonly now: Date;
}

export async function dropDraft(handle: Scoped, dropping: Dropping): Promise<void> {
  const { draftId, officer, now } = dropping;
  const { handOffId, fence } = dropping;
  // Nothing is said of it: the draft's own state tells of a deed that is repeated.
  const saysUnder = () => `dropped:${draftId}`;
  const { found } = await lockOwn(handle, { officerId: officer.id, handOffId, fence, saysUnder });
  const { id } = found;
  const draft = await findDraft(handle, draftId, id);
  if (draft.state === 'dropped') return;
  if (draft.state !== 'held') throw new HandOffError('lost', draft.officer?.name ?? null);
  await settle(handle, draftId, { state: 'dropped', officer, now, edited: false });
  const object = `hand-off:${id}`;
  await addAudit(handle, { actor: `officer:${officer.id}`, action: 'held-answer-dropped', object });
}

interface Settling {
  readonly state: 'sent' | 'dropped';
  readonly officer: OfficerName;
  readonly edited: boolean;
  readonly now: Date;
}

const settle = (handle: Scoped, draftId: string, { state, officer, edited, now }: Settling) =>
  handle
    .updateTable('held_draft')
    .set({ state, officer_id: idOf(officer.id), officer_name: officer.name, edited, decided_at: dateOf(now) })
    .where('id', '=', idOf(draftId))
    .execute();
