/** Whether there are backups, and whether they could be opened. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './finding.ts';

export interface BackupFacts {
  /** A passphrase or a public key is set. */
  readonly keySet: boolean;
  /** Days since the newest file was written; `null`: there is none where they are looked for. */
  readonly newestDays: number | null;
}

const dayMs = 86_400_000;
const mostDays = 2;

/** @param folders where backups lie; those that are not there are passed over. */
export function newestBackupDays(folders: readonly string[], now: Date): number | null {
  const files = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => /\.(age|backup)$/.test(file));
  const times = files.map((file) => statSync(file).mtimeMs);
  return times.length === 0 ? null : Math.floor((now.getTime() - Math.max(...times)) / dayMs);
}

export function checkBackups({ keySet, newestDays }: BackupFacts): readonly Finding[] {
  const why = 'A broken disk takes every conversation, account and list of questions with it.';
  const findings: Finding[] = [];
  if (!keySet)
    findings.push({
      stops: false,
      what: 'No key for backups is set.',
      why,
      how: 'Set BACKUP_RECIPIENT (age1…) or BACKUP_PASSPHRASE_FILE, then npm run backup every night; see docs/how-to/back-up.md.',
    });
  if (newestDays === null || newestDays > mostDays)
    findings.push({
      stops: false,
      what: newestDays === null ? 'No backup was found.' : `The newest backup is ${newestDays} days old.`,
      why,
      how: 'Run npm run backup every night and keep the files on another machine; looked in: backups beside the data folder, and /var/backups/hoi-mot-cua.',
    });
  return findings;
}
