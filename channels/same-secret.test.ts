import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isBearer, isSameSecret } from './same-secret.ts';

const key = fc.stringMatching(/^[\x21-\x7e]{1,64}$/);

describe('comparing secrets', () => {
  it('takes the very secret and no other', () => {
    fc.assert(fc.property(key, key, (one, other) => isSameSecret(one, other) === (one === other)));
    fc.assert(fc.property(key, (one) => isSameSecret(one, one)));
  });

  it('takes nothing where none is set', () => {
    expect(isSameSecret('', '')).toBe(false);
    expect(isBearer('Bearer ', '')).toBe(false);
    expect(isBearer(undefined, '')).toBe(false);
  });

  it('takes a bearer token in any case of the word, and nothing around it', () => {
    expect(isBearer('bearer khoa-doc-so-lieu', 'khoa-doc-so-lieu')).toBe(true);
    for (const header of [
      'khoa-doc-so-lieu',
      'Bearer khoa-doc-so-lieu ',
      'Basic khoa-doc-so-lieu',
      'Bearer  khoa-doc-so-lieu',
      `Bearer ${'a'.repeat(5_000)}`,
    ])
      expect(isBearer(header, 'khoa-doc-so-lieu')).toBe(false);
  });
});
