/** A lock on a folder that the kernel frees when its holder dies, however it dies. */
import { DatabaseSync } from 'node:sqlite';
import { StoreStartError } from '../errors.ts';

const sqliteBusy = 5;

/**
 * Takes the lock or refuses at once; it is never taken from a holder that lives, however long it is silent.
 *
 * A transaction on an empty SQLite file serves as the lock: the same call on every operating system, seen across
 * containers that share the folder, and gone after `kill -9`. A pid file would need guessing about its age.
 *
 * @returns lets go of the lock; safe to call twice.
 */
export function lockFolder(file: string, folder: string): () => void {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== sqliteBusy) throw error;
    throw new StoreStartError(
      'folder-in-use',
      `Another copy of the program is using the data folder ${folder}. Stop that copy first, give this one a data folder of its own, or let both share one PostgreSQL by setting DATABASE_URL.`,
      { cause: error },
    );
  }
  let held = true;
  return () => {
    if (held) lock.close();
    held = false;
  };
}
