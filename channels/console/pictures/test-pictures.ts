/** Small real pictures for suites, with what phones write into them. */
import { crc32, deflateSync } from 'node:zlib';

const chunk = (kind: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

export const pngSign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A grey PNG; `width` and `height` are what it says of itself. */
export function testPng({ width = 1, height = 1, more = [] as readonly (readonly [string, string])[] } = {}): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    pngSign,
    chunk('IHDR', header),
    ...more.map(([kind, text]) => chunk(kind, Buffer.from(text, 'utf8'))),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One grey pixel, as a program wrote it: no EXIF. */
const plainJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);

const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

/** A JPEG of one pixel with EXIF in which a place and a name stand, a comment, and something behind its end. */
export function testJpeg({ orientation = 6 } = {}): Buffer {
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0', 'latin1'),
    Buffer.from([orientation, 0, 0, 0, 0, 0, 0, 0]),
    Buffer.from('GPS 21.0278N 105.8342E Nguyen Van Thu', 'latin1'),
  ]);
  return Buffer.concat([
    plainJpeg.subarray(0, 2),
    segment(0xe1, exif),
    segment(0xfe, Buffer.from('chup boi may cua Thu', 'latin1')),
    plainJpeg.subarray(2),
    Buffer.from([0xff, 0xd9]),
    Buffer.from('behind the end', 'latin1'),
  ]);
}
