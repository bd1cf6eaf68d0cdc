/** Reads the bytes of a file by what they are. Runs in a thread of its own: see read-office-file.ts. */
import { checkZip } from './check-zip.ts';
import { decodeBytes } from './decode-bytes.ts';
import { decodeContent } from './decode-content.ts';
import { detectKind, isEncryptedOle } from './detect-kind.ts';
import { ContentError } from './file-error.ts';
import type { FileLimits, OfficeKind, RawContent } from './office-file.ts';
import { readHtml } from './read-html.ts';
import { readMhtml } from './read-mhtml.ts';
import { readText } from './read-text.ts';
import { readRtf } from './rtf/read-rtf.ts';

interface Parsed {
  readonly kind: OfficeKind;
  readonly content: RawContent;
}

/** @throws {ContentError} with the code that says why the file is refused. */
export async function parseOfficeFile(bytes: Buffer, limits: FileLimits): Promise<Parsed> {
  if (bytes.length === 0) throw new ContentError('file-empty');
  const { kind, content } = await parse(bytes, limits);
  return { kind, content: decodeContent(content) };
}

async function parse(bytes: Buffer, limits: FileLimits): Promise<Parsed> {
  const kind = detectKind(bytes);
  switch (kind) {
    case 'zip':
      return parsePackage(bytes, limits);
    case 'ole':
      throw new ContentError(isEncryptedOle(bytes) ? 'file-encrypted' : 'file-binary-office');
    case 'pdf':
      return { kind, content: await (await import('./read-pdf.ts')).readPdf(bytes) };
    case 'html':
      return { kind, content: readHtml(decodeBytes(bytes)) };
    case 'mhtml':
      return { kind, content: readMhtml(bytes) };
    case 'rtf':
      return { kind, content: readRtf(bytes) };
    case 'text':
      return { kind, content: readText(decodeBytes(bytes)) };
    case 'unknown':
      throw new ContentError('file-kind-unknown');
  }
}

/** The parsers are loaded when they are needed: each takes a fifth of a second. */
async function parsePackage(bytes: Buffer, limits: FileLimits): Promise<Parsed> {
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
