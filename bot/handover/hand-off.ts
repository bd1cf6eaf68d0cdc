/** A hand-off (chuyển cán bộ): a conversation that needs a person, from the asking to the rating. */
import type { Answer, HandOffReason } from '../answer.ts';
import type { ChannelName } from '../message.ts';

/**
 * `waiting`: in the queue. `owned`: an officer holds it, the bot is silent. `call-back`: the citizen left a contact
 * outside the hours. `closed`: over; `closedAs` says how.
 */
export const handOffStates = ['waiting', 'owned', 'call-back', 'closed'] as const;
export type HandOffState = (typeof handOffStates)[number];

/**
 * How it ended: given back to the bot, finished by the officer, left or taken back by the citizen; one that moves to
 * another commune goes on there. `released`: nobody looked at the held answer in time, and it went out by itself.
 */
export const closings = ['returned', 'finished', 'citizen-left', 'withdrawn', 'released'] as const;
export type Closing = (typeof closings)[number];

/** Why it was handed over; an officer who steps in, or an answer that is held for him, is no reason of the talk itself. */
export type HandOffCause = HandOffReason | 'stepped-in' | 'held';

/** What travels with it, masked: no identity number, no phone, no dossier code. */
export interface HandOffSummary {
  /** One or two sentences in Vietnamese, made of fields and counts by rules; never the citizen's story retold. */
  readonly text: string;
  /** Procedures talked about, latest first, with the facets asked and whether they were answered, and from where. */
  readonly asked: readonly {
    readonly code: string;
    readonly title: string;
    readonly facets: readonly string[];
    readonly answered: boolean;
    readonly sources: readonly { readonly title: string; readonly url: string | null; readonly checkedOn: string }[];
  }[];
  /** The masked message that led here; `null` for a denunciation. */
  readonly lastWords: string | null;
}

export interface HandOff {
  readonly id: string;
  /** What the citizen may say on any channel to hear how it stands: six signs such as `K7M-3TX`, no 0/O/1/I/L. */
  readonly code: string;
  readonly conversationId: string;
  readonly channel: ChannelName;
  /** Commune it belongs to; `null`: none is known, all of the installation see it. */
  readonly unit: string | null;
  /** Lĩnh vực; `null` when no procedure was spoken of. */
  readonly field: string | null;
  /** The desk it is kept to, as `tiep-cong-dan` for denunciations; `null`: any. */
  readonly desk: string | null;
  readonly cause: HandOffCause;
  readonly state: HandOffState;
  readonly closedAs: Closing | null;
  readonly summary: HandOffSummary;
  readonly owner: { readonly id: string; readonly name: string } | null;
  /** Grows with each claim: only its holder may speak. */
  readonly fence: number;
  readonly askedAt: Date;
  /** By when somebody has to have answered; later it goes to the next one. */
  readonly dueAt: Date | null;
  readonly firstReplyAt: Date | null;
  readonly closedAt: Date | null;
  /** How often it was lost by a silent officer: 1 → the next one, 2 → the supervisor. */
  readonly escalation: number;
  /** Whether the citizen agreed that his name and dossiers are shown to the officer; `null`: not asked or not answered. */
  readonly personalDataAgreed: boolean | null;
  readonly labels: readonly string[];
  readonly rating: { readonly stars: 1 | 2 | 3 | 4 | 5; readonly word: string | null } | null;
  /** Is a practice talk with a simulated citizen. */
  readonly practice: boolean;
}

/** What the citizen is told when it begins, or asks how it stands. */
export interface HandOffPromise {
  readonly handOffId: string;
  readonly code: string;
  readonly state: HandOffState;
  /** From 1; `null` when it is not waiting. */
  readonly position: number | null;
  /** Median of what each place of this queue took in the last 30 days, times the position, in minutes; `null` while too few were measured. */
  readonly waitMinutes: number | null;
  /** When the desk opens next; `null` while it is open or its hours are not known. */
  readonly opensAt: Date | null;
  /** When it opens next, also while it is open. */
  readonly nextOpensAt: Date | null;
  /** Whether the desk is open now, as far as its hours are known. */
  readonly isOpen: boolean;
  /** Whether a contact for a call back was left. */
  readonly callBack: boolean;
  /** How many persons were called. 0: nobody could be; then the citizen is told when somebody will look. */
  readonly called: number;
  readonly ownerName: string | null;
}

/** One thing said in the talk, as an officer sees it. Identity numbers are masked. */
export interface Entry {
  readonly id: string;
  readonly position: number;
  readonly at: Date;
  readonly speaker: 'citizen' | 'bot' | 'officer';
  /** Of an officer's words. */
  readonly by: string | null;
  readonly text: string;
  /** Told to the citizen for the officer, in words that are not his own. */
  readonly notice?: boolean;
  /** What the bot said, with blocks and sources; `null` for all else. */
  readonly answer: Answer | null;
  readonly pictures: readonly Picture[];
  /** What became of it on its way; `null` where the channel reads it by itself (web). */
  readonly delivery: 'queued' | 'sent' | 'failed' | 'ambiguous' | null;
}

export interface Picture {
  /** Path below the server that a signed-in officer, or the talk's own citizen, may load. */
  readonly url: string;
  readonly alt: string;
}
