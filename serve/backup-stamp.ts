/** When a backup of this installation ended last: written by the command, read by whoever watches. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stampIn = (dataFolder: string): string => join(dataFolder, 'last-backup');

export function noteBackup(dataFolder: string, at: Date): void {
  mkdirSync(dataFolder, { recursive: true });
  const file = stampIn(dataFolder);
  writeFileSync(`${file}.new`, `${at.toISOString()}\n`);
  renameSync(`${file}.new`, file);
}

/** `null`: none is known of. */
export function lastBackup(dataFolder: string): Date | null {
  try {
    const at = new Date(readFileSync(stampIn(dataFolder), 'utf8').trim());
    return Number.isNaN(at.getTime()) ? null : at;
  } catch {
    return null;
  }
}
