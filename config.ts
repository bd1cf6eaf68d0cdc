/** The settings: the only reader of the environment. Every setting has a default; secrets are made at the first start. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { backupSettings } from './backup-settings.ts';
import type { BackupKey } from './bot/store/index.ts';
import { dossierSettings, refuseHalfSource, remoteOptionsOf } from './dossier-settings.ts';
import { hotlineAccountsOf, hotlineSecrets, hotlineSettings, refuseHalfHotline } from './hotline-settings.ts';
import { kioskSecrets, kioskSettings, refuseHalfKiosk } from './kiosk-settings.ts';
import type { RemoteOptions } from './knowledge/dossiers/remote/index.ts';
import { modelOptionsOf, modelSecrets, modelSettings, refuseUnsafeModel } from './model-settings.ts';
import { speechPartsOf, speechSecrets, speechSettings } from './speech-settings.ts';
import { refuseHalfStaff, staffSettings } from './staff-settings.ts';
import { refuseHalfStringee, stringeeAccountOf, stringeeSecrets, stringeeSettings } from './stringee-settings.ts';
import { refuseUnsafeTracing, tracingOptionsOf, tracingSecrets, tracingSettings } from './tracing-settings.ts';
import { refuseHalfZalo, type ZaloAccounts, zaloAccountsOf, zaloSecrets, zaloSettings } from './zalo-settings.ts';

/** Each one as browsers write it: scheme, host, port, and nothing after. */
function originsIn(list: string, context: z.RefinementCtx): readonly string[] {
  const entries = list.split(',').map((entry) => entry.trim().replace(/\/$/, ''));
  return entries.filter(Boolean).map((entry) => {
    if (!URL.canParse(entry) || new URL(entry).origin !== entry)
      context.addIssue(`${entry} is no origin such as https://portal.example`);
    return entry;
  });
}

/** Scheme, host and port, and nothing after: sign-in comes back to a path of ours. */
function originIn(address: string, context: z.RefinementCtx): string {
  const { origin, pathname } = new URL(address);
  if (pathname !== '/') context.addIssue(`${address} has a path; give scheme, host and port alone`);
  return origin;
}

const settingsFields = z.object({
  /** TCP port of the web door. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address to listen on. */
  HOST: z.string().default('0.0.0.0'),
  /** Where the embedded store, the search index and the secret key lie. */
  DATA_FOLDER: z.string().default('data'),
  /** PostgreSQL of the province; without it the program runs its own. */
  DATABASE_URL: z.url().optional(),
  DATABASE_OWNER_URL: z.url().optional(),
  /** Seals identity numbers in the store: 32 random bytes as base64 or hex; without it one is made in the data folder. */
  SECRET_KEY: z.string().min(32, 'at least 32 signs, such as 32 random bytes as base64').optional(),
  /** The ward's own desk: name, address, hours, phone. */
  UNIT_FILE: z.string().default('unit.yaml'),
  /** What provinces and communes write: `province-<code>.yaml`, `commune-<code>.yaml`. */
  LOCAL_FOLDER: z.string().default('local'),
  /** Lets other servers make Direct Line tokens; without it none may, and our own page gets its tokens all the same. */
  DIRECT_LINE_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, 'at least 16 signs, no spaces')
    .optional(),
  /** Other sites whose pages may embed the chat and call its wire: `https://portal.example`, with commas between. */
  ALLOWED_ORIGINS: z.string().default('').transform(originsIn),
  /** How many proxies of ours stand before the program; as many entries of X-Forwarded-For are believed. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  /** From one address: tokens and messages a minute, sockets at a time. Many phones share one address at an operator's. */
  TOKENS_PER_MINUTE: z.coerce.number().int().positive().default(30),
  MESSAGES_PER_MINUTE: z.coerce.number().int().positive().default(300),
  SOCKETS_PER_ADDRESS: z.coerce.number().int().positive().default(20),
  /** Working minutes within which an officer is to answer; then the conversation goes to the next one. */
  REPLY_MINUTES: z.coerce.number().int().min(1).max(240).default(5),
  /** Sockets of everybody together. */
  SOCKETS_IN_ALL: z.coerce.number().int().positive().default(2000),
  /** The address of this program as browsers know it, for sign-in: `https://hoi.phuong.example`. */
  PUBLIC_URL: z.url().transform(originIn).optional(),
  /** The identity provider (OpenID Connect) for sign-in on the web; without it sign-in is off. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** The claim that holds the 12-digit identity number, and the one that holds the name. */
  OIDC_NUMBER_CLAIM: z.string().default('identity_number'),
  OIDC_NAME_CLAIM: z.string().default('name'),
  OIDC_SCOPE: z.string().default('openid profile'),
  /** What an editor drafts is approved by another person. */
  EDITORIAL_FOUR_EYES: z.enum(['yes', 'no']).default('yes'),
  /** Answers drawn each week for editors to mark. */
  SAMPLE_SIZE: z.coerce.number().int().min(10).max(500).default(60),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  ALLOW_LANGSMITH: z.enum(['yes', 'no']).default('no'),
  /** Whoever reads `/metrics` shows it as a bearer token; without it there are no metrics. */
  METRICS_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, 'at least 16 signs, no spaces')
    .optional(),
  /** Whether `/so-lieu-mo` shows figures to everybody. */
  OPEN_DATA: z.enum(['yes', 'no']).default('no'),
  ...dossierSettings,
  ...kioskSettings,
  ...modelSettings,
  ...speechSettings,
  ...staffSettings,
  ...zaloSettings,
  ...hotlineSettings,
  ...stringeeSettings,
  ...backupSettings,
  ...tracingSettings,
});
const settingsSchema = settingsFields
  .superRefine(refuseHalfSource)
  .superRefine(refuseHalfKiosk)
  .superRefine(refuseUnsafeModel)
  .superRefine(refuseUnsafeTracing)
  .superRefine(refuseHalfStaff)
  .superRefine(refuseHalfStringee)
  .superRefine(refuseHalfZalo)
  .superRefine(refuseHalfHotline);

