import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { staffOf } from '../editorial/test-editorial.ts';
import type { ModelCall } from '../model/model-ledger.ts';
import { openTestStore, type TestStore } from '../store/test-store.ts';
import { modelUse } from './model-use.ts';

const at = new Date('2026-11-22T03:00:00Z');

describe('what a model was asked for', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
    const call: Omit<ModelCall, 'at'> = {
      ...{ person: { kind: 'officer', id: 'a1' }, purpose: 'copilot', model: 'double', outcome: 'answered' },
      ...{ tokensIn: 100, tokensOut: 20, ms: 800, cost: 2, request: 'bí mật', reply: 'bí mật' },
    };
    for (const more of [
      { at },
      { at, ms: 1000, cost: 3 },
      { at, outcome: 'model-timeout', ms: 6000, cost: null },
      // Past midnight in Vietnam.
      { at: new Date('2026-11-21T17:30:00Z'), purpose: 'word' },
      { at: new Date('2026-11-21T16:30:00Z'), purpose: 'word' },
      { at: new Date('2026-09-01T03:00:00Z') },
    ] as const)
      await test.store.model.keepCall({ ...call, ...more });
  }, 120_000);
  afterAll(() => test?.close());

  it('is told by day and purpose, with what failed, and without a word of it', async () => {
    const told = await modelUse(test.store.database, staffOf('admin'), at);
    expect(told).toMatchObject([
      {
        day: '2026-11-22',
        purpose: 'copilot',
        calls: 3,
        failed: 1,
        tokensIn: 300,
        tokensOut: 60,
        medianMs: 1000,
        cost: 5,
      },
      { day: '2026-11-22', purpose: 'word', calls: 1 },
      { day: '2026-11-21', purpose: 'word', calls: 1 },
    ]);
    expect(JSON.stringify(told)).not.toContain('bí mật');
  });

  it.each(['officer', 'supervisor', 'editor'] as const)('is not told to a %s', async (role) => {
    await expect(modelUse(test.store.database, staffOf(role), at)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
