/** Which figures are asked for, as a condition of SQL. */
import { type RawBuilder, sql } from 'kysely';
import type { ChannelName } from '../message.ts';

export interface FiguresFilter {
  /** First and last day, `2026-11-16`. */
  readonly from: string;
  readonly to: string;
  /** Communes; `null`: all, with questions from no known commune. */
  readonly units: readonly string[] | null;
  readonly channel: ChannelName | null;
  /** Commune that counts where none is known; `null`: such questions stay without one. */
  readonly home: string | null;
}

/** The commune of a row of figures: '' where none is known. */
export const unitIn = ({ home }: Pick<FiguresFilter, 'home'>): RawBuilder<string> =>
  sql<string>`coalesce(nullif(unit, ''), ${home ?? ''})`;

export function chosen({ from, to, units, channel, home }: FiguresFilter): RawBuilder<boolean> {
  const named = units && (home !== null && units.includes(home) ? [...units, ''] : [...units]);
  return sql<boolean>`day between ${from}::date and ${to}::date
    and ${named === null ? sql`true` : sql`unit = any(${named}::text[])`}
    and ${channel === null ? sql`true` : sql`channel = ${channel}`}`;
}