/** Read by functions of their own: settings may be printed. */
const secretNames = [
  'SECRET_KEY',
  'OIDC_CLIENT_SECRET',
  'DOSSIER_CLIENT_SECRET',
  'STAFF_OIDC_CLIENT_SECRET',
  'VAPID_PRIVATE_KEY',
  'METRICS_KEY',
  ...modelSecrets,
  ...tracingSecrets,
  ...speechSecrets,
  ...kioskSecrets,
  ...zaloSecrets,
  ...hotlineSecrets,
  ...stringeeSecrets,
] as const;
type SecretName = (typeof secretNames)[number];

export interface Config extends Omit<z.infer<typeof settingsSchema>, SecretName> {
  readonly dataFolder: string;
  readonly unitFile: string;
  readonly localFolder: string;
  readonly knowledgeFolder: string;
  /** Versions of what was imported from the portal. */
  readonly importedFolder: string;
  /** Versions of what editors approved. */
  readonly editorialFolder: string;
}

/** A setting is wrong: the program must not start with it. */
export class SettingError extends Error {
  readonly code = 'setting';
}

/** @throws {SettingError} naming each variable that is wrong and how it must look. */
export function readConfig(env: NodeJS.ProcessEnv = process.env, root = import.meta.dirname): Config {
  const parsed = settingsSchema.safeParse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== '')),
  );
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new SettingError(
      `These settings are wrong: ${problems.join('; ')}. Correct them in the environment and start again.`,
    );
  }
  refuseTracing(env, parsed.data.ALLOW_LANGSMITH);
  refuseHalfSignIn(parsed.data);
  const settings = withoutSecrets(parsed.data);
  return {
    ...settings,
    dataFolder: resolve(root, settings.DATA_FOLDER),
    unitFile: resolve(root, settings.UNIT_FILE),
    localFolder: resolve(root, settings.LOCAL_FOLDER),
    HOTLINE_LINES: resolve(root, settings.HOTLINE_LINES),
    knowledgeFolder: join(root, 'knowledge'),
    importedFolder: join(resolve(root, settings.DATA_FOLDER), 'imported'),
    editorialFolder: join(resolve(root, settings.DATA_FOLDER), 'editorial'),
  };
}

function withoutSecrets(data: z.infer<typeof settingsSchema>): Omit<z.infer<typeof settingsSchema>, SecretName> {
  const settings: Partial<typeof data> = { ...data };
  for (const name of secretNames) delete settings[name];
  return settings as Omit<typeof data, SecretName>;
}

