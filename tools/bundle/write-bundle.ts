/** Writes a release as one file: checksums, signature, manifest, then every file. */
import { createHash, type KeyObject, sign } from 'node:crypto';
import { createReadStream, mkdtempSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { create } from 'tar';
import type { ReleaseFiles } from './list-release-files.ts';
import { bundleHead, type ReleaseManifest, writeSums } from './release-manifest.ts';

export type ReleaseFacts = Pick<
  ReleaseManifest,
  'version' | 'commit' | 'committedAt' | 'platform' | 'node' | 'migrations'
>;

export interface BundleParts extends ReleaseFiles {
  /** What the paths are below of. */
  readonly root: string;
  readonly facts: ReleaseFacts;
  /** Private half, ed25519; `null`: the bundle is not signed. */
  readonly key: KeyObject | null;
}

export interface BundleReport {
  readonly manifest: ReleaseManifest;
  readonly files: number;
  /** Of the packed file. */
  readonly packedBytes: number;
  readonly sha256: string;
}

/** The same checkout gives the same bytes: times are the commit's. The file appears whole or not at all. */
export async function writeBundle(file: string, parts: BundleParts): Promise<BundleReport> {
  const { root, files, key } = parts;
  const stage = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-bundle-'));
  const half = `${resolve(file)}.part`;
  try {
    const manifest = manifestOf(parts);
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    const sums = new Map([[bundleHead.manifest as string, sumOf(text)]]);
    for (const path of files) sums.set(path, await sumOfFile(join(root, path)));
    const list = writeSums(sums);
    writeFileSync(join(stage, bundleHead.sums), list);
    writeFileSync(join(stage, bundleHead.manifest), text);
    if (key) writeFileSync(join(stage, bundleHead.signature), sign(null, Buffer.from(list), key));
    // The files themselves are reached through the top of the checkout: nothing is copied.
    for (const top of new Set(files.map((path) => path.split('/')[0] ?? path)))
      symlinkSync(join(resolve(root), top), join(stage, top));
    const head = [bundleHead.sums, ...(key ? [bundleHead.signature] : []), bundleHead.manifest];
    await pack(half, { stage, paths: [...head, ...files], at: new Date(manifest.committedAt) });
    const report = {
      manifest,
      files: files.length,
      packedBytes: statSync(half).size,
      sha256: await sumOfFile(half),
    };
    renameSync(half, file);
    return report;
  } finally {
    rmSync(stage, { recursive: true, force: true });
    rmSync(half, { force: true });
  }
}

function manifestOf({ root, files, links, facts }: BundleParts): ReleaseManifest {
  const stats = files.map((path) => ({ path, ...sizeAndMode(join(root, path)) }));
  return {
    format: 1,
    name: 'hoi-mot-cua',
    ...facts,
    migrations: [...facts.migrations],
    bytes: stats.reduce((sum, { size }) => sum + size, 0),
    executables: stats.filter(({ mode }) => mode & 0o100).map(({ path }) => path),
    links: { ...links },
  };
}

const sizeAndMode = (file: string) => {
  const { size, mode } = statSync(file);
  return { size, mode };
};

interface Packing {
  readonly stage: string;
  readonly paths: readonly string[];
  readonly at: Date;
}

async function pack(file: string, { stage, paths, at }: Packing): Promise<void> {
  // A file with two names must come as two files: no entry may be a link.
  const linkCache = Object.assign(new Map<`${number}:${number}`, string>(), { get: () => undefined });
  const options = { gzip: { level: 6 }, portable: true, follow: true, noDirRecurse: true, mtime: at, linkCache };
  await create({ ...options, cwd: stage, file }, [...paths]);
}

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex');

async function sumOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}
