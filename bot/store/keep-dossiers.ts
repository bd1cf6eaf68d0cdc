/** Writes a batch of dossiers in a few statements: of each code at most one row, so that one statement decides on it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { keysOf } from '../../knowledge/index.ts';
import { toJson } from './clean-input.ts';
import type { KeepNote } from './dossiers.ts';
import type { DossierRow } from './read-dossier-row.ts';
import type { Scoped } from './tables.ts';
import { writePersons } from './write-persons.ts';

export interface KeepOutcome {
  readonly done: 'added' | 'changed' | 'left';
  readonly notes: readonly KeepNote[];
}
const left = (...notes: readonly KeepNote[]): KeepOutcome => ({ done: 'left', notes });

export interface Keeping {
  readonly source: string;
  readonly now: Date;
}

type Known = Awaited<ReturnType<typeof readKnown>>[number];

/** @returns one outcome a row, in the order of `rows`, whose codes are all different. */
export async function keepBatch(
  handle: Scoped,
  rows: readonly DossierRow[],
  keeping: Keeping,
): Promise<readonly KeepOutcome[]> {
  const found = await readKnown(handle, rows);
  const known = new Map(found.map((one) => [one.code, one]));
  const verdicts = rows.map((row) => verdictOn(row, known.get(row.code), keeping.source));
  const heard = rows.flatMap(({ code }, index) => (verdicts[index]?.isSame ? (known.get(code)?.id ?? []) : []));
  if (heard.length > 0) await noteHeard(handle, heard, keeping.now);
  const news = rows.filter((_, index) => verdicts[index]?.outcome === null);
  const { ids, added } = await write(handle, news, { ...keeping, isKnown: (code) => known.has(code) });
  const changed = await writePersons(handle, news, ids);
  return rows.map((row, index) => {
    const outcome = verdicts[index]?.outcome;
    if (outcome) return outcome;
    if (!ids.has(row.code)) return left('older');
    // Not known a moment ago, and written meanwhile by another copy of the program: then this was a change.
    const isKnown = !added.has(row.code);
    return { done: isKnown ? 'changed' : 'added', notes: notesOn(row, isKnown && changed.has(row.code)) };
  });
}

const readKnown = (handle: Scoped, rows: readonly DossierRow[]) =>
  handle
    .selectFrom('dossier')
    .select(['id', 'code', 'source', 'updated_at', 'content_key'])
    .where(
      'code',
      'in',
      rows.map(({ code }) => code),
    )
    .execute();

interface Verdict {
  /** `null`: it is news and is written. */
  readonly outcome: KeepOutcome | null;
  /** It says what we have: the source was heard once more, and that is all. */
  readonly isSame: boolean;
}

/** Only an older state is refused: a source may correct itself and leave the moment as it was. */
function verdictOn({ updatedAt, contentKey }: DossierRow, known: Known | undefined, source: string): Verdict {
  if (!known) return { outcome: null, isSame: false };
  if (known.source !== source) return { outcome: left('other-source'), isSame: false };
  const isSame = known.content_key?.equals(contentKey) ?? false;
  if (updatedAt === null) return { outcome: left('undated'), isSame };
  if (isSame) return { outcome: left(), isSame };
  const isOlder = known.updated_at !== null && updatedAt.getTime() < known.updated_at.getTime();
  return { outcome: isOlder ? left('older') : null, isSame };
}

const notesOn = ({ updatedAt, ahead, persons, dossier }: DossierRow, hasOthers: boolean): KeepNote[] => {
  const notes: readonly (KeepNote | false)[] = [
    ahead && 'clock-ahead',
    updatedAt === null && 'undated',
    persons.length === 0 && 'nobody',
    hasOthers && 'persons-changed',
    dossier.status === null && 'unknown-status',
  ];
  return notes.filter((note) => note !== false);
};

async function noteHeard(handle: Scoped, ids: readonly string[], now: Date): Promise<void> {
  await handle.updateTable('dossier').set({ kept_at: now }).where('id', 'in', ids).where('kept_at', '<', now).execute();
}

/** The statements decide: of two copies of the program that write at once the newer state wins. @returns ids by code, and which codes are new. */
async function write(
  handle: Scoped,
  rows: readonly DossierRow[],
  { isKnown, ...keeping }: Keeping & { readonly isKnown: (code: string) => boolean },
): Promise<{ readonly ids: ReadonlyMap<string, string>; readonly added: ReadonlySet<string> }> {
  const values = rows.map((row) => columnsOf(row, keeping));
  const added = await insert(
    handle,
    values.filter(({ code }) => !isKnown(code)),
  );
  const here = new Set(added.map(({ code }) => code));
  const changed = await update(
    handle,
    values.filter(({ code }) => !here.has(code)),
    keeping.source,
  );
  return { ids: new Map([...added, ...changed].map(({ id, code }) => [code, id])), added: here };
}

const columnsOf = (
  { code, dossier, updatedAt, contacts, details, contentKey }: DossierRow,
  { source, now }: Keeping,
) => ({
  id: randomUUID(),
  code,
  source,
  code_digits: keysOf(code),
  unit: dossier.unit,
  procedure: dossier.procedure,
  status: dossier.status,
  received_at: momentOf(dossier.receivedAt),
  promised_at: momentOf(dossier.promisedAt),
  updated_at: updatedAt,
  kept_at: now,
  contacts: toJson(contacts),
  details: toJson(details),
  content_key: contentKey,
});
type Columns = ReturnType<typeof columnsOf>;
interface Written {
  readonly id: string;
  readonly code: string;
}

const insert = async (handle: Scoped, values: readonly Columns[]): Promise<readonly Written[]> =>
  values.length === 0
    ? []
    : handle
        .insertInto('dossier')
        .values(values)
        .onConflict((conflict) => conflict.column('code').doNothing())
        .returning(['id', 'code'])
        .execute();

/** The columns come as one list: the job that writes them has no right to read one back. */
async function update(handle: Scoped, values: readonly Columns[], source: string): Promise<readonly Written[]> {
  if (values.length === 0) return [];
  const list = values.map((one) => ({ ...one, content_key: one.content_key.toString('hex') }));
  const { rows } = await sql<Written>`
    update dossier d set code_digits = v.code_digits, unit = v.unit, procedure = v.procedure, status = v.status,
      received_at = v.received_at, promised_at = v.promised_at, updated_at = v.updated_at, kept_at = v.kept_at,
      contacts = v.contacts::jsonb, details = v.details::jsonb, content_key = decode(v.content_key, 'hex')
    from jsonb_to_recordset(${toJson(list)}::jsonb) as v(code text, code_digits text, unit text, procedure text,
      status text, received_at timestamptz, promised_at timestamptz, updated_at timestamptz, kept_at timestamptz,
      contacts text, details text, content_key text)
    where d.code = v.code and d.source = ${source} and (d.updated_at is null or d.updated_at <= v.updated_at)
    returning d.id, d.code`.execute(handle);
  return rows;
}

const momentOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
