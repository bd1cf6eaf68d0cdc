/** One run of the co-pilot as the page shows it. Plain: an event comes, the next state follows. */
import type { CopilotDraftReply, CopilotEvent, CopilotStepReply } from '../../../copilot/schemas.ts';

export interface CopilotState {
  readonly going: boolean;
  /** The latest of each look-up, in the order in which they began. */
  readonly steps: readonly CopilotStepReply[];
  readonly draft: CopilotDraftReply | null;
  /** What went wrong, in words. */
  readonly problem: string | null;
  readonly stopped: boolean;
}

export const idle: CopilotState = { going: false, steps: [], draft: null, problem: null, stopped: false };
export const begun: CopilotState = { ...idle, going: true };

export function afterEvent(state: CopilotState, event: CopilotEvent): CopilotState {
  if (event.kind === 'draft') return { ...state, going: false, draft: event.draft };
  if (event.kind === 'failed') return { ...state, going: false, problem: event.message };
  const others = state.steps.filter(({ number }) => number !== event.step.number);
  return { ...state, steps: [...others, event.step].toSorted((one, other) => one.number - other.number) };
}

/** The stream is over, whatever came of it. */
export const afterEnd = (state: CopilotState, problem: string | null): CopilotState =>
  state.draft || state.stopped
    ? { ...state, going: false }
    : { ...state, going: false, problem: state.problem ?? problem };

export const afterStop = (state: CopilotState): CopilotState => ({ ...state, going: false, stopped: true });
