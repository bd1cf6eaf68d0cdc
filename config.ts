/** The settings: the only reader of the environment. Every setting has a default; secrets are made at the first start. */
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { backupKeyOf, backupSettings, restoreKeyOf } from './backup-settings.ts';
import { dossierSettings, dossierSourceOf, refuseHalfSource } from './dossier-settings.ts';
import { hotlineAccountsOf, hotlineSettings, refuseHalfHotline } from './hotline-settings.ts';
import { kioskSettings, refuseHalfKiosk } from './kiosk-settings.ts';
import { limitSettings } from './limit-settings.ts';
import { modelOptionsOf, modelSettings, refuseUnsafeModel } from './model-settings.ts';
import { refusePasswordsInAddresses, refuseTracing } from './refuse-unsafe-settings.ts';
import { secretKeyOf } from './secret-key.ts';
import { backupSecrets, readSecrets, type SecretName, type Secrets, secretNames } from './secrets.ts';
import { SettingError } from './setting-error.ts';
import { refuseHalfSignIn, signInFields, signInOf } from './sign-in-settings.ts';
import { speechPartsOf, speechSettings } from './speech-settings.ts';
import { givenVapidKeysOf, refuseHalfStaff, staffProviderOf, staffSettings } from './staff-settings.ts';
import { refuseHalfStringee, stringeeAccountOf, stringeeSettings } from './stringee-settings.ts';
import { refuseUnsafeTracing, tracingOptionsOf, tracingSettings } from './tracing-settings.ts';
import { webSettings } from './web-settings.ts';
import { refuseHalfZalo, type ZaloAccounts, zaloAccountsOf, zaloSettings } from './zalo-settings.ts';

export { SettingError } from './setting-error.ts';

const settingsFields = z.object({
  ...webSettings,
  ...signInFields,
  ...limitSettings,
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
  .superRefine(refusePasswordsInAddresses)
  .superRefine(refuseHalfSource)
  .superRefine(refuseHalfKiosk)
  .superRefine(refuseUnsafeModel)
  .superRefine(refuseUnsafeTracing)
  .superRefine(refuseHalfStaff)
  .superRefine(refuseHalfStringee)
  .superRefine(refuseHalfZalo)
  .superRefine(refuseHalfHotline);

/** Names of all settings, for tests that walk them. */
export const settingNames: readonly string[] = Object.keys(settingsFields.shape);

/** Not shown where settings are printed, and read by name alone. */
const readByName = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DIRECT_LINE_SECRET'] as const;
type Settings = z.infer<typeof settingsSchema>;

export interface Config extends Omit<Settings, Exclude<SecretName, (typeof readByName)[number]>> {
  readonly dataFolder: string;
  readonly unitFile: string;
  readonly localFolder: string;
  readonly knowledgeFolder: string;
  /** Versions of what was imported from the portal. */
  readonly importedFolder: string;
  /** Versions of what editors approved. */
  readonly editorialFolder: string;
}

/** @throws {SettingError} naming each variable that is wrong and how it must look. */
export function readConfig(env: NodeJS.ProcessEnv = process.env, root = import.meta.dirname): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''));
  const parsed = settingsSchema.safeParse({ ...given, ...readSecrets(env) });
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new SettingError(
      `These settings are wrong: ${problems.join('; ')}. Correct them in the environment and start again.`,
    );
  }
  refuseTracing(env, parsed.data.ALLOW_LANGSMITH);
  refuseHalfSignIn(parsed.data);
  return withoutSecrets(parsed.data, foldersOf(parsed.data, root));
}

const foldersOf = (settings: Settings, root: string) => ({
  dataFolder: resolve(root, settings.DATA_FOLDER),
  unitFile: resolve(root, settings.UNIT_FILE),
  localFolder: resolve(root, settings.LOCAL_FOLDER),
  HOTLINE_LINES: resolve(root, settings.HOTLINE_LINES),
  knowledgeFolder: join(root, 'knowledge'),
  importedFolder: join(resolve(root, settings.DATA_FOLDER), 'imported'),
  editorialFolder: join(resolve(root, settings.DATA_FOLDER), 'editorial'),
});

