/** Sessions of staff: a token in a cookie, and what forms and calls bring back to show that they are ours. */
import { hashOf, isSame, keyedHash, newToken } from '../identity/secrets.ts';
import type { SignInWay, StaffSession, StaffStore } from '../store/index.ts';

export interface OpenedSession {
  /** For the cookie; it is kept nowhere else. */
  readonly token: string;
  readonly session: StaffSession;
}

export interface StaffSessions {
  /** `null` when the account was closed meanwhile. Always under a new token. */
  open(staffId: string, way: SignInWay, browser: string): Promise<OpenedSession | null>;
  find(token: string, options?: { readonly touch?: boolean; readonly polled?: boolean }): Promise<StaffSession | null>;
  close(token: string): Promise<void>;
  /** What a call that changes something brings: of the session alone, so that another's is of no use. */
  csrfOf(token: string): string;
  isCsrf(token: string, given: string): boolean;
}

/** @param secretKey the program's own key: copies that share it take each other's sessions. */
export function createStaffSessions(store: StaffStore, secretKey: Buffer): StaffSessions {
  const csrfOf = (token: string) => keyedHash(secretKey, 'staff csrf', token).toString('base64url');
  return {
    async open(staffId, way, browser) {
      const token = newToken();
      const session = await store.signIn.openSession({ staffId, tokenHash: hashOf(token), way, browser });
      return session && { token, session };
    },
    find: (token, options) => store.signIn.findSession(hashOf(token), options),
    close: (token) => store.signIn.endSession(hashOf(token)),
    csrfOf,
    isCsrf: (token, given) => isSame(hashOf(csrfOf(token)), hashOf(given)),
  };
}
