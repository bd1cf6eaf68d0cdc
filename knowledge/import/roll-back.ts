/** Makes an older version serve again. It becomes a version of its own, so that going back can be taken back as well. */
import type { Deciding } from './decide-drafts.ts';
import { nothingImported } from './draft.ts';
import { ImportError } from './import-error.ts';
import type { Version } from './version.ts';
import { readHead } from './version-files.ts';
import { commitVersion, currentVersion, readVersion, versionFolder } from './version-store.ts';

/** @param number `null` for the one before. @throws {ImportError} */
export function rollBack(number: number | null, { folder, by, at }: Deciding): Version {
  const base = currentVersion(folder);
  if (base === 0) throw new ImportError('no-such-version', 'Nothing was imported yet: there is nothing to go back to.');
  const to = number ?? versionBefore(folder, base);
  if (!Number.isInteger(to) || to < 0 || to >= base)
    throw new ImportError(
      'no-such-version',
      `Version ${to} does not come before ${base}: see npm run knowledge -- import --list`,
    );
  const imported = to === 0 ? nothingImported : readVersion(folder, to);
  const says = to === 0 ? 'back to nothing imported' : `back to version ${to}`;
  return commitVersion(folder, imported, { base, did: 'rollback', by, at, says });
}

/** The version that the serving one was made of. A broken head does not tell: then the number before. */
function versionBefore(folder: string, current: number): number {
  const head = headOf(folder, current);
  if (head?.did !== 'rollback') return head?.base ?? current - 1;
  throw new ImportError(
    'no-such-version',
    `Version ${current} is itself a step back (${head.says}). Name the version to go to: npm run knowledge -- import --rollback NUMBER`,
  );
}

function headOf(folder: string, number: number): Version | null {
  try {
    return readHead(versionFolder(folder, number));
  } catch {
    return null;
  }
}
