import { describe, expect, it } from '@jest/globals';
import { bitOf } from '../lexical/lexical-index.ts';
import { modifierFit } from './modifier-fit.ts';

describe('modifierFit', () => {
  it('counts what the question names and the procedure is for', () => {
    expect(modifierFit(bitOf('foreign'), bitOf('foreign'))).toEqual({ shared: 1, missing: 0, extra: 0 });
  });

  it('counts what a plain procedure lacks, and what nobody asked for', () => {
    expect(modifierFit(bitOf('foreign'), 0).missing).toBe(1);
    expect(modifierFit(0, bitOf('mobile')).extra).toBe(1);
  });

  it('lets "làm lại" mean a second registration or a second copy', () => {
    expect(modifierFit(bitOf('again'), bitOf('reissue')).missing).toBe(0);
  });

  it('takes a first issue for the plain form', () => {
    expect(modifierFit(0, bitOf('first')).extra).toBe(0);
  });
});
