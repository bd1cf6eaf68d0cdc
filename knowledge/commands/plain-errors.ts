/** Failures that whoever typed the command can mend: said as one sentence, without a stack. */
import { PersonalDataError } from '../export/personal-number.ts';
import { ImportError } from '../import/import-error.ts';
import { KnowledgeFileError } from '../load-yaml.ts';

const own = [KnowledgeFileError, PersonalDataError, ImportError];

/** What the system answers, and what to do about it; nothing of the command was kept then. */
const ofTheSystem: Readonly<Record<string, string>> = {
  EACCES: 'may not be written or read by this user: run the command as the user of the server, or give it the right',
  EPERM: 'may not be changed by this user: run the command as the user of the server, or give it the right',
  EROFS: 'lies on a disk that can only be read: set DATA_FOLDER or LOCAL_FOLDER to one that can be written',
  ENOSPC: 'found no room on the disk: free some, then run the command again',
  EDQUOT: 'found the quota of this user used up: free some room, then run the command again',
  EIO: 'could not be read or written: the disk reports a fault',
  ENOENT: 'is not there: correct the path',
  ENOTDIR: 'stands where a folder is needed: correct the path',
  EISDIR: 'is a folder where a file is needed: correct the path',
  EMFILE: 'could not be opened, too many files are open: close other programs',
};

const notMade = 'could not be made: the folder above it cannot be written, or is not there';

/** One sentence; `null` for a fault of ours, whose stack is needed. */
export function plainSentence(error: unknown): string | null {
  if (own.some((kind) => error instanceof kind)) return (error as Error).message;
  if (typeof error !== 'object' || error === null || !('code' in error) || !('syscall' in error)) return null;
  // A folder that cannot be made is told by some systems as one that is not there.
  const says = error.syscall === 'mkdir' && error.code === 'ENOENT' ? notMade : ofTheSystem[String(error.code)];
  if (says === undefined) return null;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'What was to be written';
  return `${path} ${says}. Nothing was changed (${String(error.code)}).`;
}
