/** Reads dossiers from our own tables, under row-level security, after asking the live source where there is one. */

import { mayI, type Relation, seesAnything } from '../identity/rights.ts';
import type { Database } from '../store/database.ts';
import { dossierOf } from '../store/dossier-form.ts';
import { allowedPart } from './allowed-part.ts';
import type { Asker, DossierDesk, DossierReading } from './dossier-desk.ts';

/**
 * Brings dossiers up to date from their live source, within a short time.
 *
 * @returns names of the sources that did not answer.
 */
export type RefreshDossiers = (
  dossiers: readonly { readonly code: string; readonly source: string }[],
) => Promise<ReadonlySet<string>>;

export interface DeskParts {
  readonly database: Database;
  /** Without one, what was imported is all there is. */
  readonly refresh?: RefreshDossiers;
}

/** So many are shown to one person; a firm that files for others has an officer to ask. */
const most = 50;

export const createDossierDesk = ({ database, refresh }: DeskParts): DossierDesk => ({
  async read(asker) {
    if (!seesAnything(asker.rung)) return [];
    const found = await readRows(database, asker.citizenId);
    if (!refresh || found.length === 0) return readingsOf(found, asker, new Set());
    const down = await refresh(found.map(({ code, source }) => ({ code, source })));
    return readingsOf(await readRows(database, asker.citizenId), asker, down);
  },
});

type Row = Awaited<ReturnType<typeof readRows>>[number];

/**
 * In two steps, so that the table of dossiers is entered by its key however large it is. Both are bound by the
 * policies: the first sees the citizen's own ids only, the second would show no other row whatever ids it were given.
 */
const readRows = async (database: Database, citizenId: string) =>
  database.withCitizen(citizenId, async (handle) => {
    const persons = await handle.selectFrom('dossier_person').select(['dossier_id', 'role']).execute();
    const proofs = await handle
      .selectFrom('dossier_proof')
      .select('dossier_id')
      .where('citizen_id', '=', citizenId)
      .execute();
    const ids = [...new Set([...persons, ...proofs].map(({ dossier_id }) => dossier_id))];
    if (ids.length === 0) return [];
    const rows = await handle
      .selectFrom('dossier')
      .select(['id', 'code', 'source', 'kept_at', 'details'])
      .where('id', 'in', ids)
      .orderBy('received_at', (order) => order.desc().nullsLast())
      .orderBy('code')
      .limit(most)
      .execute();
    return rows.map((row) => ({
      ...row,
      relations: persons.filter(({ dossier_id }) => dossier_id === row.id).map(({ role }) => role as Relation),
    }));
  });

/** Somebody whom the dossier concerns: a second factor does not prove which of them. */
const proven: readonly Relation[] = ['applicant'];

const readingsOf = (rows: readonly Row[], asker: Asker, down: ReadonlySet<string>): readonly DossierReading[] =>
  rows.map(({ id, code, source, kept_at: keptAt, details, relations: own }) => {
    // What a second factor alone opened stays at its rung, whoever signs in later.
    const [relations, rung] = own.length > 0 ? [own, asker.rung] : [proven, 'second-factor' as const];
    return {
      id,
      dossier: allowedPart(dossierOf(code, details), rung, relations),
      relations,
      whole: mayI(rung, relations, 'names'),
      keptAt,
      sourceDown: down.has(source),
    };
  });
