/** Reads one file of an import by what it is: JSON lines, a ministry's list, or the portal's page of one procedure. */
import { statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { type Found, refused } from './found.ts';
import { readPortalPage } from './read-portal-page.ts';
import { readProcedureList } from './read-procedure-list.ts';
import { readRecordLines } from './read-record-lines.ts';

/** The portal's whole list is 21 MB. */
const largestFile = 100_000_000;

/** Never rejects for what a file holds: what cannot be taken is `refused`. */
export async function* readImportFile(file: string): AsyncGenerator<Found> {
  const problem = problemOf(file);
  if (problem) {
    yield refused(basename(file), problem);
    return;
  }
  try {
    yield* readerOf(extname(file).toLowerCase())(file);
  } catch (error) {
    yield refused(basename(file), error instanceof Error ? error.message : String(error));
  }
}

function problemOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return `there is no file ${file}`;
  if (!found.isFile()) return 'is not a file';
  if (found.size > largestFile)
    return `${Math.round(found.size / 1e6)} MB: larger than ${largestFile / 1e6} MB, cut it into parts`;
  return found.size === 0 ? 'is empty' : null;
}

type Reader = (file: string) => AsyncGenerator<Found>;

const readers: Readonly<Record<string, Reader>> = {
  '.jsonl': readRecordLines,
  '.json': readRecordLines,
  '.xlsx': readProcedureList,
  ...Object.fromEntries(
    ['.docx', '.doc', '.html', '.htm', '.mht', '.mhtml', '.rtf'].map((end) => [end, readPortalPage]),
  ),
};

const readerOf = (ending: string): Reader => readers[ending] ?? unknownKind;

async function* unknownKind(file: string): AsyncGenerator<Found> {
  yield refused(
    basename(file),
    `${extname(file) || 'no ending'}: takes .jsonl records, .xlsx lists of a ministry, .docx, .doc or .html pages of the portal`,
  );
}
