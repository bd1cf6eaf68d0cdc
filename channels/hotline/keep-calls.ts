/** Runs the dialogue over calls: each turn once, one at a time, within six seconds, and never with nothing to say. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallAction, CallDialogue, CallEvent } from './call.ts';
import { type BegunCall, type CallMemory, threadOf } from './call-memory.ts';
import type { CallTalk } from './call-talk.ts';
import { stepOf } from './dialogue.ts';
import { sorryStep } from './sorry.ts';
import { plainWhisper, whisperOf } from './whisper.ts';
import { within } from './within.ts';
import { makeWorkings } from './workings.ts';

export interface KeepCallsOptions {
  readonly talk: CallTalk;
  readonly memory: CallMemory;
  /** Milliseconds; providers wait ten seconds. */
  readonly deadlineMs?: number;
  readonly onError: (error: unknown) => void;
  readonly now?: () => Date;
}

export const sixSeconds = 6_000;
/** While another is at work on the same turn, in ms. */
const lookAgain = 40;
/** What broke is kept when that is quickly done, in ms; an officer waits no longer for his whisper than that. */
const quickly = 500;
const whispering = 2_000;

type Ours = Extract<BegunCall, { kind: 'begun' }>;

const silence: CallAction = { do: 'hang-up', say: [], rate: 'normal' };

export function keepCalls(options: KeepCallsOptions): CallDialogue {
  const { talk, memory, deadlineMs = sixSeconds, onError, now = () => new Date() } = options;
  const workings = makeWorkings();
  /** Failures in a row, by call, while the store cannot keep them. */
  const brokenHere = new Map<string, number>();

  /** @param held where the turn stands once it is ours. */
  async function take(event: CallEvent, signal: AbortSignal, held: { turn: Ours | null }): Promise<CallAction> {
    for (;;) {
      const begun = await memory.begin(event);
      if (begun.kind === 'over') return silence;
      if (begun.kind === 'answered') return begun.step?.action ?? sorryStep(talk, null, { event, failures: 1 }).action;
      if (begun.kind === 'begun') {
        held.turn = begun;
        const step = await workings.stoppable(event, () => stepOf(talk, begun.state, event));
        signal.throwIfAborted();
        if (step && (await begun.finish({ ...step, state: { ...step.state, failures: 0 } }))) return step.action;
        // A later turn has the call: what it says is to be said.
        held.turn = null;
      }
      await sleep(lookAgain, undefined, { signal });
    }
  }

  async function apologise(event: CallEvent, turn: Ours | null): Promise<CallAction> {
    const key = threadOf(event);
    const failures = Math.max(turn?.state?.failures ?? 0, brokenHere.get(key) ?? 0) + 1;
    brokenHere.set(key, failures);
    const step = sorryStep(talk, turn?.state ?? null, { event, failures });
    const kept = turn ? await within(quickly, () => turn.finish(step)).catch(() => true) : true;
    if (kept) return step.action;
    const said = await within(quickly, () => memory.begin(event)).catch(() => null);
    return said?.kind === 'answered' && said.step ? said.step.action : step.action;
  }

  async function end(event: Extract<CallEvent, { kind: 'ended' }>): Promise<CallAction> {
    brokenHere.delete(threadOf(event));
    workings.stop(event);
    try {
      if (await memory.end(event, event.at))
        await talk.desk?.tell({ conversationId: threadOf(event), at: event.at }, 'gone');
    } catch (error) {
      onError(error);
    }
    return silence;
  }

  return {
    async whisperTo({ provider, callId }) {
      if (callId === null) return plainWhisper(talk);
      return within(whispering, () => whisperOf(talk, { provider, callId }, now())).catch((error: unknown) => {
        onError(error);
        return plainWhisper(talk);
      });
    },
    async onEvent(event) {
      if (event.kind === 'ended') return end(event);
      workings.stop(event);
      const held: { turn: Ours | null } = { turn: null };
      try {
        const action = await within(deadlineMs, (signal) => take(event, signal, held));
        brokenHere.delete(threadOf(event));
        return action;
      } catch (error) {
        onError(error);
        return apologise(event, held.turn);
      }
    },
  };
}
