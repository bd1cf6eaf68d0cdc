/** The settings of staff: second factors, their identity provider, web push. */
import { z } from 'zod';
import { type StaffRole, staffRoles } from './bot/index.ts';
import type { Secrets } from './secrets.ts';

/** `can-bo=officer,lanh-dao=supervisor`: what the provider calls a group, and the role it stands for. */
function rolesIn(list: string, context: z.RefinementCtx): ReadonlyMap<string, StaffRole> {
  const pairs = list.split(',').map((entry) => entry.trim().split('='));
  const roles = new Map<string, StaffRole>();
  for (const [group = '', role = ''] of pairs.filter(([group]) => group)) {
    if (!staffRoles.some((known) => known === role))
      context.addIssue(`${group}=${role}: the role must be one of ${staffRoles.join(', ')}`);
    roles.set(group, role as StaffRole);
  }
  return roles;
}

const yesOrNo = (byDefault: 'yes' | 'no') => z.enum(['yes', 'no']).default(byDefault);

/** To be spread into the schema of the settings. */
export const staffSettings = {
  /** Officers need an authenticator too; supervisors, editors and admins always do. */
  STAFF_OFFICERS_NEED_CODE: yesOrNo('no'),
  /** The identity provider (OpenID Connect) of staff; without it there are local accounts alone. */
  STAFF_OIDC_ISSUER: z.url().optional(),
  STAFF_OIDC_CLIENT_ID: z.string().optional(),
  STAFF_OIDC_CLIENT_SECRET: z.string().optional(),
  STAFF_OIDC_SCOPE: z.string().default('openid profile email'),
  /** The claim that holds the e-mail address an account is known by at its first sign-in. */
  STAFF_OIDC_EMAIL_CLAIM: z.string().default('email'),
  /** Takes an address without `email_verified`: only where the provider gives nobody an address of his own choice. */
  STAFF_OIDC_TRUST_EMAIL: yesOrNo('no'),
  /** The claim that holds the groups, and which role each stands for; without them the account's own role holds. */
  STAFF_OIDC_ROLE_CLAIM: z.string().optional(),
  STAFF_OIDC_ROLES: z.string().default('').transform(rolesIn),
  /** Keys of web push, where several copies serve one address; without them one makes its own in the data folder. */
  VAPID_PUBLIC_KEY: z.string().length(87).optional(),
  VAPID_PRIVATE_KEY: z.string().length(43).optional(),
};

type StaffSettings = z.infer<z.ZodObject<typeof staffSettings>>;

const provider = ['STAFF_OIDC_ISSUER', 'STAFF_OIDC_CLIENT_ID', 'STAFF_OIDC_CLIENT_SECRET'] as const;
const vapid = ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY'] as const;

/** Half of a sign-in, or half a key, would be taken for a whole one: then the program does not start. */
export function refuseHalfStaff(
  settings: StaffSettings & { readonly PUBLIC_URL?: string | undefined },
  context: z.RefinementCtx,
): void {
  const half = (names: readonly (keyof StaffSettings)[], needed: readonly string[] = []) => {
    const missing = names.filter((name) => settings[name] === undefined);
    if (missing.length === names.length) return;
    const all = [...missing, ...needed];
    if (all.length > 0)
      context.addIssue({ code: 'custom', path: [all.join(', ')], message: 'missing: set all of them or none' });
  };
  half(provider, settings.PUBLIC_URL === undefined ? ['PUBLIC_URL'] : []);
  half(vapid);
  if ((settings.STAFF_OIDC_ROLE_CLAIM === undefined) !== (settings.STAFF_OIDC_ROLES.size === 0))
    context.addIssue({
      code: 'custom',
      path: ['STAFF_OIDC_ROLE_CLAIM, STAFF_OIDC_ROLES'],
      message: 'set both or none',
    });
  const { STAFF_OIDC_ISSUER: issuer } = settings;
  if (issuer && !/^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(issuer))
    context.addIssue({ code: 'custom', path: ['STAFF_OIDC_ISSUER'], message: 'needs https, except on this machine' });
}

type Beside = { readonly PUBLIC_URL?: string | undefined };

/** The identity provider of staff; `null` where there are local accounts alone. */
export function staffProviderOf(
  settings: Omit<StaffSettings, 'STAFF_OIDC_CLIENT_SECRET' | 'VAPID_PRIVATE_KEY'> & Beside,
  { STAFF_OIDC_CLIENT_SECRET: clientSecret }: Secrets,
) {
  const { PUBLIC_URL: publicUrl, STAFF_OIDC_ISSUER: issuer, STAFF_OIDC_CLIENT_ID: clientId } = settings;
  if (!publicUrl || !issuer || !clientId || !clientSecret) return null;
  const { STAFF_OIDC_SCOPE: scope, STAFF_OIDC_EMAIL_CLAIM: emailClaim, STAFF_OIDC_ROLE_CLAIM: claim } = settings;
  const roles = claim === undefined ? null : { claim, map: settings.STAFF_OIDC_ROLES };
  const trustEmail = settings.STAFF_OIDC_TRUST_EMAIL === 'yes';
  return { publicUrl, issuer, clientId, clientSecret, scope, emailClaim, trustEmail, roles };
}

/** Keys of web push that were set; `null`: the data folder holds them. */
export const givenVapidKeysOf = (
  { VAPID_PUBLIC_KEY: publicKey }: Pick<StaffSettings, 'VAPID_PUBLIC_KEY'>,
  { VAPID_PRIVATE_KEY: privateKey }: Secrets,
) => (publicKey && privateKey ? { publicKey, privateKey } : null);
