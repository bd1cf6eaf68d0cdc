/** What is remembered of a call from one turn to the next. */
import type { Option } from '../../bot/index.ts';
import type { SpokenPage, Utterance } from '../speech/speak-answer.ts';
import type { CallAction, SpeakingRate } from './call.ts';

export interface CallState {
  /** What was said last, for "nói lại". */
  readonly last: readonly Utterance[];
  /** What is still to be said of the answer. */
  readonly pages: readonly SpokenPage[];
  readonly rate: SpeakingRate;
  /** Turns in a row without a word that was understood. */
  readonly misses: number;
  /** What the answer offered, by key from 1. */
  readonly options: readonly Option[];
  /** What the next words or keys mean. */
  readonly awaits: 'question' | 'more' | 'menu' | 'secret' | 'call-back';
  /** Somebody was tried to be reached; the next failure is no second try. */
  readonly triedPerson: boolean;
}

export const freshCall: CallState = {
  last: [],
  pages: [],
  rate: 'normal',
  misses: 0,
  options: [],
  awaits: 'question',
  triedPerson: false,
};

/** What came of a turn: what to do now, and what to remember. */
export interface Step {
  readonly action: CallAction;
  readonly state: CallState;
}

/** Remembers calls. Sensitive words are in it: in memory, or sealed. */
export interface CallMemory {
  load(
    callId: string,
  ): Promise<{ readonly state: CallState; readonly turn: number; readonly action: CallAction } | null>;
  save(
    callId: string,
    kept: { readonly state: CallState; readonly turn: number; readonly action: CallAction },
  ): Promise<void>;
  forget(callId: string): Promise<void>;
}

const longestCallMs = 60 * 60_000;

/** In this program's memory; calls of which nothing is heard for an hour are forgotten. */
export function rememberCallsHere(now: () => number = Date.now): CallMemory {
  type Kept = { readonly state: CallState; readonly turn: number; readonly action: CallAction; readonly at: number };
  const calls = new Map<string, Kept>();
  const sweep = () => {
    for (const [callId, { at }] of calls) if (now() - at > longestCallMs) calls.delete(callId);
  };
  return {
    load: async (callId) => calls.get(callId) ?? null,
    async save(callId, kept) {
      sweep();
      calls.set(callId, { ...kept, at: now() });
    },
    forget: async (callId) => void calls.delete(callId),
  };
}
