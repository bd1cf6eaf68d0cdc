/** Builds kept on disk: each in a folder named by its content, whole or absent, the newest pointed at. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../vectors/atomic-storage.ts';

const pointer = 'current';

/** A name for what a build is made of: the same parts, the same name. */
export function nameOfBuild(parts: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 24);
}

/** Folder of a finished build, `null` when there is none of that name. */
export async function findBuild(folder: string, name: string): Promise<string | null> {
  const current = await readFile(join(folder, pointer), 'utf8').catch(() => '');
  return current.trim() === name ? join(folder, name) : null;
}

/**
 * Lets `write` fill a draft folder, then swaps it in: readers see the old build or the new one, never half of one.
 * Builds of other names are removed afterwards; a process that still reads one has it in memory.
 */
export async function swapIn(folder: string, name: string, write: (draft: string) => Promise<void>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `${name}.${randomUUID()}.draft`);
  await mkdir(draft);
  try {
    await write(draft);
    await rm(join(folder, name), { recursive: true, force: true });
    await rename(draft, join(folder, name));
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another process may have finished the very same build in the meantime.
    if (await findBuild(folder, name)) return;
    throw error;
  }
  await writeWhole(join(folder, pointer), name);
  await removeOldDrafts(folder);
  const others = (await readdir(folder)).filter(
    (entry) => entry !== name && entry !== pointer && !entry.endsWith('.draft') && !entry.endsWith('.tmp'),
  );
  await Promise.all(others.map((entry) => rm(join(folder, entry), { recursive: true, force: true })));
}

const oldAfter = 3_600_000;

/** Drafts that a killed process left behind; a younger one may still be written. */
async function removeOldDrafts(folder: string): Promise<void> {
  for (const entry of (await readdir(folder)).filter((name) => name.endsWith('.draft'))) {
    const path = join(folder, entry);
    const made = await stat(path).catch(() => null);
    if (made && Date.now() - made.mtimeMs > oldAfter) await rm(path, { recursive: true, force: true });
  }
}
