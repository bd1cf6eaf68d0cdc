/** What a webhook's body turned out to be. */
import type { ZaloEvent } from '../zalo-event.ts';

export type Arrival =
  | { readonly event: ZaloEvent; readonly forms: readonly string[] }
  /** To be acknowledged, and nothing else. `why` is for the log. */
  | { readonly ignored: string; readonly forms: readonly string[] };

export const ignored = (why: string, forms: readonly string[] = []): Arrival => ({ ignored: why, forms });
