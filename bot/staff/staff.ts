/** Who works behind the console: officers (cán bộ) and what they are. Accounts, sessions and the rights table are beside it. */

/** Least first. A supervisor may all that an officer may; an editor sees no talk; an admin makes accounts and turns switches. */
export const staffRoles = ['officer', 'editor', 'supervisor', 'admin'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Somebody whose sign-in was checked. */
export interface StaffMember {
  readonly id: string;
  /** As citizens hear it: "Lan", "Nguyễn Thị Lan". */
  readonly name: string;
  readonly role: StaffRole;
  /** Code of the commune he works for, five digits; of a whole province, two: then he sees all its communes. */
  readonly unit: string;
  /** Fields (lĩnh vực) he answers for, as guides name them; [] means all. */
  readonly skills: readonly string[];
  /** The desk he sits at, as the unit's file names it: "Tiếp công dân", "Hộ tịch"; `null` when none was named. */
  readonly desk: string | null;
}

export const presences = ['available', 'away', 'offline'] as const;
export type Presence = (typeof presences)[number];

/** Why staff is called: never with a citizen's words, name or number. */
export type StaffCallKind =
  | 'new-hand-off'
  | 'citizen-wrote'
  | 'overdue'
  | 'emergency'
  | 'transferred'
  | 'call-back-due';

export interface StaffCall {
  readonly kind: StaffCallKind;
  readonly handOffId: string;
  /** Short code of the hand-off: all that a phone's lock screen may show beside the kind. */
  readonly code: string;
  /** Who is called. */
  readonly staffIds: readonly string[];
  /** The same key calls nobody twice. */
  readonly key: string;
}

/** Calls staff on their own phones: web push, a message of the Zalo bot. Kept in the store first, sent by a job. */
export interface StaffCaller {
  /** Resolves with how many persons have at least one way to be called (a phone subscribed, or a console open now). */
  call(call: StaffCall): Promise<number>;
}
