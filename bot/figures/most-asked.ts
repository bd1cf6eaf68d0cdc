/** What was asked for most in a commune lately: procedures alone, without a count, and none that few asked for. */
import { sql } from 'kysely';
import type { Database } from '../store/database.ts';
import { chosen } from './figures-filter.ts';
import { smallest } from './suppress-small.ts';

export interface MostAsked {
  readonly from: string;
  readonly to: string;
  /** The commune; `null`: the installation's own. */
  readonly unit: string | null;
  /** Commune that counts where none is known. */
  readonly home: string | null;
  readonly most: number;
}

/**
 * Codes, the most asked first. Only those asked for by enough to be nobody's own; the order is all that is told.
 *
 * @returns [] where there are none.
 */
export async function mostAsked(database: Database, { unit, most, ...ask }: MostAsked): Promise<readonly string[]> {
  const own = unit ?? ask.home;
  const filter = { ...ask, units: own === null ? null : [own], channel: null };
  const rows = await database.withJob('figures', (handle) =>
    handle
      .selectFrom('figure_turn')
      .select('code')
      .where(chosen(filter))
      .where('code', '<>', '')
      .where('status', 'in', ['answered', 'partial'])
      .groupBy('code')
      .having(sql<boolean>`sum(turns) >= ${smallest}`)
      .orderBy(sql`sum(turns) desc`)
      .orderBy('code')
      .limit(most)
      .execute(),
  );
  return rows.map(({ code }) => code);
}
