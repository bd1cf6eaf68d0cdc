import { describe, expect, it } from '@jest/globals';
import { handOffOf, talkOf } from '../test/test-talks.ts';
import { type ClaimState, claimAfter, isFree, noClaim } from './claim-state.ts';

const claim = { handOffId: 'x', fence: 2, leaseUntil: '2026-11-23T02:01:00Z' };
const held: ClaimState = { kind: 'held', claim };
const minh = { id: 'm', name: 'Minh' };

describe('whose talk it is', () => {
  it('is his where the server says so, also after a reload', () => {
    expect(claimAfter(noClaim, talkOf({ claim }))).toEqual(held);
  });

  it('was his: another has it, or it waits again', () => {
    expect(claimAfter(held, talkOf({ handOff: handOffOf({ state: 'owned', owner: minh }) }))).toEqual({
      kind: 'lost',
      by: 'Minh',
    });
    expect(claimAfter(held, talkOf())).toEqual({ kind: 'lost', by: null });
    expect(claimAfter({ kind: 'lost', by: null }, talkOf({ handOff: handOffOf({ owner: minh }) }))).toEqual({
      kind: 'lost',
      by: 'Minh',
    });
  });

  it('is nobody’s any more when it is over', () => {
    expect(claimAfter(held, talkOf({ handOff: handOffOf({ state: 'closed' }) }))).toEqual(noClaim);
  });

  it('can be taken while nobody holds it and it is not over', () => {
    expect(isFree(handOffOf())).toBe(true);
    expect(isFree(handOffOf({ state: 'call-back' }))).toBe(true);
    expect(isFree(handOffOf({ state: 'owned', owner: minh }))).toBe(false);
    expect(isFree(handOffOf({ state: 'closed' }))).toBe(false);
  });
});