/** LangChain would send every run, citizens' words included, to a server abroad. */
function refuseTracing(env: NodeJS.ProcessEnv, allowed: 'yes' | 'no'): void {
  const tracing = ['LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING_V2', 'LANGSMITH_TRACING', 'LANGCHAIN_TRACING'].find(
    (name) => env[name] && env[name] !== 'false',
  );
  if (tracing && allowed === 'no') {
    throw new SettingError(
      `${tracing} would send conversations to an outside server. Unset it, or set ALLOW_LANGSMITH=yes if that was decided.`,
    );
  }
}

type SignInSettings = Pick<
  z.infer<typeof settingsSchema>,
  'PUBLIC_URL' | `OIDC_${'ISSUER' | 'CLIENT_ID' | 'CLIENT_SECRET'}`
>;

/** Half a sign-in would send citizens to nowhere; over an open line their sessions could be read. */
function refuseHalfSignIn({ PUBLIC_URL, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: SignInSettings): void {
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
export function signInSettings(config: Config, env: NodeJS.ProcessEnv = process.env) {
  const { PUBLIC_URL: publicUrl, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = config;
  const clientSecret = env.OIDC_CLIENT_SECRET;
  if (!publicUrl || !issuer || !clientId || !clientSecret) return null;
  const { OIDC_NUMBER_CLAIM: numberClaim, OIDC_NAME_CLAIM: nameClaim, OIDC_SCOPE: scope } = config;
  return { publicUrl, issuer, clientId, clientSecret, numberClaim, nameClaim, scope };
}

/** The identity provider of staff; `null` where there are local accounts alone. */
export function staffProviderSettings(config: Config, env: NodeJS.ProcessEnv = process.env) {
  const { PUBLIC_URL: publicUrl, STAFF_OIDC_ISSUER: issuer, STAFF_OIDC_CLIENT_ID: clientId } = config;
  const clientSecret = env.STAFF_OIDC_CLIENT_SECRET;
  if (!publicUrl || !issuer || !clientId || !clientSecret) return null;
  const { STAFF_OIDC_SCOPE: scope, STAFF_OIDC_EMAIL_CLAIM: emailClaim, STAFF_OIDC_ROLE_CLAIM: claim } = config;
  const roles = claim === undefined ? null : { claim, map: config.STAFF_OIDC_ROLES };
  const trustEmail = config.STAFF_OIDC_TRUST_EMAIL === 'yes';
  return { publicUrl, issuer, clientId, clientSecret, scope, emailClaim, trustEmail, roles };
}

/** Opens `/metrics`; `null`: there are none. */
export const metricsKey = (env: NodeJS.ProcessEnv = process.env): string | null => env.METRICS_KEY?.trim() || null;

/** Keys of web push that were set; `null`: the data folder holds them. */
export function givenVapidKeys({ VAPID_PUBLIC_KEY: publicKey }: Config, env: NodeJS.ProcessEnv = process.env) {
  const privateKey = env.VAPID_PRIVATE_KEY;
  return publicKey && privateKey ? { publicKey, privateKey } : null;
}

const keyBytes = 32;

/** The key that seals identity numbers, 32 bytes: from SECRET_KEY, else from a file made at the first start (mode 0600). @throws {SettingError} for a file cut short. */
export function secretKey(config: Pick<Config, 'dataFolder'>, env: NodeJS.ProcessEnv = process.env): Buffer {
  if (env.SECRET_KEY) return createHash('sha256').update(env.SECRET_KEY).digest();
  const file = join(config.dataFolder, 'secret.key');
  if (!existsSync(file)) {
    mkdirSync(config.dataFolder, { recursive: true });
    writeFileSync(file, randomBytes(keyBytes).toString('base64'), { mode: 0o600, flag: 'wx' });
  }
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (key.length === keyBytes) return key;
  throw new SettingError(
    `${file} holds ${key.length} bytes instead of ${keyBytes}. Put the right one back from a backup: without it, what was sealed stays sealed.`,
  );
}

/** How to reach the province's one-stop system; `null` where none is set. @throws {SettingError} when its secret's file holds none. */
export function dossierSource(config: Config, env: NodeJS.ProcessEnv = process.env): RemoteOptions | null {
  if (config.DOSSIER_SOURCE_URL === undefined) return null;
  const file = config.DOSSIER_CLIENT_SECRET_FILE;
  try {
    const options = remoteOptionsOf({ ...config, DOSSIER_CLIENT_SECRET: env.DOSSIER_CLIENT_SECRET });
    if (options) return options;
  } catch (cause) {
    throw new SettingError(
      `DOSSIER_CLIENT_SECRET_FILE: ${file} cannot be read. Put the secret there, readable by this user.`,
      { cause },
    );
  }
  throw new SettingError(`DOSSIER_CLIENT_SECRET_FILE: ${file} is empty. Put the secret there.`);
}

/** The ward's queue machine, its key included; `null` where none is set. */
export function queueMachine(config: Config, env: NodeJS.ProcessEnv = process.env) {
  const { QUEUE_TICKETS_URL: url } = config;
  return url ? { url, key: env.QUEUE_TICKETS_KEY?.trim() || null } : null;
}

/** The accounts with Zalo, their secrets included; `null` for a platform that is off. */
export function zaloAccounts(config: Config, env: NodeJS.ProcessEnv = process.env): ZaloAccounts {
  const secrets = zaloSecrets.map((name) => [name, env[name]?.trim() || undefined]);
  return zaloAccountsOf({ ...config, ...Object.fromEntries(secrets) });
}

/** The language model's server, its key included; `null` where none is set. */
export const modelOptions = (config: Config, env: NodeJS.ProcessEnv = process.env) =>
  modelOptionsOf({ ...config, OPENAI_API_KEY: env.OPENAI_API_KEY?.trim() || undefined });

/** Where spans go, with the headers that open it; `null`: nowhere. */
export const tracingOptions = (config: Config, env: NodeJS.ProcessEnv = process.env) =>
  tracingOptionsOf({ ...config, OTEL_EXPORTER_OTLP_HEADERS: env.OTEL_EXPORTER_OTLP_HEADERS?.trim() || undefined });

/** What a backup is closed with. @throws {SettingError} when nothing is set, or the file holds nothing. */
export function backupKey({ BACKUP_RECIPIENT: recipient, BACKUP_PASSPHRASE_FILE: file }: Config): BackupKey {
  if (recipient) return { recipient };
  if (file) return { passphrase: secretIn('BACKUP_PASSPHRASE_FILE', file) };
  throw new SettingError('A backup is always encrypted: set BACKUP_PASSPHRASE_FILE, or BACKUP_RECIPIENT (age1…).');
}

/** What a backup is opened with. @throws {SettingError} when nothing is set, or the file holds nothing. */
export function restoreKey({ BACKUP_IDENTITY_FILE: identity, BACKUP_PASSPHRASE_FILE: file }: Config): BackupKey {
  if (identity) return { identity: secretIn('BACKUP_IDENTITY_FILE', identity) };
  if (file) return { passphrase: secretIn('BACKUP_PASSPHRASE_FILE', file) };
  throw new SettingError('Set BACKUP_PASSPHRASE_FILE, or BACKUP_IDENTITY_FILE with the secret half of the public key.');
}

/** The last line that is no comment. */
function secretIn(setting: string, file: string): string {
  try {
    const secret = readFileSync(file, 'utf8')
      .split('\n')
      .findLast((line) => line.trim() !== '' && !line.startsWith('#'));
    if (secret) return secret.trim();
  } catch (cause) {
    throw new SettingError(`${setting}: ${file} cannot be read.`, { cause });
  }
  throw new SettingError(`${setting}: ${file} is empty. Put the secret there.`);
}

/** The telephone's providers, their secrets included; `null` for one that is off. */
export function hotlineAccounts(config: Config, env: NodeJS.ProcessEnv = process.env) {
  const secrets = hotlineSecrets.map((name) => [name, env[name]?.trim() || undefined]);
  return hotlineAccountsOf({ ...config, ...Object.fromEntries(secrets) });
}

/** Stringee's account, its secrets included; `null` while it is off. */
export function stringeeAccount(config: Config, env: NodeJS.ProcessEnv = process.env) {
  const secrets = stringeeSecrets.map((name) => [name, env[name]?.trim() || undefined]);
  return stringeeAccountOf({ ...config, ...Object.fromEntries(secrets) });
}

/** What hears and speaks, keys included. */
export function speechParts(config: Config, env: NodeJS.ProcessEnv = process.env) {
  const secrets = speechSecrets.map((name) => [name, env[name]?.trim() || undefined]);
  return speechPartsOf({ ...config, ...Object.fromEntries(secrets) }, env.PATH ?? '');
}

/** What jambonz proves itself by where it uses our voice and our ear; `null`: those are off. */
export const hotlineSpeechKey = (env: NodeJS.ProcessEnv = process.env): string | null =>
  env.HOTLINE_SPEECH_KEY?.trim() || null;
