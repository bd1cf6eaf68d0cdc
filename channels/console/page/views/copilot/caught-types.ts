/** What the API tells of refused drafts, as JSON. */
import type { CaughtVerdict, ShownCaught } from '../../../../../bot/index.ts';

export type { CaughtVerdict };
export type CaughtItem = Omit<ShownCaught, 'at' | 'judgedAt'> & {
  readonly at: string;
  readonly judgedAt: string | null;
};

export interface CaughtReply {
  readonly items: readonly CaughtItem[];
  /** The moment before which there may be more; `null`: these are the last. */
  readonly older: string | null;
  readonly counts: readonly { readonly day: string; readonly rule: string; readonly count: number }[];
}
