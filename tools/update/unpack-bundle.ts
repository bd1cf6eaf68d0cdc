/** Checks a bundle and unpacks it in one reading: what is checked is what is written. */
import { createHash, type KeyObject, verify } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Parser, type ReadEntry } from 'tar';
import { BundleError } from '../bundle/bundle-error.ts';
import { bundleHead, type ReleaseManifest, readManifest, readSums } from '../bundle/release-manifest.ts';

export interface UnpackOptions {
  /** An empty folder of nobody else's. What is in it after a failure is to be thrown away. */
  readonly into: string;
  /** Who must have signed it; `null`: nobody vouches for it. */
  readonly publicKey: KeyObject | null;
  /** Called once, before the first file is written. @throws when it shall not be unpacked here. */
  readonly admit: (manifest: ReleaseManifest) => void;
}

/** Of checksums, signature and manifest, in bytes. */
const mostHeadBytes = 30_000_000;

interface Reading {
  readonly options: UnpackOptions;
  sums: ReadonlyMap<string, string> | null;
  sumsText: Buffer;
  isSigned: boolean;
  manifest: ReleaseManifest | null;
  readonly seen: Set<string>;
  written: number;
}

/**
 * Nothing of the bundle is run, and no entry can lead out of the folder: files alone are taken, each listed with its
 * checksum before it comes; links are made afterwards from the manifest, when their ends were checked.
 *
 * @throws {BundleError} when anything is missing, too much, changed, or not signed by whom it must be.
 */
export async function unpackBundle(file: string, options: UnpackOptions): Promise<ReleaseManifest> {
  const reading: Reading = {
    ...{ options, sums: null, sumsText: Buffer.alloc(0), isSigned: false, manifest: null },
    ...{ seen: new Set<string>(), written: 0 },
  };
  await readEntries(file, (entry) => takeEntry(reading, entry));
  const { manifest, sums, seen } = reading;
  if (!manifest || !sums) throw damaged('it ends before its manifest');
  const missing = [...sums.keys()].find((path) => !seen.has(path));
  if (missing !== undefined) throw damaged(`${shown(missing)} is missing`);
  for (const [path, target] of Object.entries(manifest.links)) {
    mkdirSync(dirname(join(options.into, path)), { recursive: true });
    symlinkSync(target, join(options.into, path));
  }
  return manifest;
}

/** One entry after the other; the first that fails ends it. */
async function readEntries(file: string, take: (entry: ReadEntry) => Promise<void>): Promise<void> {
  let work = Promise.resolve();
  let failed: unknown = null;
  const note = (error: unknown) => {
    failed ??= error;
  };
  const parser = new Parser({ strict: true, maxMetaEntrySize: 100_000 });
  parser.on('entry', (entry: ReadEntry) => {
    work = work
      .then(() => (failed ? void entry.resume() : take(entry)))
      .catch((error: unknown) => {
        note(error);
        entry.resume();
      });
  });
  parser.on('error', note);
  const done = new Promise<void>((resolve) => parser.once('end', resolve).once('error', () => resolve()));
  try {
    for await (const part of createReadStream(file)) {
      if (failed) break;
      if (!parser.write(part as Buffer)) await new Promise((resolve) => parser.once('drain', resolve));
    }
    if (!failed) parser.end();
  } catch (error) {
    note(error);
  }
  if (!failed) await done;
  await work;
  if (failed instanceof Error && 'code' in failed && /^[a-z-]+$/.test(String(failed.code))) throw failed;
  if (failed) throw new BundleError('bad-bundle', `The file is no whole bundle: ${String(failed)}`, { cause: failed });
}

