/** Which version serves, for a log or an audit entry. */
import type { Version } from './version.ts';
import { readHead } from './version-files.ts';
import { currentVersion, versionFolder } from './version-store.ts';

/** `null` where nothing was imported. @throws {ImportError} `version-broken` */
export function servingVersion(folder: string): Version | null {
  const number = currentVersion(folder);
  return number === 0 ? null : readHead(versionFolder(folder, number));
}
