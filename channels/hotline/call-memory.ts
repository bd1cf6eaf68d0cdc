/** Remembers calls between their hooks. What was said is in it: sealed, or in memory alone. */
import type { CallEvent, Provider } from './call.ts';
import type { CallState, Step } from './call-state.ts';

export interface CallName {
  readonly provider: Provider;
  readonly callId: string;
}

export type BegunCall =
  /** The turn is ours. `finish` resolves `false` when a later turn or the end took the call meanwhile: then nothing is kept. */
  | { readonly kind: 'begun'; readonly state: CallState | null; finish(step: Step): Promise<boolean> }
  /** It was answered, or a later one was. `null`: what was said then cannot be read any more. */
  | { readonly kind: 'answered'; readonly step: Step | null }
  /** Another is at work on it, here or in another copy of the program. */
  | { readonly kind: 'in-work' }
  | { readonly kind: 'over' };

export interface CallMemory {
  /** A later turn takes the call from an earlier one that is still in work. */
  begin(event: CallEvent): Promise<BegunCall>;
  /** Forgets what was said. `false`: it was over, or there is no such call. */
  end(call: CallName, at: Date): Promise<boolean>;
}

/** The channel's own id of a call's thread. */
export const threadOf = ({ provider, callId }: CallName): string => `${provider}:${callId}`;
