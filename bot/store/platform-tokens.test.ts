import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TokenPair } from './platform-tokens.ts';
import { openTestStore, type TestStore } from './test-store.ts';

const pair = (number: number): TokenPair => ({
  accessToken: `access-${number}`,
  refreshToken: `refresh-${number}`,
  expiresAt: new Date('2026-11-24T03:00:00Z'),
});

describe('the tokens of a platform', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());
  const tokens = () => test.store.platformTokens;

  it('are renewed by one copy of the program at a time', async () => {
    const taken = await Promise.all(Array.from({ length: 8 }, () => tokens().take('oa-1', 60_000)));
    expect(taken.filter((kept) => kept !== null)).toHaveLength(1);
    await tokens().giveBack('oa-1', { version: 0, deadBecause: null });
    expect(await tokens().take('oa-1', 60_000)).not.toBeNull();
  });

  it('keep the pair before until the new one has worked', async () => {
    await tokens().take('oa-2', 60_000);
    expect(await tokens().keep('oa-2', pair(1), { version: 0 })).toBe(true);
    await tokens().prove('oa-2', 1);
    await tokens().take('oa-2', 60_000);
    await tokens().keep('oa-2', pair(2), { version: 1 });
    expect(await tokens().read('oa-2')).toEqual({
      pair: pair(2),
      previous: pair(1),
      version: 2,
      proven: false,
      deadBecause: null,
      renewing: false,
    });
    await tokens().prove('oa-2', 1);
    expect((await tokens().read('oa-2'))?.previous).toEqual(pair(1));
    await tokens().prove('oa-2', 2);
    expect(await tokens().read('oa-2')).toMatchObject({ previous: null, proven: true });
  });

  it('are not put back to an older pair by a copy that was away too long', async () => {
    await tokens().take('oa-3', 60_000);
    await tokens().keep('oa-3', pair(1), { version: 0 });
    await tokens().keep('oa-3', pair(2), { version: 1 });
    expect(await tokens().keep('oa-3', pair(9), { version: 1 })).toBe(false);
    await tokens().giveBack('oa-3', { version: 1, deadBecause: 'late' });
    expect(await tokens().read('oa-3')).toMatchObject({ pair: pair(2), deadBecause: null });
  });

  it('tell that a renewal was begun and never ended', async () => {
    await tokens().take('oa-4', 1);
    await test.database.query('select pg_sleep(0.01)');
    expect(await tokens().take('oa-4', 60_000)).toMatchObject({ renewing: true });
  });

  it('know the refresh token that was given by hand, and lie in no table in the clear', async () => {
    await tokens().take('oa-5', 60_000);
    await tokens().keep('oa-5', pair(7), { version: 0, beganWith: 'given-by-hand' });
    expect(await tokens().beganWith('oa-5', 'given-by-hand')).toBe(true);
    expect(await tokens().beganWith('oa-5', 'another')).toBe(false);
    const rows = await test.database.query(
      "select *, encode(pair_sealed, 'escape') as pair, encode(began_with, 'escape') as began from zalo_token",
    );
    expect(JSON.stringify(rows)).not.toMatch(/access-7|refresh-7|given-by-hand/);
  });
});
