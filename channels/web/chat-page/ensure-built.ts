/** Builds the chat page when its sources are newer than what was built. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const sources = import.meta.dirname;
/** Where the built page lies. */
export const builtFolder = join(sources, '..', '..', '..', 'dist', 'chat-page');

const notBuilt: ReadonlySet<string> = new Set([
  'accessibility-page.ts',
  'browser.ts',
  'built-page.ts',
  'ensure-built.ts',
  'routes.ts',
]);

/** What runs on the server and what tests is no part of what is built. */
const isSource = (name: string) => /\.(tsx?|css|json)$/.test(name) && !/\.test\.ts$/.test(name) && !notBuilt.has(name);

const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isSource(entry.name))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );

/** Whether there is nothing built, or something older than its sources. */
export function isStale(built = builtFolder): boolean {
  const manifest = join(built, 'manifest.json');
  return !existsSync(manifest) || statSync(manifest).mtimeMs < newest(sources);
}

/**
 * Takes about a second when there is something to build. Two programs may start at once: each builds beside and the
 * last one is put in place whole. Rejects when it cannot build; the plain page works without.
 */
export async function ensureBuilt(): Promise<void> {
  if (!isStale()) return;
  const beside = `${builtFolder}.${process.pid}`;
  await runVite(['build', '--config', join(sources, 'vite.config.ts'), '--outDir', beside]);
  try {
    rmSync(builtFolder, { recursive: true, force: true });
    renameSync(beside, builtFolder);
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
