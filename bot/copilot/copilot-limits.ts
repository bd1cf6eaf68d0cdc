/** How far one run may go. The ceiling of tokens and cost for an officer and a day is the model's port's own. */

export interface CopilotLimits {
  /** Calls of the model; the last one may call no tool any more. */
  readonly modelCalls: number;
  /** Look-ups in all, refused ones too. */
  readonly toolCalls: number;
  /** All of it together, in ms. */
  readonly ms: number;
}

export const copilotLimits: CopilotLimits = { modelCalls: 6, toolCalls: 8, ms: 30_000 };

/** Letters. */
export const longestAsk = 1_000;
export const longestFact = 600;
/** Of one look-up, all its facts together. */
export const longestFound = 5_000;
export const longestWords = 160;
/** Of a draft: what a model writes beyond it is not read. */
export const longestDraft = 6_000;
export const mostSentences = 12;
