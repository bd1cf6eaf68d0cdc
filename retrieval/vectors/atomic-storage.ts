/** Files of vectra that are whole or absent: vectra by itself leaves half a file when it is killed. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

type Content = Buffer | string;

/** vectra's `FileStorage` on the local disk. */
export const atomicStorage = {
  upsertFile: writeWhole,
  createFile: writeWhole,
  createFolder: async (path: string) => void (await mkdir(path, { recursive: true })),
  deleteFile: (path: string) => rm(path, { force: true }),
  deleteFolder: (path: string) => rm(path, { recursive: true, force: true }),
  getDetails: async (path: string) => ({ name: path, path, isFolder: (await stat(path)).isDirectory() }),
  listFiles: async (path: string) =>
    (await readdir(path, { withFileTypes: true })).map((entry) => ({
      name: entry.name,
      path: join(path, entry.name),
      isFolder: entry.isDirectory(),
    })),
  pathExists: (path: string) =>
    stat(path).then(
      () => true,
      () => false,
    ),
  readFile: (path: string): Promise<Buffer> => readFile(path),
};

/** Writes beside the file, syncs, and takes its place in one step. */
export async function writeWhole(path: string, content: Content | Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.${randomUUID()}.tmp`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}
