/** How far an update has come, on disk before each step: after a power cut the next one knows what to do. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * `unpacked`: the new release lies beside. `stopped`: nobody is served. `kept`: the store was copied. `trying`: the new
 * release works on the store with its doors closed. `swapped`: it serves. `going-back`: the old one is put back.
 */
export const updateSteps = ['unpacked', 'stopped', 'kept', 'trying', 'swapped', 'going-back'] as const;
export type UpdateStep = (typeof updateSteps)[number];

const journalSchema = z.object({
  step: z.enum(updateSteps),
  from: z.string(),
  to: z.string(),
  /** The copy of the store from before. */
  copy: z.string(),
  /** The old release cannot work on the store once the new one has. */
  changesStore: z.boolean(),
  startedAt: z.string(),
});
export type UpdateJournal = z.infer<typeof journalSchema>;

const fileOf = (home: string): string => join(home, 'update.json');

/** `null` when no update is under way. */
export const readJournal = (home: string): UpdateJournal | null =>
  existsSync(fileOf(home)) ? journalSchema.parse(JSON.parse(readFileSync(fileOf(home), 'utf8'))) : null;

/** Resolves nothing and returns when it stands on the disk. */
export function writeJournal(home: string, journal: UpdateJournal): void {
  const beside = `${fileOf(home)}.new`;
  const file = openSync(beside, 'w', 0o600);
  writeSync(file, `${JSON.stringify(journal, null, 2)}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(beside, fileOf(home));
  keepFolder(home);
}

export function endJournal(home: string): void {
  rmSync(fileOf(home), { force: true });
  keepFolder(home);
}

/** Names in a folder outlive a power cut only once the folder itself was written. */
export function keepFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  fsyncSync(opened);
  closeSync(opened);
}
