/** The tables of the hand-off, as the program sees them; migration 010 makes them. */
import type { ColumnType, Generated } from 'kysely';

/** `null` until something sets it. */
type Later<T> = ColumnType<T | null, T | null | undefined, T | null>;

export interface HandOffTable {
  id: string;
  citizen_id: string;
  conversation_id: string;
  channel: string;
  locale: string;
  unit: string | null;
  province: string | null;
  field: string | null;
  /** The desk it is kept to; `null`: any. */
  desk: string | null;
  /** Only its desk sees it: a denunciation, or what follows one in the same talk. */
  guarded: Generated<boolean>;
  /** Desks and officers whom it is about. */
  kept_from: Generated<string[]>;
  cause: string;
  state: 'waiting' | 'owned' | 'call-back' | 'closed';
  code: string;
  summary: ColumnType<unknown, string, string>;
  owner_officer: Later<string>;
  owner_name: Later<string>;
  /** Who lost it last: the next one comes first. */
  last_owner: Later<string>;
  /** Who alone is to take it, until `due_at`. */
  kept_for_officer: Later<string>;
  fence: Generated<number>;
  lease_until: Later<Date>;
  due_at: Later<Date>;
  asked_at: Date;
  /** What the citizen was told at first; `null` position: it was outside the hours. */
  told_position: Later<number>;
  told_opens_at: Later<Date>;
  called_at: Later<Date>;
  /** How many persons were called last. */
  call_count: Generated<number>;
  /** Since when the citizen waits for a word. */
  waits_since: Later<Date>;
  /** When an officer spoke last. */
  spoke_at: Later<Date>;
  claimed_at: Later<Date>;
  first_reply_at: Later<Date>;
  closed_at: Later<Date>;
  closed_as: Later<string>;
  escalation: Generated<number>;
  personal_data_agreed: Later<boolean>;
  contact_sealed: Later<Buffer>;
  contact_masked: Later<string>;
  rating: Later<number>;
  rating_word: Later<string>;
  labels: Generated<string[]>;
  practice: Generated<boolean>;
}

export interface HandOffNoteTable {
  id: string;
  hand_off_id: string;
  citizen_id: string;
  officer_id: string;
  officer_name: string;
  at: Date;
  text: string;
}

export interface HandOffEventTable {
  id: string;
  hand_off_id: string;
  citizen_id: string;
  kind: string;
  at: Date;
  officer_id: string | null;
  unit: string | null;
  detail: ColumnType<unknown, string, never>;
}

export interface HandOffPictureTable {
  id: string;
  /** `null` until it was sent. */
  citizen_id: Later<string>;
  hand_off_id: Later<string>;
  officer_id: string;
  type: string;
  bytes: Buffer;
  alt: string;
  at: Date;
}

export interface HandOffTables {
  hand_off: HandOffTable;
  hand_off_note: HandOffNoteTable;
  hand_off_event: HandOffEventTable;
  hand_off_picture: HandOffPictureTable;
}
