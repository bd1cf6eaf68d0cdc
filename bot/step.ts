/** The turn as it travels through the pipeline, and what a step is. */
import type { Facet } from '../knowledge/index.ts';
import type { SearchResult } from '../retrieval/index.ts';
import type { Answer } from './answer.ts';
import type { Memory } from './memory.ts';
import type { IncomingMessage } from './message.ts';
import type { ModelTurn } from './model/model-desk.ts';
import type { Speech } from './texts/speech.ts';

/** Identity numbers taken out of the text, by the mark that stands in their place. For this turn only. */
export type Slots = Readonly<Record<string, string>>;

/** One procedure that is asked about, and what of it. */
export interface Request {
  readonly code: string;
  readonly facets: readonly Facet[];
}

/** The commune that a question comes from. */
export interface AskedFrom {
  /** `null`: none is known, the installation's own serves. */
  readonly code: string | null;
  /** What the citizen said in this very message; remembered. */
  readonly said: string | null;
  /** A name that he said and that several communes have: then no desk is given for his. */
  readonly unclear: string | null;
}

/** Everything known about the turn so far. Steps never change it: they return the next one. */
export interface Turn {
  readonly message: Omit<IncomingMessage, 'text'>;
  /** The text, cleaned and masked. */
  readonly text: string;
  readonly slots: Slots;
  /** The message made to stand alone; equals `text` until a step rewrites it. */
  readonly question: string;
  readonly memory: Memory;
  readonly speech: Speech;
  /** The procedure a follow-up is about; `null` when the message names its own. */
  readonly topic: string | null;
  readonly unit: AskedFrom;
  /** A command to the machine or a demand for a promise stands in the message: it is data, not obeyed. */
  readonly suspect: 'command' | 'promise' | null;
  /** A word of sympathy or joy for what the citizen told beside the question; said first. */
  readonly opening: string | null;
  /** What was found; empty until the search, and when the procedure was known without one. */
  readonly found: readonly SearchResult[];
  /** What will be answered, best first. */
  readonly requests: readonly Request[];
  /** Texts worked out from a record and the calendar: the last check takes their days as borne out. */
  readonly reckoned: readonly string[];
  /** What a later step may still change before it goes out. */
  readonly draft: Answer | null;
  /** What a language model was asked in this turn; `null` while it was asked nothing. */
  readonly model: ModelTurn | null;
}

/** Either the turn goes on, or this step has the answer and the rest are skipped. */
export type StepResult = { readonly next: Turn } | { readonly answer: Answer };

export interface Step {
  /** Shown in logs, metrics and `npm run ask`. Verb first. */
  readonly name: string;
  run(turn: Turn): StepResult | Promise<StepResult>;
}
