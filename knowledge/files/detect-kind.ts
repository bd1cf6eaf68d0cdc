/** Says what a file is by its first bytes: names lie, above all `.doc`. */
import type { OfficeKind } from './office-file.ts';

/** `zip` needs a look inside; `ole` is the old binary Word and Excel, and the wrapping of files with a password. */
export type FileSignature = Exclude<OfficeKind, 'docx' | 'xlsx'> | 'zip' | 'ole' | 'unknown';

const startsWith = (bytes: Buffer, signature: readonly number[]) =>
  bytes.subarray(0, signature.length).equals(Buffer.from(signature));

/** @param bytes the whole file, or at least its first 64 kB. */
export function detectKind(bytes: Buffer): FileSignature {
  if (startsWith(bytes, [0x50, 0x4b])) return 'zip';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole';
  // A PDF may begin with some bytes of another program.
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  const start = startOf(bytes);
  if (/^\s*\{\\rtf/.test(start)) return 'rtf';
  if (/^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*content-type:\s*multipart\//i.test(start)) return 'mhtml';
  if (/<(?:!doctype html|html|head|body|table|div|p|meta|font|span|h[1-6])[\s>]/i.test(start)) return 'html';
  return looksLikeText(bytes) ? 'text' : 'unknown';
}

/** The first 64 kB as Latin letters, UTF-16 read without its zeros, line ends made one. */
const startOf = (bytes: Buffer) =>
  bytes
    .subarray(0, 65_536)
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .replaceAll('\r\n', '\n');

/** No control characters in the first 64 kB, UTF-16 with its mark apart. */
function looksLikeText(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 65_536);
  if (startsWith(start, [0xff, 0xfe]) || startsWith(start, [0xfe, 0xff])) return true;
  return start.every((byte) => byte >= 0x20 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 27);
}

/** What an OLE file holds: names of its streams stand in it in UTF-16. */
export const isEncryptedOle = (bytes: Buffer): boolean => bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
