/** Builds a page when its sources are newer than what was built. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { builtFolderOf } from './built-page.ts';

export interface PageSource {
  /** Of the folder below `dist` and of the addresses below `/assets`. */
  readonly name: string;
  /** The folder that holds `main.tsx` and `vite.config.ts`. */
  readonly folder: string;
  /** Other folders that it takes parts from. */
  readonly also?: readonly string[];
  /** Files in these folders that run on the server or test: no part of what is built. */
  readonly notBuilt?: ReadonlySet<string>;
}

const isSource = (name: string, notBuilt: ReadonlySet<string> | undefined) =>
  /\.(tsx?|css|json)$/.test(name) && !/\.test\.ts$/.test(name) && !notBuilt?.has(name);

const newest = ({ folder, also = [], notBuilt }: PageSource): number =>
  Math.max(
    ...[folder, ...also]
      .flatMap((one) => readdirSync(one, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && isSource(entry.name, notBuilt))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );

/** Whether there is nothing built, or something older than its sources. */
export function isPageStale(page: PageSource, built = builtFolderOf(page.name)): boolean {
  const manifest = join(built, 'manifest.json');
  return !existsSync(manifest) || statSync(manifest).mtimeMs < newest(page);
}

/**
 * Takes about a second when there is something to build. Two programs may start at once: each builds beside and the
 * last one is put in place whole. Rejects when it cannot build.
 */
export async function ensurePageBuilt(page: PageSource): Promise<void> {
  if (!isPageStale(page)) return;
  const built = builtFolderOf(page.name);
  const beside = `${built}.${process.pid}`;
  await runVite(['build', '--config', join(page.folder, 'vite.config.ts'), '--outDir', beside]);
  try {
    rmSync(built, { recursive: true, force: true });
    renameSync(beside, built);
  } catch {
    // Another program put the same build in place in between.
    rmSync(beside, { recursive: true, force: true });
  }
}

/** In a process of its own, so that the builder's memory is given back. */
function runVite(args: readonly string[]): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`vite build ended with ${code}`))));
  });
}
