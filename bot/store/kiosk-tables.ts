/** The tables of kiosks; `migrations/020…` makes them. */
import type { ColumnType, GeneratedAlways } from 'kysely';

export interface KioskDeviceTable {
  id: string;
  /** As the ward calls it: "Sảnh tầng 1". */
  name: string;
  /** Code of its commune; `null`: the installation's own. */
  unit: string | null;
  /** Of the key in its cookie. */
  key_hash: Buffer;
  made_at: GeneratedAlways<Date>;
  seen_at: ColumnType<Date | null, never, Date>;
  removed_at: ColumnType<Date | null, never, Date>;
}

export interface KioskVisitTable {
  id: string;
  /** `null`: the page stands on no registered device. */
  device_id: string | null;
  /** The id of its conversation on the wire. It opens nothing: a token does. */
  thread: string;
  began_at: GeneratedAlways<Date>;
  seen_at: ColumnType<Date, never, Date>;
  ended_at: ColumnType<Date | null, never, Date>;
  ended_as: ColumnType<'done' | 'replaced' | 'removed' | null, never, string>;
  rating: ColumnType<number | null, never, number>;
}

/** Nobody's: nothing of a person stands in it. */
export interface ChecklistTable {
  code: string;
  digits: string;
  /** Its code in the knowledge. */
  procedure: string;
  unit: string | null;
  locale: 'vi' | 'en';
  made_at: Date;
  until: Date;
}

/** What migration 020 adds. */
export interface KioskTables {
  kiosk_device: KioskDeviceTable;
  kiosk_visit: KioskVisitTable;
  checklist: ChecklistTable;
}
