/** Which way is up: the one thing that a picture's EXIF is read for, and the one that is written back. */

const headerBytes = 10;
const tag = 0x0112;

/** 1 to 8; `null` where the segment does not say. @param segment an APP1 of a JPEG, with its marker. */
export function orientationIn(segment: Buffer): number | null {
  if (segment.toString('latin1', 4, headerBytes) !== 'Exif\0\0') return null;
  const tiff = segment.subarray(headerBytes);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = long(4);
  const count = short(directory);
  for (let row = 0; row < Math.min(count, 200); row += 1) {
    const at = directory + 2 + row * 12;
    if (short(at) === tag) {
      const given = short(at + 8);
      return given >= 1 && given <= 8 ? given : null;
    }
  }
  return null;
}

/** An APP1 that says it and nothing else. */
export function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(tag, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(2 + 6 + tiff.length, 2);
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff]);
}
