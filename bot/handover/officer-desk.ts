/** The officer's side of hand-off: what the console may do. Every method checks the member's rights and writes the audit log. */
import type { StaffMember } from '../staff/staff.ts';
import type { Closing, Entry, HandOff } from './hand-off.ts';

/**
 * What the console was refused, by a code it can act on: `taken` by another (`by` names him), `lost` (the claim is over),
 * `unknown` (not in his unit, a denunciation of another desk, or no such thing: always the same), `forbidden` for his role,
 * `bad-input`.
 */
export { HandOffError as OfficerDeskError, type HandOffErrorCode as OfficerDeskErrorCode } from '../store/index.ts';

export interface InboxFilter {
  readonly list: 'mine' | 'waiting' | 'all';
  readonly channel?: string;
  readonly field?: string;
  readonly unit?: string;
  readonly label?: string;
  readonly state?: string;
  /** From the last item of the page before. */
  readonly after?: string;
  readonly limit?: number;
}

export interface InboxPage {
  readonly items: readonly HandOff[];
  readonly next: string | null;
  readonly counts: { readonly mine: number; readonly waiting: number; readonly callBack: number };
}

/** Proof of ownership: every word to the citizen carries it. */
export interface Claim {
  readonly handOffId: string;
  readonly fence: number;
  readonly leaseUntil: Date;
}

export interface Talk {
  readonly handOff: HandOff;
  readonly entries: readonly Entry[];
  readonly last: number;
  readonly notes: readonly { readonly id: string; readonly by: string; readonly at: Date; readonly text: string }[];
  /** Name from the sign-in, where the citizen agreed; else `null`. */
  readonly citizenName: string | null;
  /** Masked contact for a call back; the whole only by `revealContact`, which is in the audit log. */
  readonly contactMasked: string | null;
}

export interface OfficerDesk {
  inbox(member: StaffMember, filter: InboxFilter): Promise<InboxPage>;
  /** Reading is written down. */
  talk(member: StaffMember, handOffId: string, after?: number): Promise<Talk>;
  /** Takes it over: from the queue, or from the bot in a talk of his unit ("stepped-in"). @throws `taken`. */
  claim(member: StaffMember, handOffId: string): Promise<Claim>;
  /** The browser says every 20 s that it is there; a lease lasts 60 s. After that others may take it, and a citizen who waits longer than the reply limit goes to the queue's front. */
  keep(member: StaffMember, claim: Pick<Claim, 'handOffId' | 'fence'>): Promise<Claim>;
  /** The same key is said once. */
  say(
    member: StaffMember,
    claim: Pick<Claim, 'handOffId' | 'fence'>,
    words: { readonly key: string; readonly text: string; readonly pictureIds?: readonly string[] },
  ): Promise<Entry>;
  /** A typing sign to the citizen. @throws `lost`. */
  typing(member: StaffMember, claim: Pick<Claim, 'handOffId' | 'fence'>): Promise<void>;
  note(member: StaffMember, handOffId: string, text: string): Promise<void>;
  label(member: StaffMember, handOffId: string, labels: readonly string[]): Promise<void>;
  transfer(
    member: StaffMember,
    claim: Pick<Claim, 'handOffId' | 'fence'>,
    to: { readonly staffId: string } | { readonly desk: string } | { readonly unit: string },
    note: string,
  ): Promise<void>;
  /** `returned`: the bot speaks again and knows what was said. `finished`: over, the rating is asked for. */
  end(
    member: StaffMember,
    claim: Pick<Claim, 'handOffId' | 'fence'>,
    as: Extract<Closing, 'returned' | 'finished'>,
  ): Promise<void>;
  /** Plain text, masked; the audit log keeps that it was taken. */
  transcript(member: StaffMember, handOffId: string): Promise<string>;
  revealContact(member: StaffMember, handOffId: string, reason: string): Promise<string>;
  /** Keeps a picture until it is sent with words; its bytes were checked by the caller. */
  keepPicture(
    member: StaffMember,
    picture: { readonly type: 'image/png' | 'image/jpeg'; readonly bytes: Buffer; readonly alt: string },
  ): Promise<{ readonly id: string; readonly url: string }>;
  /** Colleagues of the unit whom a talk can be transferred to, with their presence. */
  colleagues(member: StaffMember): Promise<readonly { readonly member: StaffMember; readonly presence: string }[]>;
  /** What a citizen types, in a talk that an officer owns: kept nowhere. `text` is null where he writes by another copy of the program. */
  onTyping(listener: (typing: { readonly handOffId: string; readonly text: string | null }) => void): () => void;
  /** A hint that something of this unit has changed, by the hand-off's id; may be missed. Returns how to stop. */
  onChange(listener: (change: { readonly handOffId: string; readonly unit: string | null }) => void): () => void;
}
