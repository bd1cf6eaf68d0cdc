/** The citizen's side of a hand-off: asked for, agreed to, rated, taken back. Each under his own row-level security. */
import { randomUUID } from 'node:crypto';
import { cleanText, dateOf, idOf, toJson } from '../clean-input.ts';
import type { Sealer } from '../seal-slots.ts';
import type { ConversationKey } from '../store.ts';
import type { Scoped } from '../tables.ts';
import { lockConversation } from '../utterances.ts';
import { handOffColumns, handOffOf, type StoredHandOff } from './hand-off-row.ts';
import { noteEvent } from './note-event.ts';
import { findHandOff, lockHandOff } from './own-hand-off.ts';

export interface NewHandOff extends ConversationKey {
  readonly code: string;
  readonly channel: string;
  readonly locale: string;
  readonly unit: string | null;
  readonly province: string | null;
  readonly field: string | null;
  /** The desk it is kept to; `null`: any. */
  readonly desk: string | null;
  readonly cause: string;
  readonly summary: unknown;
  /** Desks and officers whom a denunciation is about. */
  readonly keptFrom: readonly string[];
  readonly dueAt: Date | null;
  readonly opensAt: Date | null;
  readonly now: Date;
}

/** A denunciation makes an open hand-off one of its own: it is kept to its desk from then on, with the whole talk. */
export async function openHandOff(
  handle: Scoped,
  wish: NewHandOff,
): Promise<{ handOff: StoredHandOff; isNew: boolean }> {
  const { conversationId, citizenId, now } = wish;
  await lockConversation(handle, conversationId);
  const known = await openOne(handle, conversationId);
  const guarded = wish.cause === 'denunciation';
  if (guarded) await guardTalk(handle, wish);
  const kept = await guardOf(handle, conversationId);
  if (known && guarded && known.cause !== 'denunciation') await keepToDesk(handle, known.id, wish);
  if (known && !guarded) await keepFrom(handle, known, wish);
  if (known?.cause === 'held' && !guarded && wish.cause !== 'held') await becomeWish(handle, known.id, wish);
  if (known) return { handOff: await findHandOff(handle, known.id), isNew: false };
  const id = randomUUID();
  await handle
    .insertInto('hand_off')
    .values({
      id,
      citizen_id: idOf(citizenId),
      conversation_id: idOf(conversationId),
      channel: wish.channel,
      locale: wish.locale,
      unit: wish.unit,
      province: wish.province,
      field: wish.field,
      desk: kept ? kept.desk : wish.desk,
      guarded: kept !== null,
      kept_from: kept ? kept.from : [...wish.keptFrom],
      cause: wish.cause,
      state: 'waiting',
      code: wish.code,
      summary: toJson(wish.summary),
      asked_at: dateOf(now),
      waits_since: dateOf(now),
      due_at: wish.dueAt,
      told_opens_at: wish.opensAt,
    })
    .execute();
  const detail = { cause: wish.cause, inHours: wish.opensAt === null };
  await noteEvent(handle, { handOffId: id, citizenId, unit: wish.unit, kind: 'asked', at: now, detail });
  return { handOff: await findHandOff(handle, id), isNew: true };
}

export async function openOne(handle: Scoped, conversationId: string): Promise<StoredHandOff | null> {
  const row = await handle
    .selectFrom('hand_off')
    .select(handOffColumns)
    .where('conversation_id', '=', idOf(conversationId))
    .where('state', '<>', 'closed')
    .executeTakeFirst();
  return row ? handOffOf(row) : null;
}

/** The latest of the talk, open or closed. */
export async function lastOne(handle: Scoped, conversationId: string): Promise<StoredHandOff | null> {
  const row = await handle
    .selectFrom('hand_off')
    .select(handOffColumns)
    .where('conversation_id', '=', idOf(conversationId))
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? handOffOf(row) : null;
}

/** What was said before and after names whom it is about as well, so the whole talk is kept to the desk. */
async function guardTalk(handle: Scoped, { conversationId, desk, keptFrom }: NewHandOff): Promise<void> {
  await handle
    .updateTable('conversation')
    .set({ kept_for: desk, kept_from: [...keptFrom] })
    .where('id', '=', idOf(conversationId))
    .execute();
}

