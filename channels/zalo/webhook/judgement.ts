/** What is answered to a call of a webhook, and what it brought. */
import type { Arrival } from './arrival.ts';

export type Judgement =
  | { readonly status: 200; readonly arrival: Arrival }
  | {
      readonly status: 400 | 401 | 403 | 415;
      /** For the log and the sender; names nobody and nothing secret. */
      readonly refused: string;
      /** For the log alone. */
      readonly detail?: Readonly<Record<string, unknown>>;
    };

export const refuse = (
  status: 400 | 401 | 403 | 415,
  refused: string,
  detail: Readonly<Record<string, unknown>> = {},
): Judgement => ({ status, refused, detail });
