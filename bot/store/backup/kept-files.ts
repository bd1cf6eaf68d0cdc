/** The files that belong to an installation beside its database. */
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { BackupError } from './frames.ts';
import type { KeptFile } from './write-snapshot.ts';

/** Where each kind of file lies here, by the name it has in a backup: a folder, or one file. */
export type Places = Readonly<Record<string, string>>;

/** Every file of the places that are there, by name and path: `documents/0012/text.md`. */
export function* filesOf(places: Places): Generator<KeptFile> {
  for (const [name, place] of Object.entries(places)) {
    if (!existsSync(place)) continue;
    const found = statSync(place).isDirectory()
      ? globSync('**/*', { cwd: place }).map((path) => join(place, path))
      : [place];
    for (const file of found.sort()) {
      const { mode } = statSync(file);
      if (!statSync(file).isFile()) continue;
      const inside = relative(place, file).split(sep).join('/');
      yield { path: inside === '' ? name : `${name}/${inside}`, mode: mode & 0o777, bytes: readFileSync(file) };
    }
  }
}

/** Writes them where they lie here. @throws {BackupError} for a path that leads elsewhere: nothing is written then. */
export function putFiles(files: readonly KeptFile[], places: Places): void {
  const targets = files.map((file) => ({ ...file, target: targetOf(file.path, places) }));
  for (const { target, mode, bytes } of targets) {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}.part`, bytes, { mode });
    renameSync(`${target}.part`, target);
  }
}

function targetOf(path: string, places: Places): string {
  const [name = '', ...inside] = path.split('/');
  const place = places[name];
  const target = place === undefined ? null : resolve(place, ...inside);
  if (place !== undefined && target !== null && (target === resolve(place) || target.startsWith(resolve(place) + sep)))
    return target;
  throw new BackupError('bad-backup', `The backup holds a file that has no place here: ${JSON.stringify(path)}.`);
}
