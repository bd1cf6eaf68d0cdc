/** One update at a time; the kernel lets go of the lock when its holder dies. */
import { join } from 'node:path';
import { StoreStartError } from '../../bot/store/errors.ts';
import { lockFolder } from '../../bot/store/server/folder-lock.ts';

/** @returns lets go; `null` while another update holds it. */
export function lockInstallation(home: string): (() => void) | null {
  try {
    return lockFolder(join(home, 'update.lock'), home);
  } catch (error) {
    if (error instanceof StoreStartError && error.code === 'folder-in-use') return null;
    throw error;
  }
}
