/** A PNG with nothing in it but the picture: text, time and EXIF chunks are left out, and whatever stands behind its end. */
import { crc32 } from 'node:zlib';
import type { Cleaned } from './clean-picture.ts';

const signBytes = 8;
/** Length, kind and checksum around a chunk's data. */
const frame = 12;
const kept = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'cHRM', 'sBIT', 'IDAT', 'IEND']);

/** `null` for one that is broken. */
export function cleanPng(bytes: Buffer): Cleaned | null {
  const parts: Buffer[] = [bytes.subarray(0, signBytes)];
  let at = signBytes;
  let size: { width: number; height: number } | null = null;
  let hasData = false;
  while (at + frame <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const end = at + frame + length;
    if (end > bytes.length) return null;
    const kind = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null;
    if ((size === null) !== (kind === 'IHDR')) return null;
    if (kind === 'IHDR') {
      if (length !== 13) return null;
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    }
    hasData ||= kind === 'IDAT';
    if (kept.has(kind)) parts.push(bytes.subarray(at, end));
    if (kind === 'IEND') return size && hasData ? { bytes: Buffer.concat(parts), ...size } : null;
    at = end;
  }
  return null;
}
