/** Puts a checked release into its place beside the others, whole or not at all. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ReleaseManifest, releaseName } from '../bundle/release-manifest.ts';
import { currentRelease, type Installation, releaseFolder } from './installation.ts';
import { UpdateError } from './update-error.ts';

/** `unpackBundle` with the key that must have signed. */
export type Unpack = (
  file: string,
  options: { readonly into: string; readonly admit: (manifest: ReleaseManifest) => void },
) => Promise<ReleaseManifest>;

interface PlaceParts {
  readonly installation: Pick<Installation, 'home' | 'dataFolder'>;
  readonly unpack: Unpack;
  readonly say: (text: string) => void;
}

/** Beside the release and the copy of the store, in bytes: the program needs room to write. */
const spareBytes = 300_000_000;

/** @returns the name of the release. @throws {UpdateError} without room, or when that release serves already. */
export async function placeRelease(file: string, { installation, unpack, say }: PlaceParts): Promise<string> {
  const { home } = installation;
  const into = join(home, 'releases', `.new-${process.pid}`);
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true, mode: 0o755 });
  try {
    const manifest = await unpack(file, { into, admit: (found) => admit(found, installation) });
    const name = releaseName(manifest);
    keepOnDisk(into);
    const folder = releaseFolder(home, name);
    rmSync(folder, { recursive: true, force: true });
    renameSync(into, folder);
    say(`${name} is unpacked and checked.`);
    return name;
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}

function admit(manifest: ReleaseManifest, { home, dataFolder }: PlaceParts['installation']): void {
  const name = releaseName(manifest);
  if (currentRelease(home) === name)
    throw new UpdateError('same-release', `${name} is the release that serves already: nothing to do.`);
  const store = existsSync(dataFolder) ? bytesIn(dataFolder) : 0;
  for (const [place, needed] of [
    [home, manifest.bytes + spareBytes],
    [existsSync(dataFolder) ? dataFolder : home, store + spareBytes],
  ] as const) {
    const { bavail, bsize } = statfsSync(place);
    if (bavail * bsize < needed)
      throw new UpdateError(
        'no-room',
        `${place} has ${Math.floor((bavail * bsize) / 1e6)} MB free, the update needs ${Math.ceil(needed / 1e6)} MB. Free some space and try again: nothing was changed.`,
      );
  }
}

const bytesIn = (folder: string): number =>
  globSync('**/*', { cwd: folder }).reduce(
    (sum, path) => sum + (statSync(join(folder, path), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );

/** Thousands of small files: one call for the whole file system instead of one each. */
function keepOnDisk(folder: string): void {
  if (process.platform === 'linux') execFileSync('sync', ['-f', folder], { stdio: 'ignore' });
}
