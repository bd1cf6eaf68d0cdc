/** Bytes of a text file into a string, by its mark, by what it says of itself, or by trying. */

const says = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i;

/** Never throws. What is no UTF-8 is read as Windows-1252: so text of old fonts keeps its codes. */
export function decodeBytes(bytes: Uint8Array, charset: string | null = null): string {
  const marked = markOf(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  const utf8 = tryDecode(bytes, 'utf-8', true);
  if (utf8 !== null) return utf8;
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const [, inMeta, inXml] = says.exec(start) ?? [];
  const named = charset ?? inMeta ?? inXml ?? '';
  // A file that calls itself UTF-8 and is not was typed in an old program.
  const real = /^utf-?8$/i.test(named) ? null : tryDecode(bytes, named, false);
  return real ?? new TextDecoder('windows-1252').decode(bytes);
}

function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

function tryDecode(bytes: Uint8Array, charset: string, fatal: boolean): string | null {
  try {
    return charset === '' ? null : new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}
