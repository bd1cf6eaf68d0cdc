/** A picture as it may be kept: told by its first bytes, without what a phone writes into it (where, when, by whom). */
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng } from './clean-png.ts';

/** Largest picture, in bytes. */
export const mostBytes = 2 * 1024 * 1024;
/** More would make the citizen's phone stop: a small file can unpack to gigabytes. */
const mostPixels = 40_000_000;

export interface CleanPicture {
  readonly type: 'image/png' | 'image/jpeg';
  readonly bytes: Buffer;
}

/** `kind`: neither PNG nor JPEG by its first bytes. `broken`: it begins like one and is none, or has too many pixels. */
export class PictureError extends Error {
  readonly code: 'kind' | 'broken';
  constructor(code: 'kind' | 'broken') {
    super(`The picture was refused: ${code}`);
    this.name = 'PictureError';
    this.code = code;
  }
}

/** What a cleaner gives: the bytes that are left, and the size that the picture says it has. */
export interface Cleaned {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

const pngSign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const jpegSign = Buffer.from([0xff, 0xd8, 0xff]);
const begins = (bytes: Buffer, sign: Buffer) => bytes.subarray(0, sign.length).equals(sign);

/** @throws {PictureError} */
export function cleanPicture(bytes: Buffer): CleanPicture {
  const isPng = begins(bytes, pngSign);
  if (!isPng && !begins(bytes, jpegSign)) throw new PictureError('kind');
  const cleaned = isPng ? cleanPng(bytes) : cleanJpeg(bytes);
  if (!cleaned || cleaned.width * cleaned.height === 0 || cleaned.width * cleaned.height > mostPixels)
    throw new PictureError('broken');
  return { type: isPng ? 'image/png' : 'image/jpeg', bytes: cleaned.bytes };
}
