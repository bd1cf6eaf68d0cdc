/** What the store keeps of staff. Every change is in the audit log, in the transaction that makes it. */
import type { Presence, StaffCall, StaffMember, StaffRole } from '../../staff/staff.ts';
import type { TryState } from '../identity-store.ts';

/** How somebody proved who he is: `+code` with an authenticator's code, `recovery` with one of the printed codes. */
export type SignInWay = 'password' | 'password+code' | 'oidc' | 'oidc+code' | 'recovery';

export interface StaffAccount extends StaffMember {
  /** What he types to sign in, in small letters. */
  readonly login: string;
  readonly email: string | null;
  readonly active: boolean;
}

/** As an admin sees it in the list. */
export interface ListedStaff extends StaffAccount {
  readonly hasPassword: boolean;
  readonly hasCode: boolean;
  readonly signedInAt: Date | null;
  readonly presence: Presence;
}

export interface StaffAccess extends StaffAccount {
  /** `null` while the account was not activated. */
  readonly passwordHash: string | null;
  readonly hasCode: boolean;
  /** A second factor may be set up now with what was proved before. */
  readonly mayEnrol: boolean;
}

export interface StaffSession {
  readonly id: string;
  readonly member: StaffMember;
  readonly way: SignInWay;
  /** When it ends unless he does something before; by the database's clock. */
  readonly endsAt: Date;
}

export interface ListedSession {
  readonly id: string;
  readonly way: SignInWay;
  /** As the browser names itself, shortened. */
  readonly browser: string;
  readonly beganAt: Date;
  readonly seenAt: Date;
}

export interface SignInStep {
  readonly tokenHash: Buffer;
  readonly browserHash: Buffer;
  readonly stage: 'oidc' | 'code' | 'enrol';
  /** `null` while it is not known who comes back. */
  readonly staffId: string | null;
  readonly way: SignInWay | null;
  /** Secret of an authenticator that is being set up. */
  readonly totpSecret: string | null;
  readonly returnTo: string;
}

export type StaffLinkKind = 'first-admin' | 'activate' | 'second-factor';

export interface StaffLink {
  readonly kind: StaffLinkKind;
  readonly account: StaffAccount;
}

/** What tries are counted by. */
export interface StaffTryKey {
  readonly kind: 'staff' | 'staff-address' | 'staff-device' | 'staff-code';
  readonly key: Buffer;
  /** Seconds to wait after the nth try that was not forgiven, the last for all further ones. */
  readonly waits: readonly number[];
}

export interface StaffSignInStore {
  findByLogin(login: string): Promise<StaffAccess | null>;
  findById(staffId: string): Promise<StaffAccess | null>;
  /** By the subject; else by the e-mail address of one that has no subject yet, which is then bound to it. Active ones alone. */
  findBySubject(subject: string, email: string | null): Promise<StaffAccess | null>;
  /** Takes the place of the one before, while that is still `before`. */
  keepPassword(staffId: string, passwordHash: string, before: string): Promise<boolean>;
  /** By the identity provider's word; also in the audit log. */
  setRole(staffId: string, role: StaffRole): Promise<void>;
  /** `null` when the account was closed meanwhile. */
  openSession(session: {
    readonly staffId: string;
    readonly tokenHash: Buffer;
    readonly way: SignInWay;
    readonly browser: string;
  }): Promise<StaffSession | null>;
  /**
   * `null` for one that is over or whose account is closed. `touch`: the person did something, so it lasts on.
   * `polled`: his console asked, so he is seen.
   */
  findSession(
    tokenHash: Buffer,
    options?: { readonly touch?: boolean; readonly polled?: boolean },
  ): Promise<StaffSession | null>;
  endSession(tokenHash: Buffer): Promise<void>;
  /** Keeps what a half-done sign-in has proved, for ten minutes. */
  keepStep(step: SignInStep): Promise<void>;
  /** Reads it; `take` removes it too, so that it serves once. `null`: none of this browser. */
  readStep(
    key: Pick<SignInStep, 'tokenHash' | 'browserHash' | 'stage'>,
    options?: { readonly take?: boolean },
  ): Promise<SignInStep | null>;
  totpSecret(staffId: string): Promise<string | null>;
  /** `false` when a code of this half minute or a later one was used before. */
  useTotpStep(staffId: string, step: number): Promise<boolean>;
  /** `null` when there is no such code left; else how many are left. */
  useRecovery(staffId: string, codeHash: Buffer): Promise<number | null>;
  /** Sets the authenticator and new recovery codes; all earlier ones are void. `false` when the time for it is over. */
  keepTotp(totp: {
    readonly staffId: string;
    readonly secret: string;
    readonly step: number;
    readonly recoveryHashes: readonly Buffer[];
  }): Promise<boolean>;
  /** Somebody whom the identity provider vouches for, and who has no second factor yet, may set one up now. */
  allowEnrolment(staffId: string, seconds: number): Promise<void>;
  /** Its owner, who has proved himself anew, may set another one up; until then the one before holds. */
  openOwnEnrolment(staffId: string, seconds: number): Promise<void>;
  /** Shows whom a link is for and uses nothing up. `null`: used, too old, or there is an admin already. */
  findLink(tokenHash: Buffer): Promise<StaffLink | null>;
  /** Uses the link up: sets the password, ends all sessions. `false` when another was quicker, or it is over. */
  activate(link: {
    readonly tokenHash: Buffer;
    readonly passwordHash: string;
    readonly seconds: number;
  }): Promise<boolean>;
  /** Uses a link for the second factor up. */
  openEnrolment(link: { readonly tokenHash: Buffer; readonly seconds: number }): Promise<boolean>;
  /** Counts a try before it is made, all keys or none; with `waitUntil` it must not be made. */
  takeTry(keys: readonly StaffTryKey[]): Promise<TryState>;
  /** It was right: takes this one back, or with `all` every one before it too. */
  forgiveTry(keys: readonly StaffTryKey[], how: 'one' | 'all'): Promise<void>;
  /** Writes down that a sign-in was refused. @param staffId `null` for a name that nobody has. */
  refused(staffId: string | null, why: 'password' | 'code' | 'locked' | 'oidc', count: number): Promise<void>;
}

