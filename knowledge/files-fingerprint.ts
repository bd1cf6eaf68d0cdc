/** A sign that changes when a file below a folder is written, added or taken away. */
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Of the files with this ending, by name, size and moment of writing; a folder that is not there has one as well. */
export async function filesFingerprint(folder: string, ending: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true }).catch(() => [])).filter((name) => name.endsWith(ending));
  const hash = createHash('sha256');
  for (const name of names.sort()) {
    const found = await stat(join(folder, name)).catch(() => null);
    hash.update(`${name}\0${found?.size}\0${found?.mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
