/** Runs the dialogue over calls: each turn once, one at a time, within six seconds, and never with nothing to say. */
import { inTurn } from '../../bot/index.ts';
import type { CallAction, CallDialogue, CallEvent } from './call.ts';
import { type CallMemory, type CallState, freshCall } from './call-state.ts';
import { ask, type CallTalk } from './call-talk.ts';
import { stepOf } from './dialogue.ts';
import { ringSeconds } from './put-through.ts';

export interface KeepCallsOptions {
  readonly talk: CallTalk;
  readonly memory: CallMemory;
  /** Milliseconds; providers wait ten seconds. */
  readonly deadlineMs?: number;
  readonly onError: (error: unknown) => void;
}

const sixSeconds = 6_000;

export function keepCalls({ talk, memory, deadlineMs = sixSeconds, onError }: KeepCallsOptions): CallDialogue {
  const inOrder = inTurn();
  const failures = new Map<string, number>();
  const work = async (event: CallEvent): Promise<CallAction> => {
    const key = keyOf(event);
    const kept = await memory.load(key);
    if (kept && event.turn <= kept.turn && event.kind !== 'ended') return kept.action;
    if (event.kind === 'ended') {
      await memory.forget(key);
      failures.delete(key);
      return { do: 'hang-up', say: [], rate: 'normal' };
    }
    const { state, action } = await stepOf(talk, kept?.state ?? null, event);
    await memory.save(key, { state, action, turn: event.turn });
    failures.delete(key);
    return action;
  };
  return {
    whisperTo: async () => [talk.say('call.whisper')],
    async onEvent(event) {
      const key = keyOf(event);
      try {
        return await within(
          deadlineMs,
          inOrder(key, () => work(event)),
        );
      } catch (error) {
        onError(error);
        const count = (failures.get(key) ?? 0) + 1;
        failures.set(key, count);
        const state = (await memory.load(key).catch(() => null))?.state ?? null;
        return sorry({ talk, state, toPerson: count > 1, event });
      }
    },
  };
}

const keyOf = ({ provider, callId }: CallEvent): string => `${provider}:${callId}`;

class CallDeadlineError extends Error {
  readonly code = 'call-deadline';
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CallDeadlineError(`The turn of a call took longer than ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

interface Sorry {
  readonly talk: CallTalk;
  readonly state: CallState | null;
  /** It is not the first time in this call. */
  readonly toPerson: boolean;
  readonly event: CallEvent;
}

/** Asks to say it again; the second time a person, or where to go. */
function sorry({ talk, state, toPerson, event }: Sorry): CallAction {
  const rate = state?.rate ?? 'normal';
  const say = [talk.say(toPerson ? 'call.brokenAgain' : 'call.broken')];
  const { officers, isOpen } = talk.lineOf(event.to);
  if (toPerson && officers !== null && isOpen(event.at))
    return { do: 'transfer', say, rate, to: officers, ringSeconds, whisper: [talk.say('call.whisper')] };
  if (toPerson) return { do: 'hang-up', say, rate };
  const fallback: CallState = state ?? { ...freshCall, rate };
  return ask(talk, fallback, { say, awaits: fallback.awaits }).action;
}
