/** What the store keeps of who asks: sessions, sign-ins under way, tries, links of accounts. */
import type { ThreadKey } from './store.ts';

export interface NewSession {
  /** Keyed hash of the 12-digit number: whose session it is. */
  readonly personKey: Buffer;
  readonly tokenHash: Buffer;
  /** Sealed while the sign-in lasts, to be taken out of what goes to a language model. */
  readonly name?: string;
  readonly nameMasked: string;
  /** For the provider's sign-out; sealed in the store. */
  readonly idToken: string | null;
  /** The anonymous talk of this browser, to be merged into the person's; `null` when there was none. */
  readonly from: ThreadKey | null;
}

/** A session that lasts now. */
export interface LiveSession {
  readonly id: string;
  readonly citizenId: string;
  readonly nameMasked: string;
  /** When it ends unless something is asked before; by the database's clock. */
  readonly endsAt: Date;
}

export interface Login {
  readonly stateHash: Buffer;
  readonly browserHash: Buffer;
  readonly returnTo: string;
}

/** A name for what is counted, and who or what: a keyed hash, so that the table names nobody. */
export interface TryKey {
  readonly kind: 'person' | 'code' | 'address';
  readonly key: Buffer;
  /** Seconds to wait after the nth wrong try, the last for all further ones. */
  readonly waits: readonly number[];
}

export interface TryState {
  /** Wrong tries since the last success or the last quiet week. */
  readonly count: number;
  /** Until when every further try is refused; `null` when none is. */
  readonly waitUntil: Date | null;
}

export interface TryFigure {
  readonly kind: string;
  /** Persons, codes or addresses with wrong tries. */
  readonly counted: number;
  readonly tries: number;
  /** Of those, how many have to wait now. */
  readonly waiting: number;
  readonly lastAt: Date;
}

export interface ChannelLink {
  readonly id: string;
  readonly channel: string;
  readonly linkedAt: Date;
}

/** What a second factor is made from. */
export interface ProvableDossier {
  readonly id: string;
  readonly code: string;
  /** As on file; `null` when none is. */
  readonly phone: string | null;
  /** Keyed hash of the last six digits and the day of birth; `null` when the source does not tell both. */
  readonly factsHash: Buffer | null;
}

/** A question that waits for a secret. `dossierId` is `null` for one that no answer meets. */
export interface Challenge {
  readonly stage: 'code' | 'sent' | 'facts';
  readonly dossierId: string | null;
  readonly codeKey: Buffer | null;
  readonly answerHash: Buffer | null;
  readonly tries: number;
}

/** Every method is one short transaction. */
export interface IdentityStore {
  /** Opens a session of the person, whose citizen is made when he comes for the first time. */
  openSession(session: NewSession): Promise<LiveSession>;
  /** `null` when there is none or it is over. `touch`: something was asked, so it lasts on. */
  findSession(tokenHash: Buffer, options?: { readonly touch?: boolean }): Promise<LiveSession | null>;
  /** Whether a session lasts, by its id: for what was opened under it and is still open. */
  isSessionLive(id: string): Promise<boolean>;
  /** Ends it; resolves with the ID token kept for the provider's sign-out, `null` for none. */
  endSession(tokenHash: Buffer): Promise<string | null>;
  /** Merges an anonymous talk into the session's citizen; does nothing for one that is somebody's already. */
  adoptConversation(from: ThreadKey, sessionId: string): Promise<void>;
  keepLogin(login: Login): Promise<void>;
  /** Takes it out: a state serves once, in the browser that it was made for, for ten minutes. */
  takeLogin(login: Omit<Login, 'returnTo'>): Promise<Pick<Login, 'returnTo'> | null>;
  /** How each stands, without counting. */
  readTries(keys: readonly TryKey[]): Promise<TryState>;
  /** Counts a wrong try on each, and tells the audit log at what. */
  countTries(keys: readonly TryKey[], what: string): Promise<TryState>;
  /** How many wrong tries there were in the last week, by what they are counted by: for an admin, who sees no person. */
  tryFigures(): Promise<readonly TryFigure[]>;
  /** Takes so many tries back. */
  forgiveTries(keys: readonly TryKey[], by: number): Promise<void>;
  /** Whether there is any dossier that could be proven: by a code that is sent, or by facts. */
  hasProvable(by: 'sent' | 'facts'): Promise<boolean>;
  /** Dossiers whose code has these digits, three at most: nothing of them is told to anybody. */
  findProvable(digits: string): Promise<readonly ProvableDossier[]>;
  /** Whether the citizen may see a dossier of this code already; the database's rows decide. */
  seesDossier(citizenId: string, code: string): Promise<boolean>;
  /** Asks the citizen something; what was asked before is dropped. */
  keepChallenge(
    challenge: Omit<Challenge, 'tries'> & { readonly citizenId: string; readonly seconds: number },
  ): Promise<void>;
  /** What is asked of him now; `null` for nothing, and after its time. */
  readChallenge(citizenId: string): Promise<Challenge | null>;
  /** Counts a wrong answer to it; it is dropped at the `most`-th. Resolves with how many may still come. */
  missChallenge(citizenId: string, most: number): Promise<number>;
  dropChallenge(citizenId: string): Promise<void>;
  /** Lets the citizen see the dossier, as far as a second factor lets, for this long; drops what was asked. */
  grantProof(proof: {
    readonly citizenId: string;
    readonly dossierId: string;
    readonly seconds: number;
  }): Promise<void>;
  /** Keeps a code that binds an account of another channel; one of a person at a time. */
  keepLinkCode(code: {
    readonly citizenId: string;
    readonly codeHash: Buffer;
    readonly seconds: number;
  }): Promise<void>;
  /** Binds the account to whoever the code belongs to: from the next message on. `false` when the code does not hold. */
  linkAccount(account: ThreadKey, codeHash: Buffer): Promise<boolean>;
  links(citizenId: string): Promise<readonly ChannelLink[]>;
  /** The account is anonymous again, and its talk is found by no door. `false` when it was not linked. */
  unlinkAccount(account: ThreadKey): Promise<boolean>;
  unlink(citizenId: string, linkId: string): Promise<boolean>;
}
