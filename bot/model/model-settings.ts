/** What a connection to a language model needs to know. */
import type { Ceilings } from './model-ledger.ts';

export interface ModelSettings {
  /** `http://host/v1` of a server that speaks OpenAI's chat completions. */
  readonly baseUrl: string;
  /** Of this machine or of a private network: then nothing leaves the house. */
  readonly atHome: boolean;
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
