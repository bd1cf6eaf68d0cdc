/** The settings of a provincial one-stop system: all that it needs, or none. */
import { z } from 'zod';
import type { RemoteOptions } from './knowledge/dossiers/remote/index.ts';
import { isSafeAddress } from './knowledge/index.ts';
import type { Secrets } from './secrets.ts';

const address = z.string().refine(isSafeAddress, 'an address that begins with https:// (http:// only to this machine)');

/** To be spread into the schema of the settings. */
export const dossierSettings = {
  /** Base address of the one-stop system; without it dossiers are as they were imported. */
  DOSSIER_SOURCE_URL: address.optional(),
  /** Where our client gets its token. */
  DOSSIER_TOKEN_URL: address.optional(),
  DOSSIER_CLIENT_ID: z.string().min(1).optional(),
  DOSSIER_CLIENT_SECRET: z.string().min(1).optional(),
  /** `post` for a token endpoint that does not read an encoded id and secret in the header. */
  DOSSIER_CLIENT_AUTH: z.enum(['basic', 'post']).default('basic'),
  DOSSIER_SCOPE: z.string().min(1).optional(),
  /** Kept with every dossier. Another name is another source: its cursor begins anew, and it may not change what the first one told. */
  DOSSIER_SOURCE_NAME: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.:-]{0,60}$/i, 'letters, digits, dots and dashes')
    .optional(),
  /** YAML file with the other system's names, see docs/how-to/connect-a-one-stop-system.md. */
  DOSSIER_MAPPING_FILE: z.string().min(1).optional(),
};

type DossierSettings = z.infer<z.ZodObject<typeof dossierSettings>>;

const needed = ['DOSSIER_SOURCE_URL', 'DOSSIER_TOKEN_URL', 'DOSSIER_CLIENT_ID', 'DOSSIER_CLIENT_SECRET'] as const;

/** Half of a connection would be taken for a whole one: then the program does not start. */
export function refuseHalfSource(settings: DossierSettings, context: z.RefinementCtx): void {
  const missing = needed.filter((name) => settings[name] === undefined);
  if (missing.length === 0 || missing.length === needed.length) return;
  context.addIssue({
    code: 'custom',
    path: [missing.join(', ')],
    message: 'missing, while other DOSSIER_ settings are there: set all or none',
  });
}

/** What `openRemoteSource` needs, but for the mapping; `null` without a source. */
export function dossierSourceOf(
  settings: Omit<DossierSettings, 'DOSSIER_CLIENT_SECRET'>,
  { DOSSIER_CLIENT_SECRET: clientSecret }: Secrets,
): RemoteOptions | null {
  const { DOSSIER_SOURCE_URL: baseUrl, DOSSIER_TOKEN_URL: tokenUrl, DOSSIER_CLIENT_ID: clientId } = settings;
  const { DOSSIER_SCOPE: scope, DOSSIER_SOURCE_NAME: name, DOSSIER_CLIENT_AUTH: clientAuth } = settings;
  if (baseUrl === undefined || tokenUrl === undefined || clientId === undefined || !clientSecret) return null;
  return {
    ...{ baseUrl, tokenUrl, clientId, clientSecret, clientAuth },
    ...(scope ? { scope } : {}),
    ...(name ? { name } : {}),
  };
}