/** What follows a denunciation in the same talk stays with its desk. */
async function guardOf(handle: Scoped, conversationId: string) {
  const row = await handle
    .selectFrom('conversation')
    .select(['kept_for', 'kept_from'])
    .where('id', '=', idOf(conversationId))
    .executeTakeFirst();
  return row?.kept_for ? { desk: row.kept_for, from: row.kept_from } : null;
}

/** It was there for a held answer alone; now the citizen wants a person, so it does not end with that answer. */
async function becomeWish(handle: Scoped, id: string, { cause, summary }: NewHandOff): Promise<void> {
  await handle
    .updateTable('hand_off')
    .set({ cause, summary: toJson(summary) })
    .where('id', '=', id)
    .execute();
}

async function keepToDesk(handle: Scoped, id: string, { desk, keptFrom, summary }: NewHandOff): Promise<void> {
  await handle
    .updateTable('hand_off')
    .set({ cause: 'denunciation', desk, guarded: true, kept_from: [...keptFrom], summary: toJson(summary) })
    .where('id', '=', id)
    .execute();
}

/** Who waits for anybody and then complains about somebody is not given to him. */
async function keepFrom(
  handle: Scoped,
  { id, state, keptFrom: before }: StoredHandOff,
  { keptFrom }: NewHandOff,
): Promise<void> {
  if (keptFrom.length === 0 || state === 'owned') return;
  const all = [...new Set([...before, ...keptFrom])];
  await handle.updateTable('hand_off').set({ kept_from: all }).where('id', '=', id).execute();
}

/** What a citizen may change of his own. */
export type CitizenDeed =
  | { readonly kind: 'agree'; readonly agreed: boolean }
  | { readonly kind: 'contact'; readonly contact: string; readonly masked: string }
  | { readonly kind: 'rate'; readonly stars: number | null; readonly word: string | null }
  | { readonly kind: 'withdraw' };

export interface CitizenChange {
  readonly handOffId: string;
  readonly citizenId: string;
  readonly deed: CitizenDeed;
  readonly now: Date;
}

/** `false` when there is nothing of his that this could change. */
export async function changeAsCitizen(handle: Scoped, change: CitizenChange, sealer: Sealer): Promise<boolean> {
  const { deed, now } = change;
  const { id } = await lockHandOff(handle, change.handOffId);
  const of = handle.updateTable('hand_off').where('id', '=', id);
  switch (deed.kind) {
    case 'agree':
      return has(
        await of
          .where('state', '<>', 'closed')
          .set({ personal_data_agreed: deed.agreed })
          .returning('id')
          .executeTakeFirst(),
      );
    case 'contact': {
      const sealed = sealer.seal(id, { contact: cleanText(deed.contact) });
      const kept = { contact_sealed: sealed, contact_masked: cleanText(deed.masked) };
      const waiting = of.where('state', 'in', ['waiting', 'call-back']);
      if (
        !has(
          await waiting
            .set({ ...kept, state: 'call-back' })
            .returning('id')
            .executeTakeFirst(),
        )
      )
        return false;
      return noted(handle, change, 'contact-left');
    }
    case 'rate': {
      const word = deed.word === null ? {} : { rating_word: cleanText(deed.word) };
      const stars = deed.stars === null ? {} : { rating: deed.stars };
      const closed = of.where('state', '=', 'closed');
      if (
        !has(
          await closed
            .set({ ...stars, ...word })
            .returning('id')
            .executeTakeFirst(),
        )
      )
        return false;
      return noted(handle, change, 'rated', { stars: deed.stars });
    }
    case 'withdraw': {
      const waiting = of.where('state', 'in', ['waiting', 'call-back']);
      const end = {
        state: 'closed' as const,
        closed_as: 'withdrawn',
        closed_at: dateOf(now),
        due_at: null,
        waits_since: null,
      };
      if (!has(await waiting.set(end).returning('id').executeTakeFirst())) return false;
      return noted(handle, change, 'withdrawn');
    }
  }
}

const has = (row: unknown): boolean => row !== undefined;

async function noted(
  handle: Scoped,
  { handOffId, citizenId, now: at }: CitizenChange,
  kind: 'contact-left' | 'rated' | 'withdrawn',
  detail: unknown = {},
): Promise<true> {
  const { unit } = await findHandOff(handle, handOffId);
  await noteEvent(handle, { handOffId, citizenId, unit, kind, at, detail });
  return true;
}
