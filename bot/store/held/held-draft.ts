/** A held draft as an officer sees it. */
import { idOf } from '../clean-input.ts';
import { HandOffError } from '../hand-offs/hand-off-error.ts';
import { findHandOff, handOffIdOf } from '../hand-offs/own-hand-off.ts';
import type { HeldDraftTable } from '../held-tables.ts';
import type { Scoped } from '../tables.ts';

export interface HeldDraft {
  readonly id: string;
  readonly handOffId: string;
  readonly turnId: string | null;
  /** What was asked, masked. */
  readonly question: string;
  /** What the bot would have said. */
  readonly answer: unknown;
  readonly state: HeldDraftTable['state'];
  readonly heldAt: Date;
  /** When it goes out by itself. */
  readonly releaseAt: Date;
  /** Who decided; `null` while nobody did. */
  readonly officer: { readonly id: string; readonly name: string } | null;
  /** The editors' draft that was made of it. */
  readonly knowledgeId: string | null;
}

const columns = [
  'id',
  'hand_off_id as handOffId',
  'turn_id as turnId',
  'question',
  'answer',
  'state',
  'held_at as heldAt',
  'release_at as releaseAt',
  'officer_id as officerId',
  'officer_name as officerName',
  'knowledge_id as knowledgeId',
] as const;

const select = (handle: Scoped) => handle.selectFrom('held_draft').select(columns);
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

const draftOf = ({ officerId, officerName, ...row }: Row): HeldDraft => ({
  ...row,
  officer: officerId === null ? null : { id: officerId, name: officerName ?? '' },
});

export async function draftsOf(handle: Scoped, handOffId: string): Promise<readonly HeldDraft[]> {
  const { id } = await findHandOff(handle, handOffId);
  const rows = await select(handle).where('hand_off_id', '=', id).orderBy('held_at').orderBy('id').execute();
  return rows.map(draftOf);
}

/** @throws {@link HandOffError} `unknown` when it is not of this hand-off, or not to be seen. */
export async function findDraft(handle: Scoped, draftId: string, handOffId: string): Promise<HeldDraft> {
  const found = select(handle).where('id', '=', handOffIdOf(draftId)).where('hand_off_id', '=', handOffIdOf(handOffId));
  const row = await found.executeTakeFirst();
  if (!row) throw new HandOffError('unknown');
  return draftOf(row);
}

/** How many of a hand-off nobody has decided on. */
export async function countHeld(handle: Scoped, handOffId: string): Promise<number> {
  const row = await handle
    .selectFrom('held_draft')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('hand_off_id', '=', idOf(handOffId))
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function noteKnowledge(handle: Scoped, draftId: string, knowledgeId: string): Promise<void> {
  await handle
    .updateTable('held_draft')
    .set({ knowledge_id: idOf(knowledgeId) })
    .where('id', '=', idOf(draftId))
    .execute();
}
