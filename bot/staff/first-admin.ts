/** The first admin: made by whoever holds the server, by a link that serves once. There is no password to begin with. */
import { fold } from '../../retrieval/index.ts';
import type { StaffStore } from '../store/index.ts';
import { linkSeconds, newLinkToken } from './staff-links.ts';

export interface FirstAdmin {
  readonly name: string;
  /** Commune of five digits or province of two. */
  readonly unit: string;
  readonly login?: string;
  /** There is one already, and nobody can sign in as him: why another is made, for the audit log. */
  readonly again?: string;
}

export type FirstAdminOutcome =
  | { readonly kind: 'made'; readonly token: string; readonly login: string }
  /** An admin can sign in: he invites others. */
  | { readonly kind: 'exists' };

/** `Vàng Thị Mỷ` → `vang-thi-my`. */
export const loginOf = (name: string): string =>
  fold(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** @throws {@link StoreInputError} `taken` when another account has the sign-in name. */
export async function makeFirstAdmin(store: StaffStore, admin: FirstAdmin): Promise<FirstAdminOutcome> {
  const { name, unit, again } = admin;
  const exists = (await store.accounts.admins()) > 0;
  if (exists && again === undefined) return { kind: 'exists' };
  const login = (admin.login ?? loginOf(name)).toLowerCase();
  const by = 'command';
  // A link that was lost is made anew for the account that waits for it.
  const waiting = (await store.accounts.list()).find((one) => one.login === login && one.role === 'admin');
  const account = { name, login, unit, email: null, role: 'admin' as const, skills: [], desk: null };
  const staffId = waiting?.active ? waiting.id : await store.accounts.add({ ...account, by });
  const { token, tokenHash } = newLinkToken();
  const why = exists && again !== undefined ? { again: true, reason: again } : {};
  await store.accounts.addLink({ staffId, kind: 'first-admin', tokenHash, seconds: linkSeconds, by, ...why });
  return { kind: 'made', token, login };
}

/** For somebody whose phone is gone and whom no admin can help. `null`: he has no password, so he is invited anew. */
export async function renewSecondFactorLink(
  store: StaffStore,
  staffId: string,
  reason: string,
): Promise<string | null> {
  const by = 'command';
  if (!(await store.accounts.resetSecondFactor(staffId, by))) return null;
  const { token, tokenHash } = newLinkToken();
  const link = { staffId, kind: 'second-factor' as const, tokenHash, seconds: linkSeconds, by };
  await store.accounts.addLink({ ...link, reason });
  return token;
}
