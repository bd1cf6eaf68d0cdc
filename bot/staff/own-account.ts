/** What staff do about their own accounts: password, sessions, authenticator, phone. */
import { randomInt } from 'node:crypto';
import { keyedHash } from '../identity/secrets.ts';
import type { ListedSession, StaffStore } from '../store/index.ts';
import { type PasswordFault, passwordFault } from './check-password.ts';
import type { PasswordHashing } from './hash-password.ts';
import type { FromBrowser, SignInOutcome, StaffSignIn } from './sign-in-staff.ts';
import type { StaffTries } from './staff-tries.ts';

export type OwnAccountOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'fault'; readonly fault: PasswordFault }
  /** The present password was wrong. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly until: Date };

export interface OwnAccount {
  /** All other sessions end with it. */
  changePassword(
    who: { readonly staffId: string; readonly sessionId: string },
    typed: { readonly current: string; readonly next: string },
    from: FromBrowser,
  ): Promise<OwnAccountOutcome>;
  /** Sets an authenticator up, or another in the place of the one before. */
  beginEnrolment(staffId: string, password: string, from: FromBrowser): Promise<SignInOutcome>;
  sessions(staffId: string): Promise<readonly ListedSession[]>;
  endSession(staffId: string, sessionId: string): Promise<void>;
  hasCode(staffId: string): Promise<boolean>;
  phones(staffId: string): ReturnType<StaffStore['calls']['phones']>;
  /** Eight digits to be sent from the account that shall be called; ten minutes, once. */
  newPhoneCode(staffId: string): Promise<string>;
  /** Binds the account to whoever the code belongs to; `false` when it does not hold. For the channel that got the code. */
  linkPhone(account: { readonly channel: string; readonly account: string }, code: string): Promise<boolean>;
  unlinkPhone(staffId: string, channel: string): Promise<void>;
}

export interface OwnAccountParts {
  readonly store: StaffStore;
  readonly secretKey: Buffer;
  readonly hashing: PasswordHashing;
  readonly tries: StaffTries;
  readonly signIn: StaffSignIn;
}

export const phoneCodeSeconds = 600;
const digits = 8;

export function createOwnAccount(parts: OwnAccountParts): OwnAccount {
  const { store, secretKey, hashing, signIn } = parts;
  const codeHash = (code: string) => keyedHash(secretKey, 'staff phone code', code.replace(/\D/g, ''));
  return {
    async changePassword({ staffId, sessionId }, { current, next }, from) {
      const proved = await provePassword(parts, staffId, current, from);
      if (proved.kind !== 'proved') return proved;
      const fault = passwordFault(next, [proved.name, proved.login]);
      if (fault) return { kind: 'fault', fault };
      await store.signIn.keepPassword(staffId, await hashing.hash(next), proved.passwordHash);
      await store.accounts.endSessions(staffId, { keep: sessionId }, `staff:${staffId}`);
      return { kind: 'done' };
    },
    async beginEnrolment(staffId, password, from) {
      const proved = await provePassword(parts, staffId, password, from);
      if (proved.kind !== 'proved') return proved;
      await store.signIn.openOwnEnrolment(staffId, phoneCodeSeconds);
      return signIn.beginEnrolment(staffId, 'password', from);
    },
    sessions: (staffId) => store.accounts.sessions(staffId),
    endSession: async (staffId, id) => void (await store.accounts.endSessions(staffId, { id }, `staff:${staffId}`)),
    hasCode: async (staffId) => (await store.signIn.findById(staffId))?.hasCode ?? false,
    phones: (staffId) => store.calls.phones(staffId),
    async newPhoneCode(staffId) {
      const code = String(randomInt(10 ** digits)).padStart(digits, '0');
      await store.calls.keepAccountCode(staffId, codeHash(code), phoneCodeSeconds);
      return code;
    },
    linkPhone: async ({ channel, account }, code) =>
      (await store.calls.linkAccount(channel, account, codeHash(code))) !== null,
    unlinkPhone: (staffId, channel) => store.calls.unlinkAccount(staffId, channel),
  };
}

type Proof =
  | { readonly kind: 'proved'; readonly name: string; readonly login: string; readonly passwordHash: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly until: Date };

/** Whoever sits down at an open console does not know the password. */
async function provePassword(
  { store, tries, hashing }: OwnAccountParts,
  staffId: string,
  password: string,
  from: FromBrowser,
): Promise<Proof> {
  const found = await store.signIn.findById(staffId);
  if (!found?.passwordHash) return { kind: 'wrong' };
  const keys = tries.passwordKeys(found.login, from);
  const { waitUntil, count } = await store.signIn.takeTry(keys);
  if (waitUntil) return { kind: 'wait', until: waitUntil };
  const { name, login, passwordHash } = found;
  if (await hashing.verify(password, passwordHash)) {
    await store.signIn.forgiveTry(keys, 'all');
    return { kind: 'proved', name, login, passwordHash };
  }
  await store.signIn.refused(staffId, 'password', count);
  return { kind: 'wrong' };
}
