import { describe, expect, it } from '@jest/globals';
import { wavOf } from './wav.ts';

describe('sound as a file', () => {
  it('is 16 bit, mono, at its rate, and cuts what is too loud', async () => {
    const bytes = Buffer.from(await wavOf(new Float32Array([0, 1, -1, 2, 0.5]), 16_000).arrayBuffer());
    expect(bytes.subarray(0, 4).toString()).toBe('RIFF');
    expect(bytes.subarray(8, 16).toString()).toBe('WAVEfmt ');
    expect([bytes.readUInt16LE(22), bytes.readUInt32LE(24), bytes.readUInt16LE(34)]).toEqual([1, 16_000, 16]);
    expect(bytes.readUInt32LE(40)).toBe(10);
    expect([0, 1, 2, 3, 4].map((at) => bytes.readInt16LE(44 + at * 2))).toEqual([0, 32_767, -32_767, 32_767, 16_383]);
  });
});
