import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeSealer } from './seal-slots.ts';

const sealer = makeSealer(Buffer.alloc(32, 1));
const turn = '5f0c8f0e-2a51-4c8e-9a39-0d4f7c1b2a3d';
const slots = { '⟦cccd-1⟧': '079123456789' };

describe('makeSealer', () => {
  it('opens what it sealed', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true }), (id, any) => {
        expect(sealer.open(id, sealer.seal(id, any))).toEqual(any);
      }),
    );
  });

  it('seals nothing as nothing, and the same slots differently each time', () => {
    expect(sealer.seal(turn, {})).toBeNull();
    expect(sealer.seal(turn, slots)?.equals(sealer.seal(turn, slots) as Buffer)).toBe(false);
  });

  it('does not open for another turn, with another key, or when any byte was changed', () => {
    const sealed = sealer.seal(turn, slots) as Buffer;
    expect(() => sealer.open(`${turn.slice(0, -1)}e`, sealed)).toThrow();
    expect(() => makeSealer(Buffer.alloc(32, 2)).open(turn, sealed)).toThrow();
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => sealer.open(turn, changed)).toThrow();
    }
    expect(() => sealer.open(turn, sealed.subarray(0, 20))).toThrow();
  });

  it('refuses a key of another length, and says what to do', () => {
    expect(() => makeSealer(Buffer.alloc(16))).toThrow(/16 bytes and needs 32\. Set SECRET_KEY/);
  });
});
