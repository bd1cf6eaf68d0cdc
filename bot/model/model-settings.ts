/** What a connection to a language model needs to know. */
import type { Ceilings } from './model-ledger.ts';

export interface ModelSettings {
  /** `http://host/v1` of a server that speaks OpenAI's chat completions. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
  /** `null`: the offline space of meaning serves alone. */
  readonly embeddings: string | null;
  /** Whether the best hits are put in order by a call of its own. */
  readonly rerank: boolean;
  /** For everything that one turn asks, in ms. */
  readonly turnMs: number;
  readonly ceilings: Ceilings;
  /** In đồng for a million tokens; `null`: no cost is reckoned. */
  readonly price: { readonly in: number; readonly out: number } | null;
}

/** Whether a server is of this machine or of a private network: then nothing leaves the house. */
export function isAtHome(address: string): boolean {
  const host = new URL(address).hostname.toLowerCase().replace(/^\[|\]$/g, '');
  if (host.includes(':')) return host === '::1' || /^f[cd]/.test(host);
  if (/^\d+(\.\d+){3}$/.test(host)) return /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(host);
  return !host.includes('.') || /\.(?:local|localhost|internal|lan|home\.arpa)$/.test(host);
}
