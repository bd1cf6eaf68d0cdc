/** The identity provider of citizens: what it has to say of somebody who signs in on the web. */
import type { Person } from '../../../bot/index.ts';
import { type ClaimSet, type OpenIdProvider, openProvider as openOpenId, SignInError } from '../../open-id/provider.ts';

export { SignInError } from '../../open-id/provider.ts';

export interface ProviderSettings {
  /** As in the provider's own metadata; https, or http on this machine for tests. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that holds the 12-digit identity number, in the ID token or in the user info. */
  readonly numberClaim: string;
  readonly nameClaim: string;
  readonly scope: string;
  /** Our own address as browsers know it, without a path. */
  readonly publicUrl: string;
}

export type Provider = OpenIdProvider<Person>;

export const callbackPath = '/dang-nhap/ve';

export function openProvider(settings: ProviderSettings): Provider {
  const { publicUrl, ...own } = settings;
  const addresses = { redirectUri: `${publicUrl}${callbackPath}`, afterSignOut: `${publicUrl}/` };
  return openOpenId(
    { ...own, ...addresses },
    {
      isEnough: (claims) => numberIn(claims, settings) !== null,
      read: (claims, idToken) => personOf(claims, settings, idToken),
    },
  );
}

function numberIn(claims: ClaimSet, { numberClaim }: ProviderSettings): string | null {
  const value = claims[numberClaim];
  return typeof value === 'string' && /^\d{12}$/.test(value) ? value : null;
}

function personOf(claims: ClaimSet, settings: ProviderSettings, idToken: string | null): Person {
  const number = numberIn(claims, settings);
  const name = claims[settings.nameClaim];
  if (number) return { number, name: typeof name === 'string' ? name : '', idToken };
  throw new SignInError(
    'no-number',
    `The provider sent no 12-digit number in the claim ${settings.numberClaim}. Ask it to release that claim, or set OIDC_NUMBER_CLAIM and OIDC_SCOPE.`,
  );
}
