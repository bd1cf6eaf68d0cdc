/** The tables of calls to a language model; `migrations/021…` makes them. */
import type { ColumnType } from 'kysely';

export interface ModelSpendTable {
  day: string;
  /** `all`, or a hash of the day and the person. */
  spender: string;
  tokens: number;
}

export interface ModelCallTable {
  id: string;
  /** `null`: an officer's, or of nobody whom the store knows. */
  citizen_id: string | null;
  at: Date;
  asker: 'citizen' | 'officer' | 'nobody';
  purpose: string;
  model: string;
  outcome: string;
  tokens_in: number;
  tokens_out: number;
  ms: number;
  /** In đồng. */
  cost: number | null;
  /** Both masked. */
  request: string;
  reply: string;
}

export interface ModelCaughtTable {
  id: string;
  citizen_id: string | null;
  at: Date;
  purpose: string;
  model: string;
  /** Masked. */
  draft: string;
  caught: ColumnType<unknown, string, never>;
  codes: string[];
  verdict: ColumnType<'invented' | 'wrongly-caught' | null, undefined, 'invented' | 'wrongly-caught' | null>;
  judged_by: ColumnType<string | null, undefined, string | null>;
  judged_at: ColumnType<Date | null, undefined, Date | null>;
}

/** What migration 021 adds. */
export interface ModelTables {
  model_spend: ModelSpendTable;
  model_call: ModelCallTable;
  model_caught: ModelCaughtTable;
}
