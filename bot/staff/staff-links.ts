/** One-time links of staff: the first admin's, invitations, a second factor set anew. A link is looked at as often as one likes and serves once. */
import { hashOf, newToken } from '../identity/secrets.ts';
import type { StaffAccount, StaffStore } from '../store/index.ts';
import { type PasswordFault, passwordFault } from './check-password.ts';
import type { PasswordHashing } from './hash-password.ts';
import type { FromBrowser, SignInOutcome, StaffSignIn } from './sign-in-staff.ts';
import type { StaffTries } from './staff-tries.ts';

export const linkSeconds = 24 * 60 * 60;

export interface StaffLinks {
  /** `null`: used, over a day old, or a first admin's while there is one. */
  find(token: string): Promise<{ readonly kind: 'password' | 'second-factor'; readonly account: StaffAccount } | null>;
  /** Sets the password, and goes on as a sign-in. A `fault` uses nothing up. */
  setPassword(
    token: string,
    password: string,
    from: FromBrowser,
  ): Promise<SignInOutcome | { readonly kind: 'fault'; readonly fault: PasswordFault }>;
  /** Begins to set an authenticator up anew, for whoever knows the password too. */
  renewSecondFactor(token: string, password: string, from: FromBrowser): Promise<SignInOutcome>;
}

export interface StaffLinkParts {
  readonly store: StaffStore;
  readonly hashing: PasswordHashing;
  readonly tries: StaffTries;
  readonly signIn: StaffSignIn;
}

export function createStaffLinks({ store, hashing, tries, signIn }: StaffLinkParts): StaffLinks {
  const find: StaffLinks['find'] = async (token) => {
    const link = await store.signIn.findLink(hashOf(token));
    return link && { kind: link.kind === 'second-factor' ? 'second-factor' : 'password', account: link.account };
  };
  return {
    find,
    async setPassword(token, password, from) {
      const link = await find(token);
      if (link?.kind !== 'password') return { kind: 'stale' };
      const fault = passwordFault(password, [link.account.name, link.account.login]);
      if (fault) return { kind: 'fault', fault };
      const passwordHash = await hashing.hash(password);
      if (!(await store.signIn.activate({ tokenHash: hashOf(token), passwordHash, seconds: linkSeconds })))
        return { kind: 'stale' };
      return signIn.afterPassword(link.account.id, '/console', from);
    },
    async renewSecondFactor(token, password, from) {
      const link = await find(token);
      if (link?.kind !== 'second-factor') return { kind: 'stale' };
      const keys = tries.passwordKeys(link.account.login, from);
      const { waitUntil, count } = await store.signIn.takeTry(keys);
      if (waitUntil) return { kind: 'wait', until: waitUntil };
      const found = await store.signIn.findById(link.account.id);
      if (!(await hashing.verify(password, found?.passwordHash ?? null))) {
        await store.signIn.refused(link.account.id, 'password', count);
        return { kind: 'wrong' };
      }
      await store.signIn.forgiveTry(keys, 'all');
      if (!(await store.signIn.openEnrolment({ tokenHash: hashOf(token), seconds: linkSeconds })))
        return { kind: 'stale' };
      return signIn.beginEnrolment(link.account.id, 'password', from);
    },
  };
}

/** A token and what is kept of it. */
export const newLinkToken = (): { readonly token: string; readonly tokenHash: Buffer } => {
  const token = newToken();
  return { token, tokenHash: hashOf(token) };
};
