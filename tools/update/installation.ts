/** Where an installation with releases lies, and the settings it runs with. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { bundleHead, manifestSchema, type ReleaseManifest } from '../bundle/release-manifest.ts';
import { UpdateError } from './update-error.ts';

export interface Installation {
  /** Holds `releases/`, `current` and the journal: `/opt/hoi-mot-cua`. */
  readonly home: string;
  /** As the service has them. */
  readonly settings: Readonly<Record<string, string>>;
  /** Where the store, the keys and the copies made before an update lie. */
  readonly dataFolder: string;
}

/** @throws {UpdateError} when it is no installation of ours, or a place in it would move with the release. */
export function openInstallation(home: string, settingsFile: string): Installation {
  if (!existsSync(join(home, 'releases')))
    throw new UpdateError(
      'no-installation',
      `${home} holds no releases/: updates from a file are for what deploy/one-pc/install.sh installed. A checkout is updated by git pull and npm ci.`,
    );
  const settings = parseSettings(settingsFile);
  for (const name of ['DATA_FOLDER', 'UNIT_FILE', 'LOCAL_FOLDER']) {
    const place = settings[name];
    if (!place || !isAbsolute(place))
      throw new UpdateError(
        'no-installation',
        `${name} in ${settingsFile} is ${place ?? 'not set'}: set a path that begins with /, or it would be lost with the old release.`,
      );
  }
  return { home, settings, dataFolder: settings.DATA_FOLDER ?? '' };
}

function parseSettings(file: string): Readonly<Record<string, string>> {
  try {
    const read = parseEnv(readFileSync(file, 'utf8'));
    return Object.fromEntries(Object.entries(read).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  } catch (cause) {
    throw new UpdateError('no-installation', `The settings in ${file} cannot be read.`, { cause });
  }
}

export const releaseFolder = (home: string, name: string): string => join(home, 'releases', name);

/** Name of the release that serves; `null` before the first. */
export function currentRelease(home: string): string | null {
  try {
    return readlinkSync(join(home, 'current')).replace(/^releases\//, '');
  } catch {
    return null;
  }
}

/** At one stroke: whoever looks sees the one or the other. */
export function makeCurrent(home: string, name: string): void {
  const beside = join(home, 'current.new');
  rmSync(beside, { force: true });
  symlinkSync(join('releases', name), beside);
  renameSync(beside, join(home, 'current'));
}

/** `null` for a release that was not made by `npm run bundle`. */
export function manifestOf(home: string, name: string): ReleaseManifest | null {
  const file = join(releaseFolder(home, name), bundleHead.manifest);
  if (!existsSync(file)) return null;
  return manifestSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
}

/** Whether the second knows changes to the store that the first does not: then the first cannot work after it. */
export function changesStore(before: ReleaseManifest | null, after: ReleaseManifest | null): boolean {
  if (!before || !after) return true;
  const known = new Set(before.migrations);
  return after.migrations.some((name) => !known.has(name));
}

/** Removes all releases but these, and leftovers of updates that were broken off. @returns what went. */
export function pruneReleases(home: string, keep: readonly string[]): readonly string[] {
  const gone = readdirSync(join(home, 'releases')).filter((name) => !keep.includes(name));
  for (const name of gone) rmSync(releaseFolder(home, name), { recursive: true, force: true });
  return gone;
}

/** Where copies of the store are kept that were made before an update; the service's user writes there. */
export function updatesFolder({ dataFolder }: Installation): string {
  const folder = join(dataFolder, 'updates');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** As whom the program's commands run: the owner of its data, so that nothing in there becomes root's. */
export function userOf({ dataFolder }: Pick<Installation, 'dataFolder'>): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0 || !existsSync(resolve(dataFolder))) return null;
  const { uid, gid } = statSync(resolve(dataFolder));
  return uid === 0 ? null : { uid, gid };
}
