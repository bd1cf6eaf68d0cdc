/** Settings of backups: how the file is closed, and how it is opened again. */
import { z } from 'zod';

export const backupSettings = {
  /** Public key (age1…) that closes a backup: its secret half stays off this machine. */
  BACKUP_RECIPIENT: z
    .string()
    .regex(/^age1[0-9a-z]+$/, 'a public key that begins with age1')
    .optional(),
  /** File with the passphrase that closes and opens backups, where no public key is set. */
  BACKUP_PASSPHRASE_FILE: z.string().optional(),
  /** File with the secret half (AGE-SECRET-KEY-…) that opens what the public key closed. */
  BACKUP_IDENTITY_FILE: z.string().optional(),
} as const;
