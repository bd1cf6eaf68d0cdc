/** The settings of citizens' sign-in: all that it needs, or none. */
import { z } from 'zod';
import type { Secrets } from './secrets.ts';
import { SettingError } from './setting-error.ts';

/** To be spread into the schema of the settings. */
export const signInFields = {
  /** The identity provider (OpenID Connect) for sign-in on the web; without it sign-in is off. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** The claim that holds the 12-digit identity number, and the one that holds the name. */
  OIDC_NUMBER_CLAIM: z.string().default('identity_number'),
  OIDC_NAME_CLAIM: z.string().default('name'),
  OIDC_SCOPE: z.string().default('openid profile'),
};

type SignInFields = z.infer<z.ZodObject<typeof signInFields>> & { readonly PUBLIC_URL?: string | undefined };

/** Half a sign-in would send citizens to nowhere; over an open line their sessions could be read. @throws {SettingError} */
export function refuseHalfSignIn(settings: SignInFields): void {
  const { PUBLIC_URL, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = settings;
  const own = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET };
  if (Object.values(own).every((value) => value === undefined)) return;
  const missing = Object.entries({ ...own, PUBLIC_URL }).filter(([, value]) => value === undefined);
  if (missing.length > 0) {
    const names = missing.map(([name]) => name).join(', ');
    throw new SettingError(
      `Sign-in is half set: set ${names} as well, or unset the other OIDC settings to switch it off.`,
    );
  }
  const open = Object.entries({ OIDC_ISSUER, PUBLIC_URL }).find(([, value]) => value && !isPrivateLine(value));
  if (open) throw new SettingError(`${open[0]} is ${open[1]}: sign-in needs https, except on this very machine.`);
}

const isPrivateLine = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
};

/** What sign-in on the web needs; `null` where it is off. */
export function signInOf(settings: SignInFields, { OIDC_CLIENT_SECRET: clientSecret }: Secrets) {
  const { PUBLIC_URL: publicUrl, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = settings;
  if (!publicUrl || !issuer || !clientId || !clientSecret) return null;
  const { OIDC_NUMBER_CLAIM: numberClaim, OIDC_NAME_CLAIM: nameClaim, OIDC_SCOPE: scope } = settings;
  return { publicUrl, issuer, clientId, clientSecret, numberClaim, nameClaim, scope };
}
