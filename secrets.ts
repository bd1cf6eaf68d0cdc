/** Secrets: from the environment as `NAME`, or from the file that `NAME_FILE` names (Docker and systemd hand them over so). */
import { readFileSync, statSync } from 'node:fs';
import { hotlineSecrets } from './hotline-settings.ts';
import { kioskSecrets } from './kiosk-settings.ts';
import { modelSecrets } from './model-settings.ts';
import { SettingError } from './setting-error.ts';
import { speechSecrets } from './speech-settings.ts';
import { stringeeSecrets } from './stringee-settings.ts';
import { tracingSecrets } from './tracing-settings.ts';
import { zaloSecrets } from './zalo-settings.ts';

/** Of backups: their files need not be there for the program to run, and its user need not be able to read them. */
export const backupSecrets = ['BACKUP_PASSPHRASE', 'BACKUP_IDENTITY'] as const;

/** Every secret there is. Each may be given as `NAME_FILE` too. */
export const secretNames = [
  'SECRET_KEY',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DIRECT_LINE_SECRET',
  'METRICS_KEY',
  'OIDC_CLIENT_SECRET',
  'STAFF_OIDC_CLIENT_SECRET',
  'VAPID_PRIVATE_KEY',
  'DOSSIER_CLIENT_SECRET',
  ...backupSecrets,
  ...modelSecrets,
  ...tracingSecrets,
  ...speechSecrets,
  ...kioskSecrets,
  ...zaloSecrets,
  ...hotlineSecrets,
  ...stringeeSecrets,
] as const;

export type SecretName = (typeof secretNames)[number];
export type Secrets = Readonly<Partial<Record<SecretName, string>>>;
export type Environment = Readonly<Record<string, string | undefined>>;

/** A file of a secret holds one; a larger one is another file. */
const mostBytes = 65_536;

const usualSecrets = secretNames.filter((name) => !backupSecrets.some((one) => one === name));

/** @throws {SettingError} for a file that cannot be read or holds nothing, and for a secret that is given twice. */
export function readSecrets(env: Environment, names: readonly SecretName[] = usualSecrets): Secrets {
  const found = names.flatMap((name) => {
    const value = given(env, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found);
}

/** The files that secrets are read from, for the doctor to look at. */
export const secretFiles = (env: Environment): readonly { readonly name: SecretName; readonly file: string }[] =>
  secretNames.flatMap((name) => {
    const file = set(env, `${name}_FILE`);
    return file === undefined ? [] : [{ name, file }];
  });

function given(env: Environment, name: SecretName): string | undefined {
  const [value, file] = [set(env, name), set(env, `${name}_FILE`)];
  if (value !== undefined && file !== undefined)
    throw new SettingError(`${name} and ${name}_FILE are both there: set one of the two.`);
  return file === undefined ? value : secretIn(`${name}_FILE`, file);
}

const set = (env: Environment, name: string): string | undefined => (env[name]?.trim() ? env[name] : undefined);

/** The last line that is no comment: an identity of age stands below its comments. A single line is the secret, whatever it begins with. */
function secretIn(setting: string, file: string): string {
  const lines = linesIn(setting, file);
  const secret = lines.length === 1 ? lines[0] : lines.findLast((line) => !line.startsWith('#'));
  if (secret) return secret;
  throw new SettingError(`${setting}: ${file} is empty. Put the secret there.`);
}

function linesIn(setting: string, file: string): readonly string[] {
  try {
    if (statSync(file).size > mostBytes) throw new SettingError(`${setting}: ${file} is no file of one secret.`);
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.map((line) => line.trim()).filter(Boolean);
  } catch (cause) {
    if (cause instanceof SettingError) throw cause;
    const why = `${setting}: ${file} cannot be read. Put the secret there, readable by the user that runs the program.`;
    throw new SettingError(why, { cause });
  }
}
