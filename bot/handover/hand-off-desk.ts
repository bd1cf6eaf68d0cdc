/** The citizen's side of hand-off: what turns may do. */
import type { Answer } from '../answer.ts';
import type { Turn } from '../step.ts';
import type { HandOff, HandOffCause, HandOffPromise } from './hand-off.ts';

export interface HandOffRequest {
  /** Names the conversation, by the channel's own id of the thread, and the citizen. */
  readonly turn: Turn;
  readonly cause: HandOffCause;
  /** Procedure it is about; `null`: none. Decides the field. */
  readonly code: string | null;
}

/** One of a citizen's own. */
export interface OwnHandOff {
  readonly citizenId: string;
  readonly handOffId: string;
}

/** What the citizen is told of an answer that is held. */
export interface HeldPromise {
  readonly handOffId: string;
  readonly code: string;
  /** After so many it goes out by itself. */
  readonly minutes: number;
}

/** What a code told. Whoever guesses has to wait. */
export type CodeReading =
  | { readonly kind: 'found'; readonly promise: HandOffPromise }
  | { readonly kind: 'none' }
  | { readonly kind: 'wait'; readonly until: Date };

export interface HandOffDesk {
  /** Opens one, or gives the open one of this conversation. Calls staff while the desk is open; in an emergency always. */
  open(request: HandOffRequest): Promise<HandOffPromise>;
  /** The open one of a conversation; `null`: none. */
  current(thread: { readonly channel: string; readonly conversationId: string }): Promise<HandOff | null>;
  /** How one of the citizen's own stands; `null` when it is not his, or gone. */
  state(own: OwnHandOff, at: Date): Promise<HandOffPromise | null>;
  /** By its code, from any channel: tells state, position, opening; nothing of what was said. Counted against guessing. */
  byCode(code: string, asked: { readonly caller: string; readonly at: Date }): Promise<CodeReading>;
  /** Keeps a contact for a call back, sealed. `false`: an officer has it by now, or it is over. */
  leaveContact(
    own: OwnHandOff,
    contact: { readonly value: string; readonly said: string; readonly channel: string; readonly at: Date },
  ): Promise<boolean>;
  /** Keeps what he answered, with the words he was asked by. A no takes an earlier yes back. Resolves whether there was one. */
  agreePersonalData(
    own: OwnHandOff,
    answer: { readonly agreed: boolean; readonly said: string; readonly channel: string; readonly at: Date },
  ): Promise<boolean>;
  /** `stars` or `word` may come later than the other. `false` while it is not over. */
  rate(
    own: OwnHandOff,
    rating: { readonly stars: number | null; readonly word: string | null; readonly at: Date },
  ): Promise<boolean>;
  /** Stars for the last one of a conversation, where an officer had it and it is over. `false`: there is none such. */
  rateLast(
    thread: { readonly channel: string; readonly conversationId: string },
    rating: { readonly stars: number; readonly at: Date },
  ): Promise<boolean>;
  /** The citizen takes his wish back. `false`: an officer has it by now, or it is over. */
  withdraw(own: OwnHandOff, at: Date): Promise<boolean>;
  /** Holds an answer for an officer's look, by rule; `null`: it goes out at once. */
  hold?(turn: Turn, answer: Answer): Promise<HeldPromise | null>;
}
