/** Calls begun by one number and on one line: what is too many is told to call again, and nothing of it is kept. */
import { type CountCall, TooManyError } from '../limits/index.ts';
import type { CallAction, CallDialogue, CallEvent } from './call.ts';
import { freshCall } from './call-state.ts';
import type { CallTalk } from './call-talk.ts';

export interface CallLimits {
  /** By the caller's number, as the trunk tells it; a caller without one counts for the line alone. */
  readonly perNumber: CountCall;
  /** By the number that was called. */
  readonly perLine: CountCall;
}

/** The dialogue behind its limits. */
export function limitCalls(dialogue: CallDialogue, talk: Pick<CallTalk, 'say'>, limits: CallLimits): CallDialogue {
  const busy = (): CallAction => ({ do: 'hang-up', say: [talk.say(freshCall, 'limits.call')], rate: 'normal' });
  return {
    ...dialogue,
    async onEvent(event) {
      if (event.kind !== 'started' || (await mayBegin(limits, event))) return dialogue.onEvent(event);
      return busy();
    },
  };
}

async function mayBegin({ perNumber, perLine }: CallLimits, { from, to }: CallEvent): Promise<boolean> {
  try {
    if (from !== null) await perNumber(from);
    await perLine(to);
    return true;
  } catch (error) {
    if (error instanceof TooManyError) return false;
    throw error;
  }
}
