/** Which files of a checkout make a release: what git follows, the built pages, and the modules that the program runs on. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { BundleError } from './bundle-error.ts';

export interface ReleaseFiles {
  /** Regular files, sorted, with `/` between the parts. */
  readonly files: readonly string[];
  /** Symbolic links among them: path to target. */
  readonly links: Readonly<Record<string, string>>;
}

/** Not for a machine that only runs it. */
const leftOut = /\.test\.tsx?$|^docs\/screenshots\/|^\.ci\/|^evaluations\/datasets\//;
/** Of modules: types and maps, which no running program reads. */
const leftOutOfModules = /\.(?:d\.[cm]?ts|map)$/;

/** @param modules false leaves `node_modules` out. @throws {BundleError} when something is not installed. */
export function listReleaseFiles(root: string, { modules = true }: { readonly modules?: boolean } = {}): ReleaseFiles {
  const followed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
  const found = [
    ...followed.filter((path) => path !== '' && !leftOut.test(path) && existsSync(join(root, path))),
    ...globSync('dist/**/*', { cwd: root }),
    ...(modules ? modulesOf(root).flatMap((folder) => filesOfModule(root, folder)) : []),
  ];
  const files: string[] = [];
  const links: Record<string, string> = {};
  for (const path of found.sort()) {
    const stat = lstatSync(join(root, path));
    if (stat.isFile()) files.push(path);
    else if (stat.isSymbolicLink()) links[path] = readlinkSync(join(root, path));
  }
  return { files, links };
}

interface LockedPackage {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

/**
 * Folders of the modules without those for developers, as the lock file tells them apart.
 *
 * @throws {BundleError} when one is not there; parts for other machines are optional and may be absent.
 */
export function modulesOf(root: string): readonly string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const wanted = Object.entries(packages).filter(([path, { dev }]) => path.startsWith('node_modules/') && !dev);
  const missing = wanted.filter(
    ([path, { optional, devOptional }]) => !optional && !devOptional && !existsSync(join(root, path)),
  );
  if (missing.length > 0)
    throw new BundleError(
      'not-installed',
      `Not installed: ${missing.map(([path]) => path).join(', ')}. Run npm ci and try again.`,
    );
  return wanted.map(([path]) => path).filter((path) => existsSync(join(root, path)));
}

/** Without modules inside of it: the lock file names those themselves. */
function filesOfModule(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesOfModule(root, path);
    return leftOutOfModules.test(entry.name) ? [] : [path];
  });
}
