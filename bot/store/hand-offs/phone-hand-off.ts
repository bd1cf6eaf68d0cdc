/** A hand-off whose citizen is on the telephone: whoever picks the officers' telephone up has it, until they hang up. */
import { addAudit } from '../audit.ts';
import { dateOf, idOf } from '../clean-input.ts';
import type { Scoped } from '../tables.ts';
import { addUtterance } from '../utterances.ts';
import type { QueuedHandOff } from './hand-off-row.ts';
import { noteEvent } from './note-event.ts';
import { lockHandOff, type SayBeside, sayIn, setOwner } from './own-hand-off.ts';

/** The officers' telephone, as an owner: the same id for the same number. */
export interface OfficersPhone {
  readonly id: string;
  readonly name: string;
}

/** `ringing`: he is put through to whoever has him in the console. `talked`: one of them has hung up. `missed`: nobody took it, the citizen holds the line. `gone`: he has hung up. */
export interface PhoneDeed {
  readonly kind: 'ringing' | 'picked-up' | 'talked' | 'missed' | 'gone';
  readonly phone: OfficersPhone;
  /** After that a talk is taken for over, should nobody tell of its end. */
  readonly until: Date;
  /** By when somebody has to look at what was missed. */
  readonly dueAt: Date;
}

export interface PhoneChange {
  readonly conversationId: string;
  readonly deed: PhoneDeed;
  /** What stands in the talk of it; said to nobody. */
  readonly note: SayBeside;
  readonly now: Date;
}

/** `false` when there is nothing that this changes: no hand-off is open, or an officer has it in the console. */
export async function changeByPhone(handle: Scoped, change: PhoneChange): Promise<boolean> {
  const open = await handle
    .selectFrom('hand_off')
    .select('id')
    .where('conversation_id', '=', idOf(change.conversationId))
    .where('state', '<>', 'closed')
    .executeTakeFirst();
  if (!open) return false;
  const found = await lockHandOff(handle, open.id);
  const isOurs = found.owner?.id === change.deed.phone.id;
  if (found.state === 'closed') return false;
  if (found.owner !== null && !isOurs) return tellOwner(handle, found, change);
  switch (change.deed.kind) {
    case 'ringing':
      return false;
    case 'picked-up':
      return isOurs ? false : pickUp(handle, found, change);
    case 'talked':
      return close(handle, found, { ...change, as: 'finished' });
    case 'missed':
      return isOurs ? giveBack(handle, found, change) : false;
    case 'gone':
      // Who left a contact is called back; who waited for nothing else has gone.
      if (found.state === 'call-back') return false;
      return close(handle, found, { ...change, as: isOurs ? 'finished' : 'citizen-left' });
  }
}

/** An officer has it in the console: it stays his, and he reads there where his caller is. */
async function tellOwner(handle: Scoped, found: QueuedHandOff, change: PhoneChange): Promise<boolean> {
  if (change.deed.kind !== 'ringing' && change.deed.kind !== 'gone') return false;
  await note(handle, found, change);
  return true;
}

async function pickUp(handle: Scoped, found: QueuedHandOff, change: PhoneChange): Promise<true> {
  const { now, deed } = change;
  await handle
    .updateTable('hand_off')
    .set(({ eb, fn }) => ({
      state: 'owned',
      owner_officer: idOf(deed.phone.id),
      owner_name: deed.phone.name,
      kept_for_officer: null,
      fence: eb('fence', '+', 1),
      lease_until: dateOf(deed.until),
      due_at: null,
      waits_since: null,
      called_at: fn.coalesce('called_at', eb.val(now)),
      claimed_at: fn.coalesce('claimed_at', eb.val(now)),
      first_reply_at: fn.coalesce('first_reply_at', eb.val(now)),
      spoke_at: dateOf(now),
    }))
    .where('id', '=', found.id)
    .execute();
  await setOwner(handle, found.conversationId, deed.phone.id);
  await note(handle, { ...found, fence: found.fence + 1 }, change);
  await noteEvent(handle, { ...eventOf(found, now), kind: 'claimed' });
  await noteEvent(handle, { ...eventOf(found, now), kind: 'replied' });
  await addAudit(handle, { actor: 'job:hotline', action: 'hand-off-claimed', object: `hand-off:${found.id}` });
  return true;
}

async function close(
  handle: Scoped,
  found: QueuedHandOff,
  change: PhoneChange & { readonly as: 'finished' | 'citizen-left' },
): Promise<true> {
  const { now, as } = change;
  await handle
    .updateTable('hand_off')
    .set(({ eb, fn }) => ({
      ...free,
      state: 'closed',
      closed_as: as,
      closed_at: dateOf(now),
      fence: eb('fence', '+', 1),
      last_owner: found.owner?.id ?? null,
      // Where the provider does not tell of the picking up, it is known only now.
      ...(as === 'finished' ? { first_reply_at: fn.coalesce('first_reply_at', eb.val(now)) } : {}),
    }))
    .where('id', '=', found.id)
    .execute();
  await setOwner(handle, found.conversationId, null);
  await note(handle, found, change);
  await noteEvent(handle, { ...eventOf(found, now), kind: as });
  return true;
}

async function giveBack(handle: Scoped, found: QueuedHandOff, change: PhoneChange): Promise<true> {
  const { now, deed } = change;
  await handle
    .updateTable('hand_off')
    .set(({ eb }) => ({
      ...free,
      state: 'waiting',
      due_at: dateOf(deed.dueAt),
      waits_since: dateOf(now),
      called_at: null,
      fence: eb('fence', '+', 1),
    }))
    .where('id', '=', found.id)
    .execute();
  await setOwner(handle, found.conversationId, null);
  await note(handle, found, change);
  await noteEvent(handle, { ...eventOf(found, now), kind: 'lost' });
  return true;
}

const free = { owner_officer: null, owner_name: null, lease_until: null, due_at: null, waits_since: null };

const eventOf = (found: QueuedHandOff, at: Date) => ({
  handOffId: found.id,
  citizenId: found.citizenId,
  unit: found.unit,
  at,
});

async function note(handle: Scoped, found: QueuedHandOff, { deed, note: say, now: at }: PhoneChange): Promise<void> {
  const { id, conversationId, citizenId, fence } = found;
  const content = { answer: await sayIn(handle, found, say), notice: deed.kind };
  const key = `phone-${deed.kind}:${id}:${fence}`;
  await addUtterance(handle, { conversationId, citizenId }, { key, speaker: 'bot', content, at });
}
