/** The citizen's side of hand-off: what turns may do. */
import type { Answer } from '../answer.ts';
import type { Turn } from '../step.ts';
import type { HandOff, HandOffCause, HandOffPromise } from './hand-off.ts';

export interface HandOffRequest {
  readonly citizenId: string;
  /** The channel's own id of the thread, with the channel: names the conversation. */
  readonly turn: Turn;
  readonly cause: HandOffCause;
  /** Procedure it is about; `null`: none. Decides the field. */
  readonly code: string | null;
}

export interface HandOffDesk {
  /** Opens one, or gives the open one of this conversation. Calls staff. Within working hours only if `inHours`. */
  open(request: HandOffRequest): Promise<HandOffPromise>;
  /** The open one of a conversation; `null`: none. */
  current(thread: { readonly channel: string; readonly conversationId: string }): Promise<HandOff | null>;
  /** By its code, from any channel: tells state, position, opening; nothing of what was said. `null`: no such code. Counted against guessing. */
  byCode(code: string, asker: string): Promise<HandOffPromise | null>;
  /** Keeps a contact for a call back, sealed. */
  leaveContact(handOffId: string, contact: string): Promise<void>;
  agreePersonalData(handOffId: string, agreed: boolean): Promise<void>;
  rate(handOffId: string, rating: { readonly stars: number; readonly word: string | null }): Promise<void>;
  /** The citizen takes his wish back. */
  withdraw(handOffId: string): Promise<void>;
  /** Draft answers that wait for an officer's approval, by setting; `null`: the answer goes out at once. */
  hold?(turn: Turn, answer: Answer): Promise<HandOffPromise | null>;
}
