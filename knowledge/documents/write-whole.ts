/** Writes so that a file or folder is there whole or not at all, whenever the program is killed. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from './error-code.ts';

/** What is being written: the number of the process tells whose it is. */
const draftName = () => `.draft-${process.pid}-${randomBytes(6).toString('hex')}`;
const draftPattern = /^\.(?:draft|gone)-(\d+)-[0-9a-f]+$/;
/** Drafts of a process that is gone are swept; those of a number that lives again, after an hour. */
const oldAfterMs = 3_600_000;

async function writeFlushed(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o640);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the names in a folder survive a power cut; where the system cannot, the files are whole all the same. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Replaces one file. */
export async function writeFileWhole(file: string, text: string): Promise<void> {
  const draft = join(dirname(file), draftName());
  await writeFlushed(draft, text);
  await rename(draft, file);
  await flushFolder(dirname(file));
}

/** Makes a folder with these files. @returns false when it is there already: nothing is changed then. */
export async function writeFolderWhole(
  parent: string,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<boolean> {
  const draft = join(parent, draftName());
  await mkdir(draft, { recursive: true });
  try {
    for (const [file, text] of Object.entries(files)) await writeFlushed(join(draft, file), text);
    await flushFolder(draft);
    // A folder with files in it is never replaced by a rename.
    await rename(draft, join(parent, name));
    await flushFolder(parent);
    return true;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (isThere(error)) return false;
    throw error;
  }
}

const isThere = (error: unknown) => ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(error));

/** Takes a folder away at one stroke. @returns false when it is not there. */
export async function removeFolderWhole(parent: string, name: string): Promise<boolean> {
  const gone = join(parent, draftName().replace('draft', 'gone'));
  try {
    await rename(join(parent, name), gone);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
  await rm(gone, { recursive: true, force: true });
  await flushFolder(parent);
  return true;
}

/** Clears what killed programs left. */
export async function sweepDrafts(parent: string, now: Date): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const owner = Number(draftPattern.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(owner) || owner === process.pid) continue;
    const found = await stat(join(parent, name)).catch(() => null);
    const old = found !== null && now.getTime() - found.mtimeMs > oldAfterMs;
    if (old || !isAlive(owner)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
