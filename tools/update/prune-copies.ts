/** Copies of the store from before updates: the newest two stay. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

export function pruneCopies(folder: string, keep = 2): void {
  const copies = readdirSync(folder)
    .filter((name) => name.endsWith('.age'))
    .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
    .sort((one, other) => other.at - one.at);
  for (const { name } of copies.slice(keep)) rmSync(join(folder, name), { force: true });
}
