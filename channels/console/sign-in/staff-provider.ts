/** The identity provider of staff: what it has to say of somebody who signs in to the console. */
import type { StaffRole, VouchedStaff } from '../../../bot/index.ts';
import { type ClaimSet, type OpenIdProvider, openProvider } from '../../open-id/provider.ts';
import { staffPaths } from './staff-page.ts';

export interface StaffProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  readonly publicUrl: string;
  readonly emailClaim: string;
  /** Takes an address that the provider does not call verified. */
  readonly trustEmail: boolean;
  /** Where its groups stand and what each stands for; `null`: the account's own role holds. */
  readonly roles: { readonly claim: string; readonly map: ReadonlyMap<string, StaffRole> } | null;
}

/** `not-admitted`: his groups stand for no role here. */
export type ProviderStaff = VouchedStaff | 'not-admitted';

export function openStaffProvider(settings: StaffProviderSettings): OpenIdProvider<ProviderStaff> {
  const { publicUrl, issuer, clientId, clientSecret, scope } = settings;
  const redirectUri = `${publicUrl}${staffPaths.providerBack}`;
  return openProvider(
    { issuer, clientId, clientSecret, scope, redirectUri, afterSignOut: `${publicUrl}${staffPaths.signOut}` },
    { isEnough: (claims) => hasAll(claims, settings), read: (claims) => staffOf(claims, settings) },
  );
}

const hasAll = (claims: ClaimSet, { emailClaim, roles }: StaffProviderSettings): boolean =>
  emailClaim in claims && (roles === null || roles.claim in claims);

/** The most that one of his groups stands for. */
const rank: readonly StaffRole[] = ['admin', 'supervisor', 'editor', 'officer'];
/** Ways of proving oneself that are a second factor (RFC 8176). */
const second = ['mfa', 'otp', 'hwk', 'swk', 'fpt', 'face', 'sc'];

function staffOf(claims: ClaimSet, settings: StaffProviderSettings): ProviderStaff {
  const { issuer, emailClaim, trustEmail, roles } = settings;
  const email = claims[emailClaim];
  const isVerified = trustEmail || claims.email_verified === true;
  const groups = roles ? [claims[roles.claim]].flat().map(String) : [];
  const role = rank.find((one) => groups.some((group) => roles?.map.get(group) === one)) ?? null;
  if (roles && role === null) return 'not-admitted';
  return {
    subject: `${issuer} ${String(claims.sub)}`,
    email: typeof email === 'string' && isVerified ? email.trim().toLowerCase() : null,
    role,
    secondFactor: [claims.amr].flat().some((way) => second.includes(String(way))),
  };
}