export interface NewStaff extends Omit<StaffAccount, 'id' | 'active'> {
  /** Who makes it: `staff:<id>` or `command`. */
  readonly by: string;
}

export interface StaffChange {
  readonly role?: StaffRole;
  readonly unit?: string;
  readonly skills?: readonly string[];
  readonly desk?: string | null;
  readonly name?: string;
  readonly email?: string | null;
}

export interface StaffAccountStore {
  /** @throws {@link StoreInputError} `taken` when the login or the e-mail address is another's. */
  add(staff: NewStaff): Promise<string>;
  find(staffId: string): Promise<ListedStaff | null>;
  list(): Promise<readonly ListedStaff[]>;
  /** Who can sign in as admin now. */
  admins(): Promise<number>;
  /** `last-admin`: refused, since nobody could make accounts any more. */
  change(staffId: string, change: StaffChange, by: string): Promise<'changed' | 'unknown' | 'last-admin'>;
  /** Closes or opens the account; closing ends its sessions at once, and nobody calls it any more. */
  setActive(staffId: string, active: boolean, by: string): Promise<'changed' | 'unknown' | 'last-admin'>;
  /** A link that serves once; the ones before are void. */
  addLink(link: {
    readonly staffId: string;
    readonly kind: StaffLinkKind;
    readonly tokenHash: Buffer;
    readonly seconds: number;
    readonly by: string;
    readonly again?: boolean;
    readonly reason?: string;
  }): Promise<void>;
  /** Forgets authenticator and recovery codes, and ends all sessions. `false`: no such account. */
  resetSecondFactor(staffId: string, by: string): Promise<boolean>;
  sessions(staffId: string): Promise<readonly ListedSession[]>;
  /** Ends one, or all but `keep`. Resolves with how many. */
  endSessions(staffId: string, which: { readonly id?: string; readonly keep?: string }, by: string): Promise<number>;
  /** Lifts the waits of these keys. */
  unlock(staffId: string, keys: readonly Pick<StaffTryKey, 'kind' | 'key'>[], by: string): Promise<void>;
}

export interface StaffPresence {
  readonly member: StaffMember;
  readonly presence: Presence;
  readonly reason: string | null;
}

export interface StaffPresenceStore {
  set(staffId: string, sessionId: string, presence: Presence, reason: string | null): Promise<Presence>;
  of(staffId: string): Promise<{ readonly presence: Presence; readonly reason: string | null }>;
  /** All that are active, of one unit or of all. */
  list(unit?: string | null): Promise<readonly StaffPresence[]>;
}

export interface PushSubscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** A call that this copy of the program holds until its lease ends. */
export interface QueuedCall {
  readonly id: string;
  readonly staffId: string;
  readonly kind: StaffCall['kind'];
  readonly handOffId: string;
  readonly code: string;
  readonly to:
    | { readonly way: 'push'; readonly pushId: string; readonly subscription: PushSubscription }
    | { readonly way: 'account'; readonly channel: string; readonly account: string }
    /** The phone was removed meanwhile. */
    | { readonly way: 'gone' };
  /** Counts from 1. */
  readonly attempt: number;
  readonly fence: number;
}

export type CallSettlement =
  | { readonly state: 'sent' }
  | { readonly state: 'failed' | 'ambiguous'; readonly reason: string; readonly removePhone?: boolean }
  | { readonly state: 'later'; readonly at: Date; readonly reason: string };

export interface StaffCallStore {
  /** Queues one for each phone of those who are called; resolves with how many persons can be reached at all. */
  queue(call: StaffCall, until: Date): Promise<number>;
  claim(options: {
    readonly now: Date;
    readonly leaseMs: number;
    readonly ways: readonly string[];
  }): Promise<QueuedCall | null>;
  settle(call: Pick<QueuedCall, 'id' | 'fence'>, settlement: CallSettlement, now: Date): Promise<boolean>;
  /** Those whose holder died are queued again, a few times; then they are ambiguous. Resolves with their number. */
  markLost(now: Date): Promise<number>;
  counts(): Promise<readonly { readonly state: string; readonly count: number }[]>;
  subscribe(staffId: string, subscription: PushSubscription): Promise<void>;
  unsubscribe(staffId: string, endpoint: string): Promise<void>;
  phones(staffId: string): Promise<{ readonly push: number; readonly channels: readonly string[] }>;
  keepAccountCode(staffId: string, codeHash: Buffer, seconds: number): Promise<void>;
  /** Binds an account of a channel to whoever the code belongs to; resolves with his id, `null` for a wrong code. */
  linkAccount(channel: string, account: string, codeHash: Buffer): Promise<string | null>;
  unlinkAccount(staffId: string, channel: string): Promise<void>;
}

export interface StaffStore {
  readonly signIn: StaffSignInStore;
  readonly accounts: StaffAccountStore;
  readonly presence: StaffPresenceStore;
  readonly calls: StaffCallStore;
}
