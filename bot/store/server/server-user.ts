/** As whom PostgreSQL runs: it refuses to run as root, so root lends it a user of its own. */
import { execFileSync } from 'node:child_process';
import { lstatSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreStartError } from '../errors.ts';

/** What `spawn` takes; empty when the program is not root and PostgreSQL simply runs as the same user. */
export type ServerUser = { readonly uid: number; readonly gid: number } | Readonly<Record<string, never>>;

/** The user to run PostgreSQL as. As root, the user `postgres`, made when the machine has none. */
export function findServerUser(): ServerUser {
  if (process.getuid?.() !== 0) return {};
  return idsOf('postgres') ?? makeUser();
}

function makeUser(): ServerUser {
  try {
    run('groupadd', ['--system', '--force', 'postgres']);
    run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  } catch (error) {
    const made = idsOf('postgres');
    if (made) return made;
    throw new StoreStartError(
      'no-postgres-program',
      'PostgreSQL does not run as root, and making a user "postgres" for it failed. Make that user (useradd --system postgres), start the program as an ordinary user, or set DATABASE_URL.',
      { cause: error },
    );
  }
  return idsOf('postgres') ?? {};
}

function idsOf(name: string): ServerUser | null {
  try {
    return { uid: Number(run('id', ['-u', name])), gid: Number(run('id', ['-g', name])) };
  } catch {
    return null;
  }
}

const run = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Whether `user` can pass through every folder above `path`. A home of root's, mode 700, is where it cannot. */
export function canReach(path: string, user: ServerUser): boolean {
  if (user.uid === undefined) return true;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid } = statSync(folder);
    const open = uid === user.uid ? mode & 0o100 : mode & 0o001;
    if (!open) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Refuses a data folder that another user made, before PostgreSQL does so in words of its own. Root may use any. */
export function refuseForeignFolder(cluster: string): void {
  const mine = process.getuid?.();
  const { uid } = lstatSync(cluster);
  if (mine === undefined || mine === 0 || uid === mine) return;
  throw new StoreStartError(
    'folder-not-ours',
    `The store in ${cluster} belongs to the user with number ${uid}, and the program runs as number ${mine}. Start it as the user who made the folder, or hand the folder over (chown -R ${mine} ${dirname(cluster)}).`,
  );
}
