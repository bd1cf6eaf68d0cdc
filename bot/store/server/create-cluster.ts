/** Makes PostgreSQL's data folder, once. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { chmod, chown, lchown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { StoreStartError } from '../errors.ts';
import type { Programs } from './find-programs.ts';
import type { ServerUser } from './server-user.ts';

/**
 * The path by which PostgreSQL enters the folder that it is started in.
 *
 * As another user it may not be able to walk there from the root (a clone below /root); the folder it already
 * stands in it can always use. PostgreSQL works with paths relative to its data folder from then on.
 */
export function pathForServer(cluster: string, user: ServerUser): string {
  return user.uid !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : cluster;
}

/**
 * Makes the data folder if there is none. It is built under another name and renamed when it is complete, so a
 * start that is killed half-way leaves only a leftover, which the next one removes.
 */
export async function createCluster(
  cluster: string,
  { programs, user, password }: { programs: Programs; user: ServerUser; password: string },
): Promise<void> {
  const parent = dirname(cluster);
  for (const name of await readdir(parent)) {
    if (name.startsWith(`${basename(cluster)}.new-`)) await rm(join(parent, name), { recursive: true, force: true });
  }
  const half = `${cluster}.new-${randomUUID()}`;
  const passwordFile = `${half}-password`;
  await mkdir(half, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined) for (const path of [half, passwordFile]) await chown(path, user.uid, user.gid);
  try {
    runInitdb(half, passwordFile, programs, user);
    await rename(half, cluster);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function runInitdb(folder: string, passwordFile: string, programs: Programs, user: ServerUser): void {
  const file = openSync(passwordFile, 'r');
  const byNumber = user.uid !== undefined && process.platform === 'linux';
  try {
    const { status, stderr, error } = spawnSync(
      programs.initdb,
      [
        `--pgdata=${pathForServer(folder, user)}`,
        `--pwfile=${byNumber ? '/proc/self/fd/3' : passwordFile}`,
        ...['--username=postgres', '--auth=scram-sha-256', '--no-instructions'],
        ...['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ],
      { cwd: folder, stdio: ['ignore', 'ignore', 'pipe', file], encoding: 'utf8', ...user },
    );
    if (status === 0) return;
    throw new StoreStartError(
      'server-did-not-start',
      `PostgreSQL could not make its data folder in ${folder}: ${(stderr || error?.message || `status ${status}`).trim().slice(-500)}`,
      { cause: error },
    );
  } finally {
    closeSync(file);
  }
}

/** Refuses a data folder of another major version of PostgreSQL; `PG_VERSION` lies beside the data since it was made. */
export async function refuseOtherVersion(cluster: string, major: number): Promise<void> {
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => 'unknown')).trim();
  if (found === String(major)) return;
  throw new StoreStartError(
    'other-postgres-version',
    `The store in ${cluster} was made by PostgreSQL ${found} (file PG_VERSION), and this program brings PostgreSQL ${major}. Start the version of the program that made it and take a backup, then restore that into a new data folder; or run the old server yourself and set DATABASE_URL.`,
  );
}

/** Gives the folder to the user PostgreSQL runs as, when it was made by another (a volume from another machine). */
export async function ownCluster(cluster: string, user: ServerUser): Promise<void> {
  await chmod(cluster, 0o700);
  if (user.uid === undefined) return;
  await chown(cluster, user.uid, user.gid);
  for (const entry of await readdir(cluster, { recursive: true })) {
    await lchown(join(cluster, entry), user.uid, user.gid);
  }
}
