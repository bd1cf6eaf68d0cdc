/** What an officer says to a citizen, and the end of it. */
import { addAudit } from '../audit.ts';
import { dateOf, idOf, toJson } from '../clean-input.ts';
import type { Scoped } from '../tables.ts';
import { addUtterance } from '../utterances.ts';
import type { OfficerName } from './claim-hand-off.ts';
import type { QueuedHandOff } from './hand-off-row.ts';
import { noteEvent } from './note-event.ts';
import { type HeldClaim, lockOwn, type SayBeside, sayIn, setOwner } from './own-hand-off.ts';

export interface OfficerWords extends HeldClaim {
  readonly officer: OfficerName;
  /** The same key is said once. */
  readonly key: string;
  readonly text: string;
  readonly pictures: readonly { readonly id: string; readonly url: string; readonly alt: string }[];
  readonly now: Date;
  readonly leaseMs: number;
}

/** Resolves with the utterance's id. @throws {@link HandOffError} `lost`: then nothing was said. */
export async function speakAsOfficer(handle: Scoped, words: OfficerWords): Promise<string> {
  const { officer, key, text, pictures, now } = words;
  const { handOffId, fence } = words;
  const own = { officerId: officer.id, handOffId, fence };
  const saysUnder = (talk: QueuedHandOff) => `officer:${talk.id}:${key}`;
  const { found, saidAs } = await lockOwn(handle, { ...own, saysUnder });
  if (saidAs) return saidAs;
  const { id, conversationId, citizenId, unit } = found;
  for (const picture of pictures)
    await handle
      .updateTable('hand_off_picture')
      .set({ citizen_id: citizenId, hand_off_id: id })
      .where('id', '=', idOf(picture.id))
      .where('hand_off_id', 'is', null)
      .execute();
  const content = { text, officer: { id: officer.id, name: officer.name }, pictures };
  const said = { key: saysUnder(found), speaker: 'officer' as const, content, at: now };
  const utteranceId = await addUtterance(handle, { conversationId, citizenId }, said);
  await handle
    .updateTable('hand_off')
    .set(({ eb, fn }) => ({
      first_reply_at: fn.coalesce('first_reply_at', eb.val(now)),
      spoke_at: dateOf(now),
      waits_since: null,
      due_at: null,
      lease_until: new Date(now.getTime() + words.leaseMs),
    }))
    .where('id', '=', id)
    .execute();
  await noteEvent(handle, { handOffId: id, citizenId, unit, kind: 'replied', at: now, officerId: officer.id });
  return utteranceId;
}

export interface Ending extends HeldClaim {
  readonly officer: OfficerName;
  readonly as: 'returned' | 'finished';
  readonly now: Date;
  /** What the bot says when it may speak again, and what it remembers of the talk. */
  readonly say: SayBeside;
  readonly remember: (memory: unknown) => unknown;
}

