/** Who may see a dossier, written for a batch of them. */
import type { DossierRow } from './read-dossier-row.ts';
import type { Scoped } from './tables.ts';

/** @param ids of the dossiers that were written, by code. @returns the codes whose persons are others than before. */
export async function writePersons(
  handle: Scoped,
  rows: readonly DossierRow[],
  ids: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  if (ids.size === 0) return new Set();
  const columns = ['dossier_id', 'person_key', 'role'] as const;
  const before = await handle
    .selectFrom('dossier_person')
    .select(columns)
    .where('dossier_id', 'in', [...ids.values()])
    .execute();
  const namesBefore = Map.groupBy(before, ({ dossier_id }) => dossier_id);
  const others = rows.flatMap(({ code, persons }) => {
    const id = ids.get(code);
    return id === undefined || namesOf(namesBefore.get(id) ?? []) === namesOf(persons) ? [] : [{ id, code, persons }];
  });
  const gone = others.flatMap(({ id }) => (namesBefore.has(id) ? id : []));
  if (gone.length > 0) await handle.deleteFrom('dossier_person').where('dossier_id', 'in', gone).execute();
  const added = others.flatMap(({ id, persons }) => persons.map((person) => ({ dossier_id: id, ...person })));
  if (added.length > 0) await handle.insertInto('dossier_person').values(added).execute();
  return new Set(others.map(({ code }) => code));
}

type Person = DossierRow['persons'][number];

const namesOf = (persons: readonly Person[]): string =>
  persons
    .map(({ role, person_key }) => `${role} ${person_key.toString('hex')}`)
    .toSorted()
    .join();
