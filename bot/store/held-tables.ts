/** The tables of held answers; `migrations/018…` makes them. */
import type { ColumnType } from 'kysely';

export interface HoldRuleTable {
  /** Code of a commune or a province; '': everywhere. */
  unit: string;
  statuses: string[];
  fields: string[];
  minutes: number;
  set_by: string;
  set_at: Date;
}

export interface HeldDraftTable {
  id: string;
  citizen_id: string;
  hand_off_id: string;
  conversation_id: string;
  /** The channel's own id of the message that it answers: one message is held once. */
  message_id: string;
  turn_id: string | null;
  /** Masked. */
  question: string;
  answer: ColumnType<unknown, string, never>;
  state: 'held' | 'sent' | 'dropped' | 'released' | 'cancelled';
  held_at: Date;
  release_at: Date;
  decided_at: ColumnType<Date | null, undefined, Date>;
  officer_id: ColumnType<string | null, undefined, string>;
  officer_name: ColumnType<string | null, undefined, string>;
  edited: ColumnType<boolean | null, undefined, boolean>;
  /** The editors' draft that was made of it. */
  knowledge_id: ColumnType<string | null, undefined, string>;
}

/** What migration 018 adds. */
export interface HeldTables {
  hold_rule: HoldRuleTable;
  held_draft: HeldDraftTable;
}
