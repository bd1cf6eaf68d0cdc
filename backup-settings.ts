/** Settings of backups: how the file is closed, and how it is opened again. */
import { z } from 'zod';
import type { BackupKey } from './bot/store/index.ts';
import type { Secrets } from './secrets.ts';
import { SettingError } from './setting-error.ts';

export const backupSettings = {
  /** Public key (age1…) that closes a backup: its secret half stays off this machine. */
  BACKUP_RECIPIENT: z
    .string()
    .regex(/^age1[0-9a-z]+$/, 'a public key that begins with age1')
    .optional(),
  /** Passphrase that closes and opens backups, where no public key is set. */
  BACKUP_PASSPHRASE: z.string().optional(),
  /** Secret half (AGE-SECRET-KEY-…) that opens what the public key closed. */
  BACKUP_IDENTITY: z.string().optional(),
} as const;

type BackupSettings = Pick<z.infer<z.ZodObject<typeof backupSettings>>, 'BACKUP_RECIPIENT'>;

/** What a backup is closed with. @throws {SettingError} when nothing is set. */
export function backupKeyOf({ BACKUP_RECIPIENT: recipient }: BackupSettings, secrets: Secrets): BackupKey {
  if (recipient) return { recipient };
  if (secrets.BACKUP_PASSPHRASE) return { passphrase: secrets.BACKUP_PASSPHRASE };
  throw new SettingError('A backup is always encrypted: set BACKUP_PASSPHRASE_FILE, or BACKUP_RECIPIENT (age1…).');
}

/** What a backup is opened with. @throws {SettingError} when nothing is set. */
export function restoreKeyOf(_settings: BackupSettings, secrets: Secrets): BackupKey {
  if (secrets.BACKUP_IDENTITY) return { identity: secrets.BACKUP_IDENTITY };
  if (secrets.BACKUP_PASSPHRASE) return { passphrase: secrets.BACKUP_PASSPHRASE };
  throw new SettingError('Set BACKUP_PASSPHRASE_FILE, or BACKUP_IDENTITY_FILE with the secret half of the public key.');
}
