/** Inspects a docx or xlsx package before any parser sees it: bombs, macros, passwords, entities. */
import { ContentError } from './file-error.ts';
import type { FileLimits } from './office-file.ts';
import { type ZipEntry, zipEntries } from './zip-entries.ts';

/** What the package is; other zips are none of ours. */
export type PackageKind = 'docx' | 'xlsx' | 'other';

const mains: Readonly<Record<string, PackageKind>> = { 'word/document.xml': 'docx', 'xl/workbook.xml': 'xlsx' };
const macroNames = /(?:^|\/)(?:vbaProject(?:Signature)?\w*\.bin|vbaData\.xml|macrosheets\/.*)$/i;
const macroTypes = /macroEnabled|vbaProject|ms-office\.intlmacrosheet|ms-excel\.macrosheet/i;
/** Zip, RAR, 7z, programs of Windows and Linux: by their first bytes, never by their name. */
const packed = ['PK\u0003\u0004', 'Rar!', '7z\u00bc\u00af', 'MZ', '\u007fELF'];
/** A chart brings its workbook along: such a part is never opened. */
const ownWorkbook = /\.(?:xlsx|docx|pptx)$/i;
/** Below this an unpacked entry may be as dense as it likes: a page of blanks is no bomb. */
const smallEntry = 1_000_000;

/**
 * Unpacks every entry once, in pieces that are thrown away, so that sizes are measured, not believed.
 *
 * @throws {ContentError} `file-zip-bomb`, `file-has-macros`, `file-has-archive`, `file-encrypted`, `file-has-entities` or `file-corrupted`.
 */
export async function checkZip(
  bytes: Buffer,
  limits: FileLimits,
): Promise<{ readonly kind: PackageKind; readonly unpacked: number }> {
  let kind: PackageKind = 'other';
  let entries = 0;
  let unpacked = 0;
  for await (const entry of zipEntries(bytes)) {
    entries += 1;
    unpacked += entry.size;
    if (entries > limits.entries) throw new ContentError('file-zip-bomb', `hơn ${limits.entries} tệp con`);
    if (unpacked > limits.unpackedBytes) throw new ContentError('file-zip-bomb', `${inMegabytes(unpacked)} khi mở ra`);
    if (entry.encrypted) throw new ContentError('file-encrypted');
    if (macroNames.test(entry.name)) throw new ContentError('file-has-macros');
    if (entry.size > smallEntry && entry.size > entry.packed * limits.ratio)
      throw new ContentError('file-zip-bomb', `nén ${Math.round(entry.size / Math.max(1, entry.packed))} lần`);
    await checkEntry(entry);
    kind = mains[entry.name] ?? kind;
  }
  return { kind, unpacked };
}

const inMegabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

/** A stream that gives more than its entry claims fails by itself. */
async function checkEntry(entry: ZipEntry): Promise<void> {
  const isXml = /\.(?:xml|rels|vml)$/i.test(entry.name);
  let before = '';
  let isFirst = true;
  try {
    for await (const chunk of await entry.open()) {
      const start = (chunk as Buffer).subarray(0, 8).toString('latin1');
      if (isFirst && packed.some((sign) => start.startsWith(sign)) && !ownWorkbook.test(entry.name))
        throw new ContentError('file-has-archive');
      isFirst = false;
      if (!isXml) continue;
      // Without its zeros UTF-16 reads like the rest.
      const text = before + (chunk as Buffer).toString('latin1').replaceAll('\0', '');
      if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new ContentError('file-has-entities');
      if (entry.name === '[Content_Types].xml' && macroTypes.test(text)) throw new ContentError('file-has-macros');
      before = text.slice(-64);
    }
  } catch (cause) {
    throw cause instanceof ContentError ? cause : new ContentError('file-corrupted', null, { cause });
  }
}
