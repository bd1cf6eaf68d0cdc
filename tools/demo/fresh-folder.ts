/** The folder of a demo: its store begins anew each time, for the invented cases of another day would stand beside today's. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder holds a store that is not a demo's. */
export class DemoFolderError extends Error {
  readonly code = 'demo-folder';
}

const mark = 'this-is-a-demo';

/** @throws {DemoFolderError} when a store is there that no demo made: nothing is deleted then. */
export function freshFolder(folder: string): void {
  const store = join(folder, 'postgres');
  if (existsSync(store) && !existsSync(join(folder, mark)))
    throw new DemoFolderError(`${folder} holds a store that no demo made. Name another folder by --folder.`);
  rmSync(store, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, mark), 'The store beside this file is deleted when the next demo starts.\n');
}
