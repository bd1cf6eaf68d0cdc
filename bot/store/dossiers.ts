/** Keeps dossiers as their sources tell them, and says honestly what it did not take. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type ImportedDossier, importedDossierSchema, keysOf, readDossierCode } from '../../knowledge/index.ts';
import { toJson } from './clean-input.ts';
import type { Database } from './database.ts';
import { detailsOf, personsIn } from './dossier-form.ts';
import type { Scoped } from './tables.ts';

/** Why a row was not taken, or what of it is doubtful. The words are for an operator: no name, number or text of a case. */
export type KeepNote =
  /** Not an object, or without a code. */
  | 'unreadable'
  /** The store has a newer one. */
  | 'older'
  /** Another source told of this code first; what two sources say of one code is believed of neither without a person. */
  | 'other-source'
  /** Its `updatedAt` is later than now. It is kept, and its moment counts as now, so that the true next change is taken. */
  | 'clock-ahead'
  /** Without `updatedAt`: taken only because the store had none of this code. */
  | 'undated'
  /** No applicant with twelve digits: nobody can see it. */
  | 'nobody'
  /** Its persons are others than before. */
  | 'persons-changed'
  /** Its status is not on the list. */
  | 'unknown-status';

export interface Kept {
  readonly added: number;
  readonly changed: number;
  readonly left: number;
  /** By the row's place in the list given, from 0. */
  readonly notes: readonly { readonly row: number; readonly note: KeepNote }[];
}

export interface DossierStore {
  /**
   * Keeps a list in one transaction, in its order. An older `updatedAt` never overwrites a newer one.
   *
   * @param options.now for clocks that are ahead; the default is the moment of the call.
   */
  keep(list: readonly unknown[], options: { readonly source: string; readonly now?: Date }): Promise<Kept>;
}

/** A source's clock may be so far ahead of ours, in ms. */
const clockLeeway = 5 * 60_000;

export const makeDossiers = (database: Database, secretKey: Buffer): DossierStore => ({
  keep: (list, { source, now = new Date() }) =>
    database.withJob('dossiers', async (handle) => {
      const count = { added: 0, changed: 0, left: 0 };
      const notes: { row: number; note: KeepNote }[] = [];
      for (const [row, value] of list.entries()) {
        const { done, notes: told } = await keepOne(handle, value, { source, now, secretKey });
        count[done] += 1;
        notes.push(...told.map((note) => ({ row, note })));
      }
      return { ...count, notes };
    }),
});

interface Keeping {
  readonly source: string;
  readonly now: Date;
  readonly secretKey: Buffer;
}
interface Outcome {
  readonly done: 'added' | 'changed' | 'left';
  readonly notes: readonly KeepNote[];
}
const left = (...notes: readonly KeepNote[]): Outcome => ({ done: 'left', notes });

/** The same one once more is no news. */
const leftBehind = (mine: Date | null, known: Date | null): Outcome => {
  if (mine === null) return left('undated');
  return mine.getTime() === known?.getTime() ? left() : left('older');
};

async function keepOne(handle: Scoped, value: unknown, keeping: Keeping): Promise<Outcome> {
  const parsed = importedDossierSchema.safeParse(value);
  if (!parsed.success) return left('unreadable');
  const row = rowOf(parsed.data, keeping.now);
  const { code, dossier, updatedAt } = row;
  const known = await handle
    .selectFrom('dossier')
    .select(['id', 'source', 'updated_at'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (known && known.source !== keeping.source) return left('other-source');
  if (known && !isNewer(updatedAt, known.updated_at)) return leftBehind(updatedAt, known.updated_at);
  const written = await write(handle, row, keeping);
  if (written === null) return left('older');
  const { none, others } = await writePersons(handle, { ...written, dossier }, keeping.secretKey);
  const notes: readonly (KeepNote | false)[] = [
    row.ahead && 'clock-ahead',
    !updatedAt && 'undated',
    none && 'nobody',
    others && 'persons-changed',
    dossier.status === null && 'unknown-status',
  ];
  return { done: written.isNew ? 'added' : 'changed', notes: notes.filter((note) => note !== false) };
}

/** As the one-stop system writes it; a source's own way of writing is kept where it is none of ours. */
export const storedCode = (code: string): string => readDossierCode(code) ?? code.toUpperCase();

const isNewer = (mine: Date | null, known: Date | null): boolean =>
  mine !== null && (known === null || mine.getTime() > known.getTime());

interface Row {
  readonly code: string;
  readonly dossier: ImportedDossier;
  readonly updatedAt: Date | null;
  readonly ahead: boolean;
}

function rowOf(dossier: ImportedDossier, now: Date): Row {
  const code = storedCode(dossier.code);
  const updatedAt = dossier.updatedAt === null ? null : new Date(dossier.updatedAt);
  const ahead = updatedAt !== null && updatedAt.getTime() > now.getTime() + clockLeeway;
  if (!ahead) return { code, dossier, updatedAt, ahead };
  return { code, dossier: { ...dossier, updatedAt: now.toISOString() }, updatedAt: now, ahead };
}

/** One statement decides: of two copies of the program that write at once the newer one wins. `null` when that was the other. */
async function write(
  handle: Scoped,
  { code, dossier, updatedAt }: Row,
  { source, now, secretKey }: Keeping,
): Promise<{ readonly id: string; readonly isNew: boolean } | null> {
  const newId = randomUUID();
  const { contacts, details } = detailsOf(dossier, secretKey);
  const columns = {
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
  };
  const written = await handle
    .insertInto('dossier')
    .values({ id: newId, code, source, ...columns })
    .onConflict((conflict) =>
      conflict
        .column('code')
        .doUpdateSet(columns)
        .where(sql<boolean>`dossier.source = ${source} and
          (dossier.updated_at is null or dossier.updated_at < excluded.updated_at)`),
    )
    .returning('id')
    .executeTakeFirst();
  return written ? { id: written.id, isNew: written.id === newId } : null;
}

const momentOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

async function writePersons(
  handle: Scoped,
  { id, dossier, isNew }: { readonly id: string; readonly dossier: ImportedDossier; readonly isNew: boolean },
  secretKey: Buffer,
): Promise<{ readonly none: boolean; readonly others: boolean }> {
  const persons = personsIn(dossier, secretKey);
  const before = isNew
    ? []
    : await handle.selectFrom('dossier_person').select(['person_key', 'role']).where('dossier_id', '=', id).execute();
  const nameOf = (person: { readonly person_key: Buffer; readonly role: string }) =>
    `${person.role} ${person.person_key.toString('hex')}`;
  const same = before.map(nameOf).toSorted().join() === persons.map(nameOf).toSorted().join();
  if (!same) {
    await handle.deleteFrom('dossier_person').where('dossier_id', '=', id).execute();
    if (persons.length > 0) {
      await handle
        .insertInto('dossier_person')
        .values(persons.map((person) => ({ dossier_id: id, ...person })))
        .execute();
    }
  }
  return { none: persons.length === 0, others: !isNew && !same };
}
