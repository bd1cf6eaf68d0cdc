/** Files of vectra that are whole or absent: vectra by itself leaves half a file when it is killed. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The part of vectra's `FileStorage` that `LocalIndex` uses, on the local disk. */
export const atomicStorage = {
  async upsertFile(path: string, content: Buffer | string): Promise<void> {
    const draft = `${path}.${process.pid}.${randomUUID()}.tmp`;
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  },
  createFile: (path: string, content: Buffer | string): Promise<void> => atomicStorage.upsertFile(path, content),
  createFolder: async (path: string): Promise<void> => void (await mkdir(path, { recursive: true })),
  deleteFile: (path: string): Promise<void> => rm(path, { force: true }),
  deleteFolder: (path: string): Promise<void> => rm(path, { recursive: true, force: true }),
  async getDetails(path: string) {
    const found = await stat(path);
    return { name: path, path, isFolder: found.isDirectory() };
  },
  async listFiles(path: string) {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, path: join(path, entry.name), isFolder: entry.isDirectory() }));
  },
  pathExists: async (path: string): Promise<boolean> =>
    stat(path).then(
      () => true,
      () => false,
    ),
  readFile: (path: string): Promise<Buffer> => readFile(path),
};
