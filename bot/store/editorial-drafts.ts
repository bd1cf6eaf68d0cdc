/** Keeps what editors draft, who approved it, and the versions that came of it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addAudit } from './audit.ts';
import { cleanText, dateOf, idOf, toJson } from './clean-input.ts';
import type { Database } from './database.ts';
import type { DraftKind, DraftState } from './editorial-tables.ts';
import type { Scoped } from './tables.ts';

export interface KeptDraft {
  readonly id: string;
  readonly kind: DraftKind;
  /** As the editor left it: it may be incomplete. */
  readonly content: unknown;
  readonly turnIds: readonly string[];
  /** How many persons had asked when it was made. */
  readonly askedBy: number;
  readonly state: DraftState;
  readonly edition: number;
  readonly author: Person;
  readonly approver: Person | null;
  readonly because: string;
  readonly madeAt: Date;
  readonly decidedAt: Date | null;
}

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface DraftChange {
  readonly id: string;
  /** The edition that was looked at: another one means that somebody was faster. */
  readonly edition: number;
  readonly by: Person;
  readonly at: Date;
}

export interface NewDraft extends Pick<KeptDraft, 'kind' | 'content' | 'turnIds' | 'askedBy' | 'author'> {
  /** What goes with it for the editor to read; empty where there is nothing. */
  readonly because?: string;
  readonly at: Date;
}

export interface EditorialDrafts {
  make(draft: NewDraft): Promise<KeptDraft>;
  find(id: string): Promise<KeptDraft | null>;
  /** Newest first, at most 300. */
  list(states: readonly DraftState[]): Promise<readonly KeptDraft[]>;
  /** Questions that a draft was made of which was neither refused nor taken back. */
  handledTurns(): Promise<ReadonlySet<string>>;
  /** `false`: somebody was faster. Writes the audit log in the same transaction. */
  change(
    change: DraftChange,
    to: { readonly content?: unknown; readonly state: DraftState; readonly because?: string; readonly action: string },
  ): Promise<boolean>;
  /** Number of the newest version; 0 for none. */
  versionNumber(): Promise<number>;
  /** The newest version, with every draft that is approved, oldest approval first; `null`: nothing was ever approved. */
  approved(): Promise<{ readonly version: KeptVersion; readonly drafts: readonly KeptDraft[] } | null>;
}

export interface KeptVersion {
  readonly number: number;
  readonly did: 'approve' | 'take-back';
  readonly by: string;
  readonly at: Date;
  readonly draftId: string;
}

const openStates: readonly DraftState[] = ['draft', 'waiting', 'approved'];
const mostListed = 300;

export const makeEditorialDrafts = (database: Database): EditorialDrafts => ({
  make: async (draft) => database.withJob('editorial', (handle) => makeDraft(handle, draft)),
  find: async (id) =>
    database.withJob('editorial', async (handle) => {
      const row = await handle.selectFrom('editorial_draft').selectAll().where('id', '=', idOf(id)).executeTakeFirst();
      return row ? draftOf(row) : null;
    }),
  list: async (states) =>
    database.withJob('editorial', async (handle) => {
      if (states.length === 0) return [];
      const rows = await handle
        .selectFrom('editorial_draft')
        .selectAll()
        .where('state', 'in', states)
        .orderBy('made_at', 'desc')
        .limit(mostListed)
        .execute();
      return rows.map(draftOf);
    }),
  handledTurns: async () =>
    database.withJob('editorial', async (handle) => {
      const { rows } = await sql<{ id: string }>`
        select distinct unnest(turn_ids) as id from editorial_draft where state in (${sql.join(openStates)})`.execute(
        handle,
      );
      return new Set(rows.map(({ id }) => id));
    }),
  change: async (change, to) => database.withJob('editorial', (handle) => changeDraft(handle, change, to)),
  versionNumber: async () => database.withJob('editorial', newestNumber),
  approved: async () => database.withJob('editorial', readApproved),
});

