/** The officers' co-pilot: it looks things up and writes a draft. It sends nothing, changes nothing, and decides nothing. */
import type { Source } from '../answer.ts';
import type { WordingRule } from '../model/check/wording.ts';
import type { StaffMember } from '../staff/staff.ts';

export const toolNames = ['search', 'guide', 'places', 'calendar', 'changes'] as const;
export type ToolName = (typeof toolNames)[number];

/** One look-up, told as it happens: when it begins and when it ends. */
export interface CopilotStep {
  /** From 1, in the order in which they were asked for. */
  readonly number: number;
  /** As the model called it: `null` for a tool that there is none of. */
  readonly tool: ToolName | null;
  /** With which words, masked and cut. */
  readonly words: string;
  readonly state: 'begun' | 'done' | 'refused';
  /** What it found in a few words; `null` until it is done. */
  readonly found: string | null;
  readonly ms: number | null;
}

/** Where a sentence has a fact from. */
export type DraftSource = Pick<Source, 'code' | 'title' | 'url' | 'checkedOn'>;

export interface DraftSentence {
  /** Tokens filled in from the record; masked. */
  readonly text: string;
  /** Why it may not go out; [] for one that passed every check. */
  readonly caught: readonly WordingRule[];
  /** [] for words that join and greet: they state nothing. */
  readonly sources: readonly DraftSource[];
}

/**
 * `written`: there is a sentence with a fact that passed. `fields`: none did, and what was looked up stands in its place, as the record
 * has it. `nothing`: neither. The rest say why it ended before.
 */
export const copilotEnds = ['written', 'fields', 'nothing', 'stopped', 'too-slow', 'over-budget', 'no-model'] as const;
export type CopilotEnd = (typeof copilotEnds)[number];

export interface CopilotDraft {
  readonly end: CopilotEnd;
  readonly sentences: readonly DraftSentence[];
  /** Rendered fields, where no sentence passed; each with its source. */
  readonly fields: readonly DraftSentence[];
  /** Guides it rests on. */
  readonly codes: readonly string[];
  readonly steps: number;
  readonly modelCalls: number;
  readonly ms: number;
  /** To be shown when the draft is used; `null` where there is nothing to use. */
  readonly receipt: string | null;
}

export interface CopilotAsk {
  /** What the officer wants written or known. */
  readonly text: string;
  /** The talk that he holds; `null`: none, on the search page. */
  readonly handOffId: string | null;
}

export interface CopilotListening {
  /** Ends it: the officer pressed "stop", or his page is gone. */
  readonly signal: AbortSignal;
  readonly onStep: (step: CopilotStep) => void;
}

export interface Copilot {
  /**
   * @throws {@link HandOffError} `forbidden` without the right; `unknown` for a talk that is not his to see; `lost` for one
   * that he does not hold. Whatever a model does is a value.
   */
  run(member: StaffMember, ask: CopilotAsk, listening: CopilotListening): Promise<CopilotDraft>;
  /** Writes down that he took a draft over. @throws {@link HandOffError} `unknown` for a receipt that is none of his. */
  used(member: StaffMember, receipt: string): Promise<void>;
}
