/** Reads the bytes of a file by what they are. Runs in a thread of its own: see read-office-file.ts. */
import { checkZip } from './check-zip.ts';
import { detectKind, isEncryptedOle } from './detect-kind.ts';
import { ContentError } from './file-error.ts';
import type { FileLimits, OfficeKind, RawContent } from './office-file.ts';
import { readHtml } from './read-html.ts';

/** @throws {ContentError} with the code that says why the file is refused. */
export async function parseOfficeFile(
  bytes: Buffer,
  limits: FileLimits,
): Promise<{ readonly kind: OfficeKind; readonly content: RawContent }> {
  if (bytes.length === 0) throw new ContentError('file-empty');
  const signature = detectKind(bytes);
  if (signature === 'zip') return parsePackage(bytes, limits);
  if (signature === 'ole') throw new ContentError(isEncryptedOle(bytes) ? 'file-encrypted' : 'file-binary-office');
  if (signature === 'html') return { kind: 'html', content: readHtml(bytes.toString('utf8')) };
  throw new ContentError('file-kind-unknown');
}

/** The parsers are loaded when they are needed: each takes a fifth of a second. */
async function parsePackage(bytes: Buffer, limits: FileLimits) {
  const { kind, unpacked } = await checkZip(bytes, limits);
  if (kind === 'docx') {
    const { readDocx } = await import('./read-docx.ts');
    return { kind, content: await readDocx(bytes) };
  }
  if (kind === 'xlsx') {
    const { readXlsx } = await import('./read-xlsx.ts');
    return { kind, content: await readXlsx(bytes, unpacked) };
  }
  throw new ContentError('file-kind-unknown');
}
