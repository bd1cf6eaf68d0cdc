/** Everything that goes to a language model passes here: masked, budgeted, timed, counted, logged masked. */
import type { Embeddings } from '@langchain/core/embeddings';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { z } from 'zod';
import type { ModelLineState } from './gate/line.ts';

/** What a model is asked for; the word stands in the log and in the figures. */
export type ModelPurpose = 'understand' | 'word' | 'rerank' | 'copilot' | 'embed';

/** For whom it is asked: his ceiling counts, and what is kept of the call is erased with him. */
export interface ModelPerson {
  readonly kind: 'citizen' | 'officer' | 'nobody';
  /** The citizen's or officer's id; of nobody any text that tells callers apart (a conversation's id). */
  readonly id: string;
  /** Names known from his sign-in: replaced in every form in what is sent, and put back in what comes. */
  readonly names?: readonly string[];
}

export interface Asking {
  readonly purpose: Exclude<ModelPurpose, 'embed'>;
  /** Public in the repository; goes out as it is. */
  readonly system: string;
  /** Masked before it goes out, whatever was masked already. */
  readonly user: string;
  readonly person: ModelPerson;
  /** Ends the call; the port ends it by itself too, after `MODEL_SECONDS` (6). */
  readonly signal: AbortSignal;
}

export interface ModelPort {
  /** The model's name, for the welcome line and the log. */
  readonly name: string;
  /** One call with structured output. @throws {ModelError} `model-garbage` when what comes does not fit the schema. */
  structured<T>(asking: Asking & { readonly schema: z.ZodType<T> }): Promise<T>;
  /**
   * One call in words. With `onSentence` it streams: each whole sentence is handed over as it ends; returning `false`
   * stops the model, and the call resolves with what came so far. @throws {ModelError}
   */
  text(asking: Asking & { readonly onSentence?: (sentence: string) => boolean }): Promise<string>;
  /** For langchain's `createAgent`: the same masking, ceilings, breaker and log at each call. It does not stream. */
  chatModel(asking: Pick<Asking, 'purpose' | 'person' | 'signal'>): Promise<BaseChatModel>;
  /** Whether its server is asked now, for the figures. */
  state?(): ModelLineState;
  /** `null` where no model for embeddings is set. */
  embeddings(): Promise<Embeddings | null>;
}
