import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openReceipt, sealReceipt } from './receipt.ts';

const key = Buffer.alloc(32, 7);
const now = new Date('2026-11-23T02:00:00Z');
const receipt = {
  run: '00000000-0000-4000-8000-0000000000a1',
  staff: 'lan',
  handOff: null,
  codes: ['1.000656'],
  until: now.getTime() + 1000,
};

describe('a receipt for a draft', () => {
  it('comes back as it was, until its time is over', () => {
    const sealed = sealReceipt(receipt, key);
    expect(openReceipt(sealed, key, now)).toEqual(receipt);
    expect(openReceipt(sealed, key, new Date(receipt.until))).toBeNull();
  });

  it('is none under another key, or when a sign of it is another', () => {
    const sealed = sealReceipt(receipt, key);
    expect(openReceipt(sealed, Buffer.alloc(32, 8), now)).toBeNull();
    fc.assert(
      fc.property(fc.nat(sealed.length - 2), fc.constantFrom('A', 'b', '0', '.', '_'), (at, sign) => {
        fc.pre(sealed[at] !== sign);
        expect(openReceipt(`${sealed.slice(0, at)}${sign}${sealed.slice(at + 1)}`, key, now)).toBeNull();
      }),
    );
  });

  it.each(['', '.', 'x', 'a.b.c', 'e30.', '💥.💥'])('is not read from %s', (sealed) => {
    expect(openReceipt(sealed, key, now)).toBeNull();
  });
});
