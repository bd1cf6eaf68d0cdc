import { describe, expect, it } from '@jest/globals';
import { PackError, pack, unpack } from './pack.ts';

const arrays = { a: Uint8Array.of(1, 2, 3), b: Float32Array.of(0.5, -1), c: Uint32Array.of(4_000_000_000) };
const copy = (bytes: Uint8Array) => new Uint8Array(bytes);

describe('pack', () => {
  it('gives back what it was given', () => {
    const { head, arrays: read } = unpack(copy(pack({ words: ['giấy'] }, arrays)));
    expect(head).toEqual({ words: ['giấy'] });
    expect(read).toEqual(arrays);
  });

  it('refuses a file that was cut off', () => {
    const bytes = copy(pack({}, arrays));
    expect(() => unpack(bytes.slice(0, bytes.length - 8))).toThrow(PackError);
  });

  it('refuses a file of another make', () => {
    expect(() => unpack(new Uint8Array(64))).toThrow(PackError);
  });
});
