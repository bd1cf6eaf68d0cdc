/** The table of calls; `migrations/019…` makes it. */
import type { ColumnType } from 'kysely';

export interface CallTable {
  id: string;
  citizen_id: string;
  conversation_id: string;
  /** The latest that was answered; -1: none. */
  turn: ColumnType<number, undefined, number>;
  /** The one in work; `null`: none. */
  working: ColumnType<number | null, undefined, number | null>;
  /** Grows with each turn that is begun. */
  fence: ColumnType<number, undefined, number>;
  lease_until: ColumnType<Date | null, undefined, Date | null>;
  /** What was said and what comes next; `null` before the first turn, and once it is over. */
  content_sealed: ColumnType<Buffer | null, undefined, Buffer | null>;
  heard_at: Date;
  ended_at: ColumnType<Date | null, undefined, Date | null>;
}

export interface CallTables {
  phone_call: CallTable;
}
