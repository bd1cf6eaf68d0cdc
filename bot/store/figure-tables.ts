/** The tables of figures, switches and banners; `migrations/013…` makes them. */
import type { ColumnType } from 'kysely';

/** When the figures of a day were counted last. */
export interface FigureDayTable {
  /** `2026-11-16`, in Vietnam. */
  day: string;
  counted_at: Date;
}

/** Turns of one day by what they were; '' where there is none. */
export interface FigureTurnTable {
  day: string;
  unit: string;
  channel: string;
  status: string;
  code: string;
  turns: number;
  /** Of these, the first of their conversations. */
  begun: number;
  up: number;
  down: number;
}

/** One hand-off, without its id: two of a day may be equal. */
export interface FigureHandOffTable {
  day: string;
  unit: string;
  channel: string;
  cause: string;
  /** Why nobody ever answered; `null` where somebody did, or may still. */
  lost: string | null;
  wait_s: number | null;
  /** Of the wait, what fell into opening hours. */
  open_wait_s: number | null;
  handling_s: number | null;
  rating: number | null;
}

export interface SwitchTable {
  id: string;
  what: string;
  /** Code of a commune; `null`: everywhere. */
  unit: string | null;
  because: string;
  by: string;
  since: Date;
  until: Date | null;
  ended_at: ColumnType<Date | null, undefined, Date>;
  ended_by: ColumnType<string | null, undefined, string>;
  ended_because: ColumnType<string | null, undefined, string>;
}

export interface BannerTable {
  id: string;
  text_vi: string;
  text_en: string;
  severity: 'notice' | 'warning' | 'danger';
  /** Codes of communes (five digits) and provinces (two); `null`: everywhere. */
  units: string[] | null;
  from_at: Date;
  to_at: Date;
  made_by: string;
  made_at: Date;
  ended_at: ColumnType<Date | null, undefined, Date>;
  ended_by: ColumnType<string | null, undefined, string>;
}

/** What migration 013 adds. */
export interface FigureTables {
  figure_day: FigureDayTable;
  figure_turn: FigureTurnTable;
  figure_hand_off: FigureHandOffTable;
  switch: SwitchTable;
  banner: BannerTable;
}
