/** Which build runs: of the package, and of the repository where there is one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export interface BuildInfo {
  readonly version: string;
  /** The commit's first twelve digits; `unknown` where neither a repository nor a file `commit` tells. */
  readonly commit: string;
}

const root = join(import.meta.dirname, '..');
const packageSchema = z.object({ version: z.string() });

export function buildInfo(folder: string = root): BuildInfo {
  const text = readIn(folder, 'package.json');
  const version = text === null ? 'unknown' : packageSchema.parse(JSON.parse(text)).version;
  return { version, commit: (commitOf(folder) ?? 'unknown').slice(0, 12) };
}

/** A bundle carries its commit in a file; a checkout in its `.git`. */
function commitOf(folder: string): string | null {
  const told = hashIn(readIn(folder, 'commit'));
  if (told) return told;
  const git = gitFolder(folder);
  const head = readIn(git, 'HEAD')?.trim() ?? '';
  const name = /^ref: (refs\/[\w./-]+)$/.exec(head)?.[1];
  if (!name) return hashIn(head);
  // A second working tree keeps its branches with the first.
  const common = readIn(git, 'commondir')?.trim();
  const shared = common ? join(git, common) : git;
  const packed = readIn(shared, 'packed-refs')
    ?.split('\n')
    .find((line) => line.endsWith(` ${name}`));
  return hashIn(readIn(shared, name)) ?? hashIn(packed?.split(' ')[0] ?? null);
}

function gitFolder(folder: string): string {
  const pointer = readIn(folder, '.git')?.trim();
  return /^gitdir: (.+)$/.exec(pointer ?? '')?.[1] ?? join(folder, '.git');
}

const hashIn = (text: string | null): string | null => /^[\da-f]{40}$/.exec(text?.trim() ?? '')?.[0] ?? null;

function readIn(folder: string, name: string): string | null {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    return null;
  }
}
