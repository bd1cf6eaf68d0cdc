/** Cases that are late now, by what they are about: without their codes and whose they are. */
import { sql } from 'kysely';
import type { Scoped } from '../store/tables.ts';
import type { Names } from './count-turns.ts';
import type { LateDossiers } from './figures.ts';

/** The office still has to do something, as `bot/dossiers/dossier-state.ts` has it. */
const withOffice = sql`(status is null or status in ('received', 'in-process', 'forwarded', 'needs-payment'))`;
const soonMs = 3 * 86_400_000;
const shown = 10;

export async function countDossiers(
  handle: Scoped,
  units: readonly string[] | null,
  { at, names }: { readonly at: Date; readonly names: Names },
): Promise<LateDossiers> {
  const soon = new Date(at.getTime() + soonMs);
  const { rows } = await sql<{ procedure: string | null; late: number; soon: number }>`
    select procedure, count(*) filter (where promised_at < ${at})::int as late,
      count(*) filter (where promised_at >= ${at})::int as soon
    from dossier
    where promised_at < ${soon} and ${withOffice} and ${units === null ? sql`true` : sql`unit = any(${[...units]}::text[])`}
    group by 1`.execute(handle);
  const titleOf = (code: string | null) =>
    (code === null ? null : (names.procedure(code)?.title ?? code)) ?? 'Không rõ thủ tục';
  return {
    late: rows.reduce((total, { late }) => total + late, 0),
    soon: rows.reduce((total, row) => total + row.soon, 0),
    byProcedure: rows
      .filter(({ late }) => late > 0)
      .toSorted((a, b) => b.late - a.late)
      .slice(0, shown)
      .map(({ procedure, late }) => ({ title: titleOf(procedure), late })),
  };
}