/** The conversation is the bot's again from this transaction on. The same claim ends it once, however often it is told. */
export async function endHandOff(handle: Scoped, ending: Ending): Promise<QueuedHandOff> {
  const { officer, as, now } = ending;
  const { handOffId, fence } = ending;
  const saysUnder = ({ id }: QueuedHandOff) => `${as}:${id}:${fence}`;
  const { found, saidAs } = await lockOwn(handle, { officerId: officer.id, handOffId, fence, saysUnder });
  if (saidAs) return found;
  const { id, conversationId, citizenId, unit } = found;
  await handle
    .updateTable('hand_off')
    .set(({ eb }) => ({
      state: 'closed',
      closed_as: as,
      closed_at: dateOf(now),
      owner_officer: null,
      last_owner: idOf(officer.id),
      lease_until: null,
      due_at: null,
      waits_since: null,
      fence: eb('fence', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
  const talk = await handle
    .selectFrom('conversation')
    .select('memory')
    .where('id', '=', conversationId)
    .executeTakeFirst();
  await handle
    .updateTable('conversation')
    .set({ owner_officer: null, memory: toJson(ending.remember(talk?.memory ?? {})), updated_at: dateOf(now) })
    .where('id', '=', conversationId)
    .execute();
  const content = { answer: await sayIn(handle, found, ending.say), notice: as };
  const key = saysUnder(found);
  await addUtterance(handle, { conversationId, citizenId }, { key, speaker: 'bot', content, at: now });
  await noteEvent(handle, { handOffId: id, citizenId, unit, kind: as, at: now, officerId: officer.id });
  await addAudit(handle, { actor: `officer:${officer.id}`, action: `hand-off-${as}`, object: `hand-off:${id}` });
  return found;
}

export interface Passing extends HeldClaim {
  readonly officer: OfficerName;
  /** To a colleague, who alone may take it until `dueAt`; to a desk; to another commune. */
  readonly to:
    | { readonly officer: OfficerName }
    | { readonly desk: string }
    | { readonly unit: string; readonly province: string | null };
  readonly note: { readonly id: string; readonly text: string };
  readonly dueAt: Date;
  readonly now: Date;
  readonly say: SayBeside;
}

/** Where it goes, as columns. Another commune asks for its own yes, and has desks of its own. */
const columnsOf = (to: Passing['to'], guarded: boolean) =>
  'officer' in to
    ? { kept_for_officer: idOf(to.officer.id), owner_name: to.officer.name }
    : 'desk' in to
      ? { desk: to.desk }
      : { unit: to.unit, province: to.province, personal_data_agreed: null, ...(guarded ? {} : { desk: null }) };

/** Runs as the queue's job, because the officer may not see it any more afterwards; that he owns it is checked first. */
export async function passOn(handle: Scoped, passing: Passing): Promise<QueuedHandOff> {
  const { officer, to, now, note } = passing;
  const { handOffId, fence } = passing;
  const saysUnder = (talk: QueuedHandOff) => `passed:${talk.id}:${fence}`;
  const { found, saidAs } = await lockOwn(handle, { officerId: officer.id, handOffId, fence, saysUnder });
  if (saidAs) return found;
  const { id, conversationId, citizenId } = found;
  const target = columnsOf(to, found.guarded);
  await handle
    .updateTable('hand_off')
    .set(({ eb }) => ({
      kept_for_officer: null,
      owner_name: null,
      ...target,
      state: 'waiting',
      owner_officer: null,
      last_owner: idOf(officer.id),
      lease_until: null,
      fence: eb('fence', '+', 1),
      due_at: dateOf(passing.dueAt),
      waits_since: now,
      called_at: null,
    }))
    .where('id', '=', id)
    .execute();
  await setOwner(handle, conversationId, null);
  // What follows in this talk is the other commune's as well: the old one has no way back into it.
  if ('unit' in to)
    await handle.updateTable('conversation').set({ unit: to.unit }).where('id', '=', conversationId).execute();
  const by = { hand_off_id: id, citizen_id: citizenId, officer_id: idOf(officer.id), officer_name: officer.name };
  if (note.text)
    await handle
      .insertInto('hand_off_note')
      .values({ ...by, id: note.id, at: now, text: note.text })
      .execute();
  const said = { key: saysUnder(found), speaker: 'bot' as const, at: now };
  await addUtterance(
    handle,
    { conversationId, citizenId },
    { ...said, content: { answer: await sayIn(handle, found, passing.say), notice: 'passed' } },
  );
  const unit = 'unit' in to ? to.unit : found.unit;
  const detail = { to: 'officer' in to ? 'officer' : 'desk' in to ? 'desk' : 'unit', from: found.unit };
  await noteEvent(handle, {
    handOffId: id,
    citizenId,
    unit,
    kind: 'transferred',
    at: now,
    officerId: officer.id,
    detail,
  });
  await addAudit(handle, {
    actor: `officer:${officer.id}`,
    action: 'hand-off-transferred',
    object: `hand-off:${id}`,
    detail,
  });
  return found;
}