/** Settings may be printed: secrets are not among them, and those that are read by name are not enumerable. */
function withoutSecrets(data: Settings, folders: ReturnType<typeof foldersOf>): Config {
  const settings: Partial<Settings> = { ...data };
  for (const name of secretNames) delete settings[name];
  const hidden = readByName.map((name) => [name, { value: data[name], enumerable: false }]);
  return Object.defineProperties({ ...settings, ...folders } as Config, Object.fromEntries(hidden));
}

/** What a part of the program needs of the settings and of their secrets, read from the environment when it is asked for. */
const withSecrets =
  <C, T>(of: (config: C, secrets: Secrets) => T, names?: readonly SecretName[]) =>
  (config: C, env: NodeJS.ProcessEnv = process.env): T =>
    of(config, readSecrets(env, names));

/** What sign-in on the web needs; `null` where it is off. */
export const signInSettings = withSecrets(signInOf);

/** The identity provider of staff; `null` where there are local accounts alone. */
export const staffProviderSettings = withSecrets(staffProviderOf);

/** Opens `/metrics`; `null`: there are none. */
export const metricsKey = (env: NodeJS.ProcessEnv = process.env): string | null => readSecrets(env).METRICS_KEY ?? null;

/** Keys of web push that were set; `null`: the data folder holds them. */
export const givenVapidKeys = withSecrets(givenVapidKeysOf);

/** The key that seals identity numbers, 32 bytes: from SECRET_KEY, else from a file made at the first start (mode 0600). @throws {SettingError} for a file cut short. */
export const secretKey = withSecrets(secretKeyOf);

/** How to reach the province's one-stop system; `null` where none is set. */
export const dossierSource = withSecrets(dossierSourceOf);

/** The ward's queue machine, its key included; `null` where none is set. */
export const queueMachine = withSecrets(({ QUEUE_TICKETS_URL: url }: Config, { QUEUE_TICKETS_KEY: key = null }) =>
  url ? { url, key } : null,
);

/** The accounts with Zalo, their secrets included; `null` for a platform that is off. */
export const zaloAccounts = withSecrets(
  (config: Config, secrets): ZaloAccounts => zaloAccountsOf({ ...config, ...secrets }),
);

/** The language model's server, its key included; `null` where none is set. */
export const modelOptions = withSecrets((config: Config, secrets) => modelOptionsOf({ ...config, ...secrets }));

/** What a backup is closed with. @throws {SettingError} when nothing is set. */
export const backupKey = withSecrets(backupKeyOf, backupSecrets);

/** What a backup is opened with. @throws {SettingError} when nothing is set. */
export const restoreKey = withSecrets(restoreKeyOf, backupSecrets);

/** The telephone's providers, their secrets included; `null` for one that is off. */
export const hotlineAccounts = withSecrets((config: Config, secrets) => hotlineAccountsOf({ ...config, ...secrets }));

/** Stringee's account, its secrets included; `null` while it is off. */
export const stringeeAccount = withSecrets((config: Config, secrets) => stringeeAccountOf({ ...config, ...secrets }));

/** What hears and speaks, keys included. */
export const speechParts = (config: Config, env: NodeJS.ProcessEnv = process.env) =>
  speechPartsOf({ ...config, ...readSecrets(env) }, env.PATH ?? '');

/** What jambonz proves itself by where it uses our voice and our ear; `null`: those are off. */
export const hotlineSpeechKey = (env: NodeJS.ProcessEnv = process.env): string | null =>
  readSecrets(env).HOTLINE_SPEECH_KEY ?? null;

/** Values of all secrets that are set: what no line that is printed may hold. */
export const secretValues = (env: NodeJS.ProcessEnv = process.env): readonly string[] =>
  Object.values(readSecrets(env));

/** Where spans are told; `null` where no collector is named. */
export const tracingOptions = withSecrets((config: Config, secrets: Secrets) =>
  tracingOptionsOf({ ...config, ...secrets }),
);