async function makeDraft(handle: Scoped, draft: NewDraft): Promise<KeptDraft> {
  const id = randomUUID();
  const row = await handle
    .insertInto('editorial_draft')
    .values({
      id,
      kind: draft.kind,
      content: toJson(draft.content),
      turn_ids: draft.turnIds.map(idOf),
      asked_by_count: draft.askedBy,
      state: 'draft',
      author: idOf(draft.author.id),
      author_name: cleanText(draft.author.name),
      because: cleanText(draft.because ?? ''),
      approver: null,
      approver_name: null,
      made_at: dateOf(draft.at),
      decided_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const detail = { kind: draft.kind, questions: draft.turnIds.length };
  await addAudit(handle, {
    actor: `staff:${draft.author.id}`,
    action: 'draft-made',
    object: `draft:${id}`,
    detail,
  });
  return draftOf(row);
}

async function readApproved(handle: Scoped): ReturnType<EditorialDrafts['approved']> {
  const number = await newestNumber(handle);
  const row = await handle.selectFrom('editorial_version').selectAll().where('number', '=', number).executeTakeFirst();
  if (!row) return null;
  const rows = await handle
    .selectFrom('editorial_draft')
    .selectAll()
    .where('state', '=', 'approved')
    .where('kind', '<>', 'ignored')
    .orderBy('decided_at')
    .orderBy('id')
    .execute();
  const { did, by_name: by, at, draft_id: draftId } = row;
  return { version: { number, did, by, at, draftId }, drafts: rows.map(draftOf) };
}

async function changeDraft(
  handle: Scoped,
  { id, edition, by, at }: DraftChange,
  { content, state, because, action }: Parameters<EditorialDrafts['change']>[1],
): Promise<boolean> {
  const decided = state === 'approved' || state === 'refused' || state === 'taken-back';
  // One change after another: versions are numbered without gaps, and the newest shows all that is approved.
  await sql`select pg_advisory_xact_lock(hashtext('editorial'))`.execute(handle);
  const row = await handle
    .updateTable('editorial_draft')
    .set({
      state,
      edition: edition + 1,
      ...(content === undefined ? {} : { content: toJson(content) }),
      ...(because === undefined ? {} : { because: cleanText(because) }),
      ...(state === 'approved' ? { approver: idOf(by.id), approver_name: cleanText(by.name) } : {}),
      ...(decided ? { decided_at: dateOf(at) } : {}),
    })
    .where('id', '=', idOf(id))
    .where('edition', '=', edition)
    .returning('kind')
    .executeTakeFirst();
  if (!row) return false;
  const goesLive = row.kind !== 'ignored' && (state === 'approved' || state === 'taken-back');
  const number = goesLive ? (await newestNumber(handle)) + 1 : null;
  if (number !== null) {
    const did = state === 'approved' ? ('approve' as const) : ('take-back' as const);
    await handle
      .insertInto('editorial_version')
      .values({ number, did, draft_id: idOf(id), by_name: cleanText(by.name), at: dateOf(at) })
      .execute();
  }
  const detail = {
    kind: row.kind,
    state,
    ...(number === null ? {} : { version: number }),
    ...(because ? { because } : {}),
  };
  await addAudit(handle, { actor: `staff:${by.id}`, action, object: `draft:${id}`, detail });
  return true;
}

const newestNumber = async (handle: Scoped): Promise<number> => {
  const row = await handle
    .selectFrom('editorial_version')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirst();
  return row?.last ?? 0;
};

interface Row {
  readonly id: string;
  readonly kind: DraftKind;
  readonly content: unknown;
  readonly turn_ids: readonly string[];
  readonly asked_by_count: number;
  readonly state: DraftState;
  readonly edition: number;
  readonly author: string;
  readonly author_name: string;
  readonly approver: string | null;
  readonly approver_name: string | null;
  readonly because: string;
  readonly made_at: Date;
  readonly decided_at: Date | null;
}

const draftOf = (row: Row): KeptDraft => ({
  id: row.id,
  kind: row.kind,
  content: row.content,
  turnIds: row.turn_ids,
  askedBy: row.asked_by_count,
  state: row.state,
  edition: row.edition,
  author: { id: row.author, name: row.author_name },
  approver: row.approver === null ? null : { id: row.approver, name: row.approver_name ?? '' },
  because: row.because,
  madeAt: row.made_at,
  decidedAt: row.decided_at,
});