async function takeEntry(reading: Reading, entry: ReadEntry): Promise<void> {
  const { path, size } = entry;
  if (entry.type !== 'File' && entry.type !== 'OldFile') throw damaged(`${shown(path)} is no plain file`);
  if (reading.seen.has(path)) throw damaged(`${shown(path)} comes twice`);
  if (path === bundleHead.sums || path === bundleHead.signature) return takeHead(reading, path, entry);
  const { sums } = reading;
  if (!sums) throw damaged(`${bundleHead.sums} is not its first entry`);
  const sum = sums.get(path);
  if (sum === undefined) throw damaged(`${shown(path)} is not on its list`);
  reading.seen.add(path);
  if (path === bundleHead.manifest) return takeManifest(reading, await bytesOf(entry), sum);
  const { manifest } = reading;
  if (!manifest) throw damaged(`${bundleHead.manifest} does not come before its files`);
  reading.written += size;
  if (reading.written > manifest.bytes) throw damaged('it is larger than it says');
  await writeFile(reading, entry, { sum, mode: manifest.executables.includes(path) ? 0o755 : 0o644 });
}

async function takeHead(reading: Reading, path: string, entry: ReadEntry): Promise<void> {
  const bytes = await bytesOf(entry);
  if (path === bundleHead.sums && !reading.sums) {
    reading.sumsText = bytes;
    reading.sums = readSums(bytes.toString('utf8'));
    return;
  }
  if (path !== bundleHead.signature || !reading.sums || reading.manifest || reading.isSigned)
    throw damaged(`${path} stands in the wrong place`);
  const { publicKey } = reading.options;
  if (publicKey && !verify(null, reading.sumsText, publicKey, bytes))
    throw new BundleError(
      'wrong-signature',
      'The bundle was not signed with the key that this machine trusts. Do not use it; ask who sent it.',
    );
  reading.isSigned = true;
}

function takeManifest(reading: Reading, bytes: Buffer, sum: string): void {
  const { options, sums, sumsText, isSigned } = reading;
  if (options.publicKey && !isSigned)
    throw new BundleError(
      'not-signed',
      'The bundle is not signed, and this machine holds a public key. Ask for a signed one.',
    );
  if (createHash('sha256').update(bytes).digest('hex') !== sum) throw damaged(`${bundleHead.manifest} was changed`);
  const manifest = readManifest(bytes.toString('utf8'), sums ?? new Map());
  const here = `${process.platform}-${process.arch}`;
  if (manifest.platform !== here)
    throw new BundleError(
      'other-platform',
      `The bundle is for ${manifest.platform}, this machine is ${here}. Ask for one made on such a machine.`,
    );
  options.admit(manifest);
  reading.manifest = manifest;
  writeFileSync(join(options.into, bundleHead.manifest), bytes);
  writeFileSync(join(options.into, bundleHead.sums), sumsText);
}

async function writeFile(
  { options }: Reading,
  entry: ReadEntry,
  { sum, mode }: { readonly sum: string; readonly mode: number },
): Promise<void> {
  const target = join(options.into, entry.path);
  mkdirSync(dirname(target), { recursive: true });
  const hash = createHash('sha256');
  // Never over something: two paths that a file system takes for one are refused.
  const out = createWriteStream(target, { flags: 'wx', mode });
  const written = once(out, 'close');
  written.catch(() => {});
  for await (const part of entry) {
    hash.update(part);
    if (!out.write(part)) await Promise.race([once(out, 'drain'), written]);
  }
  out.end();
  await written;
  if (hash.digest('hex') !== sum) throw damaged(`${shown(entry.path)} was changed`);
}

async function bytesOf(entry: ReadEntry): Promise<Buffer> {
  if (entry.size > mostHeadBytes) throw damaged(`${entry.path} is too large`);
  const parts: Buffer[] = [];
  for await (const part of entry) parts.push(part);
  return Buffer.concat(parts);
}

const shown = (path: string): string => JSON.stringify(path.slice(0, 200));

const damaged = (why: string): BundleError =>
  new BundleError('bad-bundle', `The bundle is not to be trusted: ${why}. Copy it again, or ask who sent it.`);
