/**
 * The versions of what was imported, in one folder. The highest number serves; a version appears by one rename, so a
 * reader sees all of it or nothing, and of two writers with the same base one is told to begin again.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Imported, nothingImported } from './draft.ts';
import { ImportError } from './import-error.ts';
import { folderName, type Version } from './version.ts';
import { readHead, readImported, writeVersion } from './version-files.ts';

/** Versions kept, the serving one among them. */
const mostKept = 6;
const oldDraft = 3_600_000;

/** Numbers of the finished versions, oldest first; [] where nothing was imported. */
function versionNumbers(folder: string): number[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d{6}$/.test(name))
      .map(Number)
      .sort((a, b) => a - b);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Number of the version that serves; 0 for none. */
export const currentVersion = (folder: string): number => versionNumbers(folder).at(-1) ?? 0;

/** Changes with what serves: the number and the moment it was made. Cheap enough to ask every few seconds. */
export function importedFingerprint(folder: string): string {
  const number = currentVersion(folder);
  if (number === 0) return 'nothing imported';
  const made = statSync(join(versionFolder(folder, number), 'version.json'), { throwIfNoEntry: false });
  return `imported ${number} ${made?.mtimeMs ?? 'broken'}`;
}

export const versionFolder = (folder: string, number: number): string => join(folder, folderName(number));

/** Heads of the versions, newest first; one that cannot be read is said in its place. */
export const listVersions = (folder: string): (Version | ImportError)[] =>
  versionNumbers(folder)
    .reverse()
    .map((number) => {
      try {
        return readHead(versionFolder(folder, number));
      } catch (error) {
        if (error instanceof ImportError) return error;
        throw error;
      }
    });

/** @throws {ImportError} `version-broken`, `no-such-version` */
export function readVersion(folder: string, number: number): Imported {
  if (number === 0) return nothingImported;
  if (versionNumbers(folder).includes(number)) return readImported(versionFolder(folder, number));
  throw new ImportError('no-such-version', `There is no version ${number}: see npm run knowledge -- import --list`);
}

export interface Change {
  /** The version that it was made from; 0 for none. */
  readonly base: number;
  readonly did: Version['did'];
  readonly by: string;
  readonly at: Date;
  readonly says: string;
}

/** Makes `imported` what serves. @throws {ImportError} `changed-meanwhile` when another change was faster: nothing is done then. */
export function commitVersion(folder: string, imported: Imported, { base, did, by, at, says }: Change): Version {
  mkdirSync(folder, { recursive: true });
  removeOldDrafts(folder, at);
  const number = base + 1;
  const draft = join(folder, `${folderName(number)}.${process.pid}.${at.getTime()}.draft`);
  mkdirSync(draft);
  try {
    const version = writeVersion(draft, imported, { number, base, did, by, at: at.toISOString(), says });
    if (currentVersion(folder) !== base) throw changedMeanwhile();
    // Fails when a folder of this number has appeared: that is the whole of the locking, and no dead process can hold it.
    renameSync(draft, versionFolder(folder, number));
    syncFolder(folder);
    for (const old of versionNumbers(folder).slice(0, -mostKept))
      rmSync(versionFolder(folder, old), { recursive: true, force: true });
    return version;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') throw changedMeanwhile({ cause: error });
    throw error;
  }
}

const changedMeanwhile = (options?: ErrorOptions) =>
  new ImportError(
    'changed-meanwhile',
    'Another import or approval was made at the same time. Nothing of this one was kept: run it again.',
    options,
  );

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What a killed process left half-written. A younger one may still be at work. */
function removeOldDrafts(folder: string, now: Date): void {
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.draft'))) {
    const path = join(folder, name);
    const made = statSync(path, { throwIfNoEntry: false });
    if (made && now.getTime() - made.mtimeMs > oldDraft) rmSync(path, { recursive: true, force: true });
  }
}

const mostTries = 5;

export interface Next {
  readonly imported: Imported;
  readonly says: string;
}

/** Changes what serves: `work` is done anew on what is there then, when another change was faster. `null`: nothing to keep. */
export function changeVersion(
  folder: string,
  change: Omit<Change, 'base' | 'says'>,
  work: (now: Imported) => Next | null,
): Version | null {
  for (let left = mostTries; ; left -= 1) {
    const base = currentVersion(folder);
    const next = work(readVersion(folder, base));
    if (!next) return null;
    try {
      return commitVersion(folder, next.imported, { ...change, base, says: next.says });
    } catch (error) {
      if (left <= 1 || !(error instanceof ImportError) || error.code !== 'changed-meanwhile') throw error;
    }
  }
}
