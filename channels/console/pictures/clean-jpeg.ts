/** A JPEG with nothing in it but the picture: what a phone writes (place, time, model, a small copy) is left out; which way is up stays. */
import type { Cleaned } from './clean-picture.ts';
import { orientationIn, orientationSegment } from './jpeg-orientation.ts';

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const exif = 0xe1;
/** How the colours were written: without it some pictures come out wrong. It holds nothing else. */
const adobe = 0xee;
const adobeBytes = 14;

/** Tables and headers of the picture itself: frames, Huffman and quantisation tables, restart interval. */
const isPicture = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf) || marker === 0xdb || marker === 0xdd || marker === startOfScan;
/** A frame header says how large it is; 0xc4, 0xc8 and 0xcc are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** `null` for one that is broken. */
export function cleanJpeg(bytes: Buffer): Cleaned | null {
  const parts: Buffer[] = [];
  let size: { width: number; height: number } | null = null;
  let orientation = 1;
  let at = 2;
  for (;;) {
    // Any number of 0xff may stand before a marker.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : 0;
    if (marker === endOfImage) break;
    if (marker === 0 || marker === startOfImage || at + 4 > bytes.length) return null;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) return null;
    const segment = bytes.subarray(at, end);
    if (isFrame(marker) && segment.length >= 9)
      size = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
    if (marker === exif) orientation = orientationIn(segment) ?? orientation;
    if (isPicture(marker) || (marker === adobe && segment.length === adobeBytes + 2)) parts.push(segment);
    at = end;
    if (marker === startOfScan) {
      at = endOfScan(bytes, end);
      parts.push(bytes.subarray(end, at));
    }
  }
  const hasScan = parts.some((part) => part[0] === 0xff && part[1] === startOfScan);
  if (!size || !hasScan) return null;
  const head = [Buffer.from([0xff, startOfImage]), ...(orientation > 1 ? [orientationSegment(orientation)] : [])];
  return { bytes: Buffer.concat([...head, ...parts, Buffer.from([0xff, endOfImage])]), ...size };
}

/** Where the packed picture ends: at a marker that is none of its own (0xff00 stands for 0xff, 0xffd0 to 0xffd7 restart). */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
