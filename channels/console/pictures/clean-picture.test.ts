import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanPicture, PictureError } from './clean-picture.ts';
import { orientationIn } from './jpeg-orientation.ts';
import { pngSign, testJpeg, testPng } from './test-pictures.ts';

const codeOf = (bytes: Buffer): string => {
  try {
    return cleanPicture(bytes).type;
  } catch (error) {
    if (error instanceof PictureError) return error.code;
    throw error;
  }
};

describe('a picture that an officer sends', () => {
  it('loses what the phone wrote: place, name, comment, what stands behind the end', () => {
    const { type, bytes } = cleanPicture(testJpeg());
    expect(type).toBe('image/jpeg');
    expect(testJpeg().toString('latin1')).toMatch(/GPS.*Nguyen Van Thu/s);
    expect(bytes.toString('latin1')).not.toMatch(/GPS|Thu|chup|JFIF|behind/);
    expect(bytes.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
  });

  it('stays the right way up, and a straight one says nothing of it', () => {
    const { bytes } = cleanPicture(testJpeg({ orientation: 6 }));
    expect(orientationIn(bytes.subarray(2))).toBe(6);
    expect(cleanPicture(testJpeg({ orientation: 1 })).bytes.includes('Exif')).toBe(false);
    expect(cleanPicture(testJpeg({ orientation: 77 })).bytes.includes('Exif')).toBe(false);
  });

  it('is the same when it is cleaned once more', () => {
    for (const picture of [testJpeg(), testPng()]) {
      const once = cleanPicture(picture).bytes;
      expect(cleanPicture(once).bytes.equals(once)).toBe(true);
    }
  });

  it('as a PNG loses texts and EXIF, and keeps the picture', () => {
    const dirty = testPng({
      more: [
        ['tEXt', 'Author\0Nguyen Van Thu'],
        ['eXIf', 'GPS 21.0278N'],
      ],
    });
    expect(cleanPicture(dirty).bytes.equals(testPng())).toBe(true);
    expect(cleanPicture(Buffer.concat([testPng(), Buffer.from('<script>')])).bytes.equals(testPng())).toBe(true);
  });

  it('is told by its first bytes, whatever its name says', () => {
    expect(codeOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))).toBe('kind');
    expect(codeOf(Buffer.from('GIF89a'))).toBe('kind');
    expect(codeOf(Buffer.alloc(0))).toBe('kind');
    expect(codeOf(pngSign)).toBe('broken');
    expect(codeOf(Buffer.from([0xff, 0xd8, 0xff]))).toBe('broken');
  });

  it('is refused when it would unpack to more than a phone can hold, or to nothing', () => {
    expect(codeOf(testPng({ width: 30_000, height: 30_000 }))).toBe('broken');
    expect(codeOf(testPng({ width: 0 }))).toBe('broken');
  });

  it('is refused when a byte of it was changed on its way', () => {
    const bytes = testPng();
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    expect(codeOf(bytes)).toBe('broken');
  });

  it('never makes the program fail or hang, whatever the bytes', () => {
    const head = fc.constantFrom(
      pngSign,
      Buffer.from([0xff, 0xd8, 0xff, 0xe1]),
      testJpeg().subarray(0, 60),
      testPng().subarray(0, 40),
    );
    fc.assert(
      fc.property(head, fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        expect(['kind', 'broken', 'image/png', 'image/jpeg']).toContain(codeOf(Buffer.concat([start, rest])));
      }),
      { numRuns: 2000 },
    );
  });

  it('cut off anywhere is broken, and never leaks what was cut', () => {
    const whole = testJpeg();
    for (let length = 3; length < whole.length; length += 1) {
      const cut = whole.subarray(0, length);
      const code = codeOf(cut);
      if (code === 'image/jpeg') expect(cleanPicture(cut).bytes.includes('GPS')).toBe(false);
    }
  });
});
