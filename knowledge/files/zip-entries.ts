/** Looks into a zip package without trusting what it says of itself. */
import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ContentError } from './file-error.ts';

/** One file in the package; `open` unpacks it as a stream that fails when it is longer than `size`. */
export interface ZipEntry {
  readonly name: string;
  /** As the package claims, bytes. */
  readonly size: number;
  readonly packed: number;
  readonly encrypted: boolean;
  open(): Promise<Readable>;
}

/** The entries in the order of the package. @throws {ContentError} for a package that is broken or names paths outside itself. */
export async function* zipEntries(bytes: Buffer): AsyncGenerator<ZipEntry> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
    for await (const entry of zip.eachEntry()) yield entryOf(zip, entry);
  } catch (cause) {
    throw cause instanceof ContentError ? cause : new ContentError('file-corrupted', null, { cause });
  }
}

const entryOf = (zip: ZipFile, entry: Entry): ZipEntry => ({
  name: entry.fileName,
  size: entry.uncompressedSize,
  packed: entry.compressedSize,
  encrypted: entry.isEncrypted(),
  open: () => zip.openReadStreamPromise(entry),
});

/** The text of one small entry (at most 1 MB of it); `null` when the package has none of this name. */
export async function readZipEntry(bytes: Buffer, name: string): Promise<string | null> {
  for await (const entry of zipEntries(bytes)) {
    if (entry.name !== name || entry.size > 1_000_000) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await entry.open()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  }
  return null;
}
