/** The tables of editors' work; `migrations/012-editorial.ts` makes them. */
import type { ColumnType } from 'kysely';

type Json = ColumnType<unknown, string, string>;
type JsonOrNull = ColumnType<unknown, string | null | undefined, string | null>;

export const draftStates = ['draft', 'waiting', 'approved', 'refused', 'taken-back'] as const;
export type DraftState = (typeof draftStates)[number];
export const draftKinds = ['way', 'card', 'not-ours', 'guide', 'ignored'] as const;
export type DraftKind = (typeof draftKinds)[number];

export interface EditorialDraftTable {
  id: string;
  kind: DraftKind;
  content: Json;
  /** Questions it was made of; no key to them: a turn that is gone is gone. */
  turn_ids: string[];
  asked_by_count: number;
  state: DraftState;
  /** Grows with each change: two editors do not write over each other. */
  edition: ColumnType<number, number | undefined, number>;
  author: string;
  author_name: string;
  approver: string | null;
  approver_name: string | null;
  because: ColumnType<string, string | undefined, string>;
  made_at: Date;
  decided_at: Date | null;
}

export interface EditorialVersionTable {
  number: number;
  did: 'approve' | 'take-back';
  draft_id: string;
  by_name: string;
  at: Date;
}

export interface SampleItemTable {
  id: string;
  /** Monday of the week, `2026-11-16`. */
  week: string;
  turn_id: string;
  position: number;
  status: string;
  field: string;
  stratum: string;
  /** Answers of the stratum in that week, of which this one was drawn. */
  in_stratum: number;
  asked_on: string;
  channel: string;
  drawn_at: Date;
}

export interface SampleMarkTable {
  item_id: string;
  editor: string;
  editor_name: string;
  verdict: 'right' | 'incomplete' | 'wrong';
  harmful: boolean;
  why: string;
  marked_at: Date;
}

export interface PracticeTalkTable {
  id: string;
  officer: string;
  scenario: string;
  seed: string;
  entries: Json;
  edition: ColumnType<number, number | undefined, number>;
  begun_at: Date;
  ended_at: Date | null;
  feedback: JsonOrNull;
}

export interface EditorialTables {
  editorial_draft: EditorialDraftTable;
  editorial_version: EditorialVersionTable;
  sample_item: SampleItemTable;
  sample_mark: SampleMarkTable;
  practice_talk: PracticeTalkTable;
}
