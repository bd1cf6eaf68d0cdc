/** A handed-over talk as an officer reads it, with what colleagues noted. */
import { sql } from 'kysely';
import { idOf } from '../clean-input.ts';
import type { StoredUtterance } from '../store.ts';
import type { Scoped } from '../tables.ts';
import type { StoredHandOff } from './hand-off-row.ts';
import { findHandOff } from './own-hand-off.ts';

export interface TalkNote {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
  readonly text: string;
}

export interface SeenUtterance extends StoredUtterance {
  readonly delivery: 'queued' | 'sent' | 'failed' | 'ambiguous' | null;
}

export interface StoredTalk {
  readonly handOff: StoredHandOff;
  readonly utterances: readonly SeenUtterance[];
  readonly notes: readonly TalkNote[];
  /** As the sign-in gave it; `null` where the citizen did not agree, or never signed in. */
  readonly citizenName: string | null;
}

/** The last of them: a talk of years is not read whole. */
const mostUtterances = 500;

export async function readTalk(handle: Scoped, handOffId: string, after: number): Promise<StoredTalk> {
  const handOff = await findHandOff(handle, handOffId);
  const newest = await handle
    .selectFrom('utterance')
    .leftJoin('turn', 'turn.id', 'utterance.turn_id')
    .leftJoin('outbox', (join) =>
      join.onRef('outbox.key', '=', sql<string>`'said:' || utterance.id`).on('outbox.channel', '=', handOff.channel),
    )
    .select([
      'utterance.id',
      'position',
      'speaker',
      'utterance.turn_id as turnId',
      'utterance.content',
      'said_at as at',
    ])
    .select(['turn.asked_masked as asked', 'turn.answer as answer', 'outbox.state as delivery'])
    .where('utterance.conversation_id', '=', handOff.conversationId)
    .where('position', '>', after)
    .orderBy('position', 'desc')
    .limit(mostUtterances)
    .execute();
  const notes = await handle
    .selectFrom('hand_off_note')
    .select(['id', 'officer_name as by', 'at', 'text'])
    .where('hand_off_id', '=', idOf(handOffId))
    .orderBy('at')
    .execute();
  return { handOff, utterances: newest.reverse(), notes, citizenName: await nameOf(handle, handOff) };
}

async function nameOf(handle: Scoped, { citizenId, personalDataAgreed }: StoredHandOff): Promise<string | null> {
  if (personalDataAgreed !== true) return null;
  const row = await handle
    .selectFrom('session')
    .select('name_masked')
    .where('citizen_id', '=', citizenId)
    .where('name_masked', '<>', '')
    .orderBy('began_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.name_masked ?? null;
}
